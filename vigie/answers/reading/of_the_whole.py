"""Who sees to the subject of the document as a whole: "quelle agence s'occupe de la traite ?" names
no topic, so that whichever is found in it is none, and none that is missing either."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import Optional

from vigie.answers.query.model import Query, Select
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.rank import Reading, instead

SHORT = 2
"""Letters up to which a word tells nothing."""
HARDLY = 0.35
"""Score of a topic under which it is not in the message."""
OPEN = ("none", "vague", "told")
"""Acts of readings that find nothing to ask about."""
OVERVIEW, GREETING = ("meta", "overview"), ("talk", "greet")
BODIES = partial(closed, "the_whole.bodies")
SURE = 0.9
"""How sure such a reading is: nothing else is said."""


def of_the_whole(
    readings: Sequence[Reading], question: Question, spoken: Collection[str] = ()
) -> Optional[Reading]:
    """The reading of a message that asks who sees to the subject as a whole, where the best of its
    readings is of a topic that it does not have, or of nothing; None for any other message. "Cette
    mission" is that subject where no topic was `spoken` of."""
    said = _without_whose_it_is(question.words.split())
    asked = _asked(said, "" if spoken else question.words)
    if asked is None or question.mentions or not (readings and _of_nothing(readings[0], question)):
        return None
    best = readings[0]
    if (best.query.act, best.query.want) == OVERVIEW and BODIES().isdisjoint(said):
        return best  # it tells who does what
    return instead(best, asked, SURE)


def _without_whose_it_is(words: list[str]) -> list[str]:
    """The words without what somebody tells of themself up to the subject, before they ask: "j'ai
    un dossier à rendre sur la traite : quel ministère gère ça ?"."""
    subject, who = closed("the_whole.subject"), closed("the_whole.who") | BODIES()
    place = next((n for n, word in enumerate(words) if word in subject), 0)
    before = words[:place]
    tells = not closed("writer").isdisjoint(before) and who.isdisjoint(before)
    return words[place:] if tells else words


def _asked(words: Sequence[str], pointing: str) -> Optional[Query]:
    """The list, or the count, that is asked for; None where more is said than that. `pointing` is
    the whole where "cette mission" may be the subject."""
    who, subject = closed("the_whole.who") | BODIES(), closed("the_whole.subject")
    told = [one for one in words if len(one) > SHORT]
    if told and subject.issuperset(told):  # the subject and no more: what there is on it
        return Query(*OVERVIEW)
    known = closed("the_whole.said") | who | subject
    if any(len(one) > SHORT and not one.isdigit() and one not in known for one in words):
        return None
    of_it = not subject.isdisjoint(words) or says(closed("the_whole.pointing"), pointing)
    if not of_it or who.isdisjoint(words):
        return None
    act = "count" if "combien" in words else "select"
    return Query(act, select=Select("agency"))


def _of_nothing(reading: Reading, question: Question) -> bool:
    """Whether a reading asks about nothing, or who does what the message does not speak of."""
    query = reading.query
    if query.act in OPEN or (query.act, query.want) in (OVERVIEW, GREETING):
        return (query.act, query.want) != ("none", "country")
    select = query.select
    if query.act not in ("select", "count") or select is None or select.sort != "agency":
        return False
    words = question.words.split()
    several = len(BODIES().intersection(words)) > 1  # "départements et agences" are no kind
    keys = ("does", "kind") if several else ("does",)
    if (
        select.excluded
        or select.among
        or any(one.key not in keys or one.denied for one in select.conditions)
    ):
        return False
    told = _without_whose_it_is(words)
    topics = [str(value) for one in select.conditions for value in one.values]
    before = len(words) - len(told)
    return all(
        question.scores.get(one, 0.0) < HARDLY or question.roles.get(one, (before, 0))[0] < before
        for one in topics
    )
