"""What a query is. Immutable, comparable, made of ids of the knowledge and of plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Optional, TypeVar, Union

SORTS = ("agency", "body", "committee", "report", "programme", "law", "event")
"""The sorts of thing that can be asked for."""
SIGNS = "<>≤≥"
"""What a number begins with that is a bound."""
UNKNOWN = "@"
"""What a value begins with that the document does not name: "@FBI"; alone, a matter of no topic."""


@dataclass(frozen=True)
class Select:
    """The things of one sort that meet all the conditions, in the order of the document."""

    sort: str
    conditions: tuple[Condition, ...] = ()
    excluded: tuple[Argument, ...] = ()
    """Left out of the result ("sauf le DoS")."""
    among: tuple[Argument, ...] = ()
    """When there are any, the only ones asked about ("des deux, lequel...")."""


Argument = Union[str, Select]
"""An id, a topic, a word; or whatever a select finds ("la loi qui a créé le SPOG")."""


@dataclass(frozen=True)
class Condition:
    """`key` holds of a thing with one of `values`; with all of them if `every`; with none if
    `denied`."""

    key: str
    values: tuple[Argument, ...]
    every: bool = False
    denied: bool = False


@dataclass(frozen=True)
class Claim:
    """What somebody says or asks to confirm: that `relation` holds between `subject` and
    `value`; `denied` when it is said in the negative, `only` when of nobody else, `whole` when the
    subject stands in it with nothing else."""

    relation: str
    subject: Argument
    values: tuple[Argument, ...]
    denied: bool = False
    only: bool = False
    whole: bool = False


@dataclass(frozen=True)
class Query:
    """One thing asked.

    `act` is select, count, describe, get, verify, compare, max, min, gap, or one of talk, help,
    meta, none, vague, told, whose `want` is a word. `want` is the attribute of a get, and the key
    by which max and min compare.
    """

    act: str
    want: str = ""
    select: Optional[Select] = None
    """For select, count, max and min."""
    subjects: tuple[Argument, ...] = ()
    """For describe, get, compare and gap."""
    about: tuple[str, ...] = ()
    """Topics, or an attribute, to which a description or a comparison is narrowed."""
    claims: tuple[Claim, ...] = ()
    """For verify."""
    beside: tuple[str, ...] = ()
    """Topics beside which a description is asked for: "à part enquêter, que fait-il ?"."""


Whole = TypeVar("Whole")


def with_parts(one: Whole, **parts: object) -> Whole:
    """`one` with other parts; the same object where they are those that it has, as they mostly are
    when every proposal of a message is looked through."""
    whole: Any = one
    for name, part in parts.items():
        if getattr(whole, name) != part:
            made: Whole = replace(whole, **parts)
            return made
    return one


def arguments(query: Query) -> Iterator[str]:
    """Every id, topic and word that a query holds, whatever its place in it, in the order in which
    it is written."""
    held: list[Argument] = [*query.subjects, *query.about, *query.beside]
    if query.select:
        held.append(query.select)
    for claim in query.claims:
        held += [claim.subject, *claim.values]
    stack = held[::-1]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            yield one
        else:
            within = [value for condition in one.conditions for value in condition.values]
            stack += [*within, *one.excluded, *one.among][::-1]


def lists_of(query: Query) -> Iterator[Select]:
    """The list that a query asks for, and those that stand for what it asks about: "à qui doit-on
    le rapport sur les campagnes ?" has no report to ask about."""
    held = [query.select, *query.subjects]
    held += [one for claim in query.claims for one in (claim.subject, *claim.values)]
    return (one for one in held if isinstance(one, Select))


def is_typed(select: Select) -> bool:
    """Whether a select holds what somebody typed: a name that the document does not have, or a
    number."""
    held = arguments(Query("select", select=select))
    return any(one.startswith(UNKNOWN) or one.lstrip(SIGNS).isdigit() for one in held)


FACTS = frozenset("select count describe get verify compare max min gap".split())
"""Acts that the knowledge answers; a conversation remembers their queries."""
WORDS = {
    "talk": tuple("greet thanks bye how bot capabilities compliment insult joke".split()),
    "help": ("self", "other"),
    "meta": tuple(
        "source date uptodate repeat sure doubt short summary table english more erase yes no "
        "feedback overview complete limits changes privacy".split()
    ),
    "none": tuple("far near country figures legal news injection gibberish".split()),
}
"""The words that the acts about no fact take."""
GIVEN = tuple(
    "expand english acronym composition number level appointer origin date frequency subject "
    "owner duties".split()
)
"""Attributes that the document gives of some things."""
NEVER_GIVEN = tuple(
    "budget staff person address contact meeting term join content where launch results why "
    "howmany_victims penalty other".split()
)
"""Attributes that people ask for and that it gives of nothing."""
EXTREMES = ("max", "min")
"""Acts that ask which has the most or the least of something."""
MEASURES = ("report", "year", "member", "topic", "committee", "body", "programme", "law", "rank")
"""What max and min compare by."""
CONTEXTS = tuple("new subst pronoun index other return narrow correct again".split())
"""How a message of a dialogue leans on what was said."""
