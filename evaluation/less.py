"""The reading of questions less one of the closed classes that are named here, or of its rules."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from types import ModuleType
from unittest import mock

from vigie.answers.query.model import Query
from vigie.answers.reading import finer
from vigie.answers.reading import understand as reading
from vigie.answers.reading.closed import closed
from vigie.answers.reading.table import Table, table

READING = "vigie.answers.reading"
OF_THE_RULES = (
    "another another_alone idle in_time puts arranges arranged_by they who_else from_year "
    "remaining of_known as_much_as towards most not_only not_but"
).split()
"""Classes of which one rule alone makes use (`closed`)."""
BEFORE = ("not_only", "not_but")
"""Those of them that are looked into before the small words of the best readings are."""


def names() -> Iterator[str]:
    """What is measured: all, and all without one thing, first what is quickly known."""
    yield "all"
    yield from (f"without the rule {name}" for name in rules())
    yield "without what small words say more closely"
    yield from (f"without {name}" for name in OF_THE_RULES)
    yield from (f"without {name}" for name, _ in without(table()))


def readers(looks: Callable[..., object]) -> list[ModuleType]:
    """The modules that look into the table by this function, which bears its own name in them."""
    return [
        module
        for name, module in sys.modules.items()
        if name.startswith("vigie.") and getattr(module, looks.__name__, None) is looks
    ]


def rules() -> list[str]:
    """What reads small words more closely, each a function of the package."""
    inside = f"{READING}.finer."
    return [
        name
        for name, one in vars(finer).items()
        if callable(one) and getattr(one, "__module__", "").startswith(inside)
    ]


def without(whole: Table) -> Iterator[tuple[str, Table]]:
    """The table less each of its classes that the reading uses. The sorts of vague questions are
    not of the reading: they choose what is asked back."""
    for name in whole.used_by:
        words = {word: named for word, named in whole.asking.items() if named != name}
        yield name, replace(whole, asking=words)
    yield "either", replace(whole, either=frozenset())
    yield "ages", replace(whole, ages={})
    yield "thousand", replace(whole, thousand=frozenset())
    yield "pronouns", replace(whole, genders={})
    yield "not_before", replace(whole, impersonal=frozenset())
    yield "numbers", replace(whole, numbers={})
    yield "places", replace(whole, places={})
    yield "firsts, lasts", replace(whole, firsts=frozenset(), lasts=frozenset())


def reads_anew(name: str) -> bool:
    """Whether what is gone is looked into before the small words of the best readings are."""
    gone = name.removeprefix("without ")
    return gone in BEFORE or gone in dict(without(table()))


def gone(name: str) -> ExitStack:
    """A context in which the reading is without what a name says."""
    less = dict(without(table())).get(name.removeprefix("without "))
    rule = name.removeprefix("without the rule ")
    no_class = name.removeprefix("without ")
    patched = ExitStack()

    def patch(module: ModuleType, looked_up: str, by: Callable[..., object]) -> None:
        patched.enter_context(mock.patch.object(module, looked_up, side_effect=by))

    if less is not None:
        for reader in readers(table):
            patch(reader, "table", lambda: less)
    elif no_class in OF_THE_RULES:
        for reader in readers(closed):
            patch(reader, "closed", partial(_but, no_class))
    elif rule in rules():
        patch(finer, rule, _as_it_is)
    elif name.endswith("more closely"):
        patch(reading, "as_said", _as_it_is)
    return patched


def _but(gone: str, name: str) -> frozenset[str]:
    """A closed class, without the one that is gone."""
    return frozenset() if name == gone else closed(name)


def _as_it_is(query: Query, *_: object) -> Query:
    """What stands in the place of a rule that is gone."""
    return query
