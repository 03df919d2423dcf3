"""Queries put together from parts: a form that nobody wrote may still be made of parts that many
have.

The learned forms tell, together, how likely each part is: an act, a sort, a condition, a denial.
Here the things of a message go where their kind and their role send them, under the act and the
sort that are likely: "combien de membres du SPOG, la Défense exclue, sensibilisent sans former ?".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from vigie.answers.query.model import Condition, Query, Select
from vigie.answers.query.relations import ANY, KEYS, takes, topical
from vigie.answers.reading.chances import FLOOR, LIKELY, likelihood
from vigie.answers.reading.choose import EXTREMES, LISTS
from vigie.answers.reading.evidence import SURE_TOPIC, Evidence
from vigie.answers.reading.proposal import Proposal

LIKELY_WORD = 0.3
"""Probability from which a condition that no thing of the message fills is added."""
PARTS = 2
"""Conditions and exceptions from which a query is worth putting together."""
WORDS = ("kind", "described", "house", "level", "is")
"""Conditions on a word of the form itself."""


@dataclass
class _Made:
    """What goes into a select, and what it takes of the evidence."""

    asked: dict[str, list[str]] = field(default_factory=dict)
    denied: list[Condition] = field(default_factory=list)
    words: list[Condition] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    among: list[str] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    topics: list[tuple[str, float]] = field(default_factory=list)


def assembled(chances: Mapping[str, float], evidence: Evidence) -> Iterator[Proposal]:
    """The lists, counts and extremes that the evidence makes; `chances` are those of the tags of
    a form."""
    for act in (*LISTS, *EXTREMES):
        for sort in KEYS:
            if min(chances.get(f"act:{act}", 0.0), chances.get(f"sort:{sort}", 0.0)) < LIKELY:
                continue
            want = _measure(act, chances) if act in EXTREMES else ""
            made = _made(sort, chances, evidence)
            select = _select(sort, made, evidence)
            several = len(select.conditions) + bool(made.excluded) >= PARTS
            if not several or (act in EXTREMES and not want):
                continue
            query = Query(act, want=want, select=select)
            yield Proposal(
                query,
                likelihood(query, chances),
                frozenset(made.used),
                tuple(made.topics),
                assembled=True,
            )


def _measure(act: str, chances: Mapping[str, float]) -> str:
    """By what the most or the least is asked for."""
    wanted = {tag: p for tag, p in chances.items() if tag.startswith(f"{act}:")}
    return max(wanted, key=lambda tag: wanted[tag]).partition(":")[2] if wanted else ""


def _made(sort: str, chances: Mapping[str, float], evidence: Evidence) -> _Made:
    made = _Made()
    key = topical(sort)
    sure = [pair for pair in evidence.topics if pair[1] >= SURE_TOPIC]
    for topic, score in sure if key else ():
        made.topics.append((topic, score))
        if evidence.refuses(topic):
            made.denied.append(Condition(key, (topic,), denied=True))
        else:
            made.asked.setdefault(key, []).append(topic)
    told = {topic for topic, _ in made.topics}
    for topic in evidence.aside_topics if key else ():
        if topic not in told:
            made.topics.append((topic, FLOOR))
            made.denied.append(Condition(key, (topic,), denied=True))
    for place, thing in enumerate(evidence.things):
        if thing.score < 1 or thing.weak or len(thing.ids) != 1:
            continue
        if thing.kind == sort:
            (made.excluded if thing.aside else made.among).append(thing.ids[0])
            made.used.add(place)
            continue
        fitting = [one for one in KEYS[sort] if thing.kind in takes(sort, one)]
        if not fitting:
            continue
        best = max(fitting, key=lambda one: max(chances.get(one, 0), chances.get(f"{one}!", 0)))
        made.used.add(place)
        if thing.aside:
            made.denied.append(Condition(best, (thing.ids[0],), denied=True))
        else:
            made.asked.setdefault(best, []).append(thing.ids[0])
    made.words += _of_words(sort, chances)
    if _publishes(sort, chances) and "publishes" not in made.asked:
        made.words.append(Condition("publishes", (ANY,)))
    return made


def _of_words(sort: str, chances: Mapping[str, float]) -> Iterator[Condition]:
    """The conditions that the words themselves make: "des ministères", "dont rien n'est dit"."""
    for key in WORDS:
        likely = [(p, tag) for tag, p in chances.items() if p >= LIKELY_WORD and _holds(tag, key)]
        if key in KEYS[sort] and likely:
            name, _, value = max(likely)[1].partition("=")
            yield Condition(key, (value,), denied=name.endswith("!"))


def _publishes(sort: str, chances: Mapping[str, float]) -> bool:
    """Whether something, whatever it be, is published."""
    return "publishes" in KEYS[sort] and chances.get("publishes=any", 0.0) >= LIKELY_WORD


def _holds(tag: str, key: str) -> bool:
    return tag.partition("=")[0].rstrip("!") == key and "=" in tag


def _select(sort: str, made: _Made, evidence: Evidence) -> Select:
    every = not evidence.either
    asked = [Condition(key, tuple(v), every and len(v) > 1) for key, v in made.asked.items()]
    among = tuple(made.among) if len(made.among) > 1 else ()
    return Select(sort, (*asked, *made.denied, *made.words), tuple(made.excluded), among)
