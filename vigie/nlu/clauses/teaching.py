"""What the heads that cut messages learn, from messages as their authors cut them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Optional

from vigie.nlu.clauses import gaps, stretches
from vigie.nlu.clauses.cutting import CUT, JOINT, TOLD, Chance, Cutting, likeliest, told_apart
from vigie.nlu.clauses.outline import Outline
from vigie.nlu.clauses.stretches import Stretch
from vigie.nlu.clauses.structure import Structure
from vigie.nlu.linear import Example, Linear, train

SUSPECT_TAUGHT = 0.005
"""Likelihood, by words alone, from which a place is what the second head learns from: the first
knows these places by heart."""
STRENGTH, STRENGTH_TOLD = 10.0, 2.0
"""C of their logistic regressions, chosen on two fifths of the authors, held out."""
INDIFFERENT = frozenset(("", ","))
"""Marks inside something told at which no cut is the better; any other may be one or not."""


@dataclass(frozen=True)
class Taught:
    """A message as an author cut it: what it is taught by."""

    message: Outline
    structure: Optional[Structure]
    stretches: tuple[Stretch, ...]
    told: tuple[bool, ...]
    whole: bool = True
    """Whether it teaches what is told, beside the cuts."""
    joints: frozenset[int] = frozenset()
    """Where the next claim of one question begins."""


def suspicion(taught: Sequence[Taught]) -> tuple[Linear, list[dict[int, Chance]]]:
    """The first head, of words and marks; and of each message the places that the second is to
    learn from, with how likely the first finds them."""
    places = [gaps.places(one.message) for one in taught]
    seen = [
        [Example(tuple(gaps.features(one.message, place)), ()) for place in some]
        for one, some in zip(taught, places)
    ]
    learnable = list(_cuts(taught, places, seen))
    first = train(learnable, several=True, least=3, strength=STRENGTH)
    scores = iter(first.scores_of_all([one for some in seen for one in some]).tolist())
    chances = (told_apart(first, scored) for scored in scores)
    found = [likeliest([(next(chances), p) for p in some], SUSPECT_TAUGHT) for some in places]
    return first, found


def learned(
    taught: Sequence[Taught], first: Linear, suspects: Sequence[Mapping[int, Chance]]
) -> Cutting:
    """All three; spaCy must have read the messages in which the first suspects a cut."""
    known = [(one, list(some)) for one, some in zip(taught, suspects) if one.structure is not None]
    read = [one for one, _ in known]
    seen = [
        [Example(tuple(gaps.features(one.message, p, one.structure)), ()) for p in some]
        for one, some in known
    ]
    cuts = list(_cuts(read, [some for _, some in known], seen))
    cut = train(cuts, several=True, least=3, strength=STRENGTH)
    told = train(list(_told(read)), several=True, least=3, strength=STRENGTH_TOLD)
    return Cutting(first, cut, told)


def _cuts(
    taught: Iterable[Taught],
    places: Iterable[Iterable[int]],
    seen: Iterable[Iterable[Example]],
) -> Iterator[Example]:
    """What is seen at places of messages, each marked where an author cut or joined there."""
    for one, some, examples in zip(taught, places, seen):
        cuts, open_ = {first for first, _ in one.stretches[1:]}, unsettled(one)
        for place, example in zip(some, examples):
            if place not in open_:
                here = CUT if place in cuts else JOINT if place in one.joints else None
                yield Example(example.features, (here,) if here else ())


def unsettled(one: Taught) -> set[int]:
    """Places at which a cut is neither right nor wrong: between sentences that only tell."""
    between = {
        following[0]
        for following, told in zip(one.stretches[1:], zip(one.told, one.told[1:]))
        if all(told)
    }
    inside = {
        place
        for (first, last), told in zip(one.stretches, one.told)
        for place in range(first + 1, last)
        if told and one.message.marks[place] not in INDIFFERENT
    }
    return between | inside


def _told(taught: Iterable[Taught]) -> Iterable[Example]:
    for one in taught:
        if one.whole and one.structure is not None:
            for place, told in enumerate(one.told):
                features = stretches.features(one.message, one.stretches, place, one.structure)
                yield Example(tuple(features), (TOLD,) if told else ())
