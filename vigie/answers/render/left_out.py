"""Who is left out of a list, in words: few are named, a whole kind is said by its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vigie.answers.grammar import listing
from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Select
from vigie.answers.render.words import called
from vigie.answers.view import View

FEW = 3
"""Things up to which each is told, whatever else is said."""


def left_out(select: Select, view: View) -> Iterator[str]:
    """What is left out of a list by name: "départements non compris", "hors le DoJ"."""
    gone = [one for one in select.excluded if isinstance(one, str)]
    if len(gone) > FEW:
        gone = _otherwise_there(gone, select, view)
    for kind, them in _whole_kinds(gone, view):
        gone = [one for one in gone if one not in them]
        yield view.say(f"criterion_not_kind_{kind}")
    if gone:
        yield view.say(
            "criterion_except", what=listing([called(one, view, "bref") for one in gone])
        )


def _otherwise_there(gone: Sequence[str], select: Select, view: View) -> list[str]:
    """Of many that are left out, those that what is asked does not leave out already."""
    there = find(replace(select, excluded=()), view.world)
    return [one for one in gone if one in there]


def _whole_kinds(gone: Sequence[str], view: View) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The kinds of which all are left out, each with its things, where they are many."""
    world = view.world
    kinds = dict.fromkeys(kind for one in gone for kind in world.right("kind", one))
    for kind in kinds:
        them = world.left("kind", kind)
        said = f"criterion_not_kind_{kind}" in view.phrases
        if len(them) > FEW and said and set(them) <= set(gone):
            yield kind, them
