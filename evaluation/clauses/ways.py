"""The ways of cutting that are compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from evaluation.clauses.cases import Case
from vigie.nlu.clauses import stretches
from vigie.nlu.clauses.cutting import TOLD, Cutting
from vigie.nlu.clauses.teaching import STRENGTH_TOLD, Taught
from vigie.nlu.linear import Example, Linear, train
from vigie.nlu.parts import questions

# The stretches of a message that ask, as pairs of tokens, and whether it was cut at all.
Cut = Callable[[Case], tuple[list[tuple[int, int]], list[tuple[int, int]]]]


def words_alone(taught: Sequence[Taught], first: Linear) -> Cutting:
    """The same heads without spaCy."""
    examples = [
        Example(
            tuple(stretches.features(one.message, one.stretches, place)), (TOLD,) if told else ()
        )
        for one in taught
        if one.whole
        for place, told in enumerate(one.told)
    ]
    told = train(examples, several=True, least=3, strength=STRENGTH_TOLD)
    return Cutting(first, first, told)


def cutter(cutting: Cutting, with_structure: bool) -> Cut:
    """Cuts as the product does."""

    def cut(case: Case) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        message = case.taught.message
        suspected = cutting.suspected(message)
        if not suspected:
            return [(0, len(message.words))], []
        structure = case.structure if with_structure else None
        found = cutting.read(message, structure, suspected)[0]
        if len(found) == 1:
            return found, []
        told = cutting.tells(message, structure, found)
        return found, [stretch for stretch, tells in zip(found, told) if not tells]

    return cut


def as_written(case: Case) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """As the author cut it."""
    pairs = list(zip(case.taught.stretches, case.taught.told))
    asked = [stretch for stretch, told in pairs if not told]
    return list(case.taught.stretches), asked if len(pairs) > 1 else []


def uncut(case: Case) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """As one."""
    return [(0, len(case.parsed.tokens))], []


def regexes(case: Case) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """By the regular expressions that the product reads topics with."""
    found = case.parsed.tokens
    spans = questions(case.parsed.text, found)

    def at(offset: int) -> int:
        return sum(token.start < offset for token in found)

    asked = [(at(s.start), at(s.end)) for s in spans]
    places = sorted({0, len(found), *(p for pair in asked for p in pair)})
    return list(zip(places, places[1:])), asked
