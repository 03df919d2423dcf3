"""What a message asks beside a greeting or thanks: "merci. enfants travail" is no mere "merci";
nor is "un tableau des rapports" a mere form where nothing was told that could be put in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile
from typing import Optional

from vigie.answers.query.model import Condition, Query, Select, arguments
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.rank import Reading, instead
from vigie.answers.reading.shapes import shape
from vigie.answers.reading.table import table
from vigie.answers.reading.whether import asks_what

COURTESY = ("greet", "thanks")
TABLE, SHORTER = Query("meta", "table"), Query("meta", "short")
LESS = ("short", "sentences", "points")
"""Forms of an answer that is shorter, some with a number before them."""
FEW = 5
"""Words beside the courtesy up to which they only name what is asked about, where none asks."""
PLAIN = 0.9
"""Score from which a few words name a topic: "tu gères", said with thanks, has one at 0.8."""
LIKELY = 0.5
"""How sure a reading is that is made of a name alone: it is answered, and named."""


def beside_courtesy(
    readings: Sequence[Reading], question: Question, focus: Focus, world: World
) -> tuple[Sequence[Reading], float]:
    """The readings of what is asked beside the courtesy that the best of them is, or the table,
    where that is not of what was told; and how sure the first is. None where that is all, or thanks
    for what was told."""
    best = readings[0].query if readings else None
    courteous = best is not None and best.act == "talk" and best.want in COURTESY
    elsewhere = not focus.queries or of_another_sort(question.words, focus, world)
    if best is None or not (courteous or (best == TABLE and elsewhere)):
        return (), 0.0
    rest = list(dropwhile(closed("courteous.words").__contains__, question.words.split()))
    if not rest or rest[0] in closed("courteous.of_what_was_told"):
        return (), 0.0
    if courteous and not question.mentions and _wants_less(" ".join(rest)):
        return (instead(readings[0], SHORTER, LIKELY), *readings), LIKELY
    names = not courteous or len(rest) <= FEW or asks_what(" ".join(rest))
    named = _named(question, rest) if names else None
    if named is None:
        return (), 0.0
    about = {*arguments(named)}
    fits = [one for one in readings if about.intersection(arguments(one.query))]
    return (*fits, instead(readings[0], named, LIKELY)), LIKELY


def _wants_less(words: str) -> bool:
    """Whether folded words want an answer shorter, or in so many sentences or points."""
    return any(one.split()[-1] in LESS for one in shape(words).forms)


def of_another_sort(words: str, focus: Focus, world: World) -> bool:
    """Whether folded words name things of a sort, several, and none that was just told of: "tableau
    des comités" after a word on the DoS; not "de ces lois", nor "en liste"."""
    said = words.split()
    named = {
        table().sorts[word]
        for before, word in zip(["", *said], said)
        if word in table().sorts and word.endswith("s") and before not in closed("pointing")
    }
    told = (*focus.shown, *focus.subjects)
    return bool(named) and named.isdisjoint(world.kind(one) for one in told if one in world.index)


def _named(question: Question, rest: Sequence[str]) -> Optional[Query]:
    """What is asked by naming it alone: who does it, what it is, which ones there are."""
    if question.ids() and any(one.strength == "full" for one in question.mentions):
        return Query("describe", subjects=question.ids()[:1])
    if question.topics and question.scores.get(question.topics[0], 0.0) >= PLAIN:
        return Query("select", select=Select("agency", (Condition("does", question.topics[:1]),)))
    sorts = [table().sorts[word] for word in rest if word in table().sorts]
    return Query("select", select=Select(sorts[0])) if sorts else None
