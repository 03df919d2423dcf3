"""Where a message is cut, where one claims something else, and which of its stretches ask: three
small heads, learned.

The first sees words and marks alone, costs a fraction of a millisecond and finds most messages to
be one question. Where it suspects a cut, spaCy reads the message and the second decides; the
third then says of each stretch whether it asks, or only tells. A joint is where the next claim of
one question begins: "elle ne juge pas, | elle enquête : exact ?"
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Optional

from vigie.nlu.clauses import gaps, stretches
from vigie.nlu.clauses.outline import Outline
from vigie.nlu.clauses.stretches import Stretch
from vigie.nlu.clauses.structure import Structure
from vigie.nlu.linear import Example, Linear, train

CUT, JOINT, TOLD = "cut", "joint", "told"
SUSPECT = 0.1
"""Likelihood, by words alone, from which a cut is looked into."""
SUSPECT_TAUGHT = 0.005
"""The same for what the second head learns from: the first knows these places by heart."""
MOST = 24
"""Cuts that are looked into: nobody asks more in one message."""
SURE = 0.5
"""Likelihood from which a message is cut, and from which a stretch only tells."""
SURE_JOINT = 0.2
"""Likelihood from which a claim begins: which of the whole and its claims is read is decided later,
by how sure each reading is."""
SURE_TOLD = 0.8
"""The latter for a stretch with a question word or mark: it is worse to leave a question without
answer than to answer more."""
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


Chance = tuple[float, float]
"""How likely a place is a cut, and a joint."""


@dataclass(frozen=True)
class Cutting:
    """The three heads."""

    suspicion: Linear
    cut: Linear
    told: Linear

    def suspected(self, message: Outline) -> dict[int, Chance]:
        """The places where words and marks alone make a cut or a joint likely enough to look into,
        in their order, and how likely."""
        scored = [
            (_chance(self.suspicion, gaps.features(message, place)), place)
            for place in gaps.places(message)
        ]
        return _likeliest(scored, SUSPECT)

    def read(
        self, message: Outline, structure: Optional[Structure], suspected: Mapping[int, Chance]
    ) -> tuple[list[Stretch], list[int]]:
        """The message, cut where it is likely to ask or tell something else, and the joints: by the
        mean of what words alone and the structure say, which does better than either."""
        cuts, joints = [], []
        for place, suspicion in suspected.items():
            read = _chance(self.cut, gaps.features(message, place, structure))
            cut, joint = ((a + b) / 2 for a, b in zip(suspicion, read))
            if cut >= SURE:
                cuts.append(place)
            elif joint >= SURE_JOINT:
                joints.append(place)
        return list(zip([0, *cuts], [*cuts, len(message.words)])), joints

    def tells(
        self, message: Outline, structure: Optional[Structure], cut: Sequence[Stretch]
    ) -> list[bool]:
        """Of each stretch, whether it only tells."""
        found = []
        for place, stretch in enumerate(cut):
            tells = self.told.scores(stretches.features(message, cut, place, structure))[0]
            asking = message.has("asking", *stretch) or message.has("?", *stretch)
            found.append(bool(tells >= (SURE_TOLD if asking else SURE)))
        return found


def _chance(head: Linear, features: Iterable[str]) -> Chance:
    return _told_apart(head, head.scores(features).tolist())


def _told_apart(head: Linear, scores: Sequence[float]) -> Chance:
    found = dict(zip(head.labels, scores))
    return found.get(CUT, 0.0), found.get(JOINT, 0.0)


def _likeliest(scored: Iterable[tuple[Chance, int]], least: float) -> dict[int, Chance]:
    likely = sorted((max(chance), place, chance) for chance, place in scored)
    kept = [(place, chance) for most, place, chance in likely[-MOST:] if most >= least]
    return dict(sorted(kept))


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
    chances = (_told_apart(first, scored) for scored in scores)
    found = [_likeliest([(next(chances), p) for p in some], SUSPECT_TAUGHT) for some in places]
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
        cuts, open_ = {first for first, _ in one.stretches[1:]}, _open(one)
        for place, example in zip(some, examples):
            if place not in open_:
                here = CUT if place in cuts else JOINT if place in one.joints else None
                yield Example(example.features, (here,) if here else ())


def _open(one: Taught) -> set[int]:
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
