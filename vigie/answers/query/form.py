"""The form of a query: what it asks once the things that it asks about are taken out.

"select agency does=investigation except=doj" has the form "select agency does=? except=?". The
forms are what is learned from questions; `fill` puts things back into one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Optional

from vigie.answers.query.model import (
    GIVEN,
    NEVER_GIVEN,
    UNKNOWN,
    Argument,
    Claim,
    Condition,
    Query,
    Select,
    arguments,
    with_parts,
)
from vigie.answers.query.refused import mixed
from vigie.answers.query.relations import ANY, KEYS, OF, RELATIONS

SAME, OTHER, AGAIN = "~same", "~other", "~again"
"""Forms of messages that say none of their own: the last query with other things in it, what the
last answer left out, the last query once more. Learned in vigie/nlu/leaning.py."""
SLOT = "?"
"""What stands for a thing in a form."""
ENTITIES = ("agency", "body", "committee", "report", "programme", "law", "context", "outsider")
NUMERAL = "numeral"
"""Kind of a slot that takes a number of the message."""
_NUMERALS = ("year", "number", "rank", "count")
PRESIDENT = "president"
"""The president of the United States, who is no entity of the knowledge."""
_WORDS = (PRESIDENT,)
"""Values that belong to a form where a thing may stand too."""
MOST = 4
"""Values of one slot that a form tells apart; more are one form."""


class Slot(NamedTuple):
    """A place to fill: the kinds that fit, and whether what goes there is set aside."""

    kinds: tuple[str, ...]
    aside: bool = False
    held: str = SLOT
    """What stands there now."""


Fill = Callable[[Slot], Optional[str]]


def form(query: Query) -> Query:
    """The query with a `?` for each thing in it, the same number of times."""
    filled = fill(query, lambda slot: SLOT, every=True)
    assert filled is not None
    return filled


def fill(query: Query, choose: Fill, every: bool = False) -> Optional[Query]:
    """A query with what `choose` gives for each slot, in the order in which it is written; None
    where it has nothing for one. With `every`, things are replaced as well as slots.

    >>> from vigie.answers.query.line import read
    >>> from vigie.answers.query.write import write
    >>> things = iter(["training", "doj"])
    >>> write(fill(read("select agency does=? except=?"), lambda slot: next(things)))
    'select agency does=training except=doj'
    """
    try:
        return _Filler(choose, every).query(query)
    except _Lacking:
        return None


class _Lacking(Exception):
    """There is nothing for a slot."""


class _Filler:
    def __init__(self, choose: Fill, every: bool) -> None:
        self._choose = choose
        self._every = every

    def query(self, query: Query) -> Query:
        about = query.about
        select = self._select(query.select) if query.select else None
        kinds = OF.get(query.want, ENTITIES) if query.act == "get" else ENTITIES
        subjects = self._many(query.subjects, Slot(kinds))
        if about and (about[0] == SLOT or (self._every and query.act != "get")):
            topics = Slot(("topic",))
            about = tuple(
                str(self._one(one, topics)) if not _is_attribute(one) else one for one in about
            )
        apart = mixed(query)
        claims = tuple(self._claim(claim, apart) for claim in query.claims)
        aside = Slot(("topic",), aside=True)
        beside = tuple(str(one) for one in self._many(query.beside, aside))
        return with_parts(
            query, select=select, subjects=subjects, about=about, claims=claims, beside=beside
        )

    def _select(self, select: Select) -> Select:
        conditions = tuple(self._condition(select.sort, one) for one in select.conditions)
        among = self._many(select.among, Slot((select.sort, "outsider")))
        excluded = self._many(select.excluded, Slot((select.sort, "outsider"), aside=True))
        return with_parts(select, conditions=conditions, excluded=excluded, among=among)

    def _condition(self, sort: str, condition: Condition) -> Condition:
        if condition.values == (ANY,):
            return condition
        relation, inverse = KEYS[sort][condition.key]
        joined = RELATIONS[relation]
        kinds = joined.left if inverse else joined.right
        if is_word(relation, kinds):
            return condition
        if relation in _NUMERALS:
            kinds = (NUMERAL,)
        slot = Slot(
            (*kinds, "outsider") if kinds[0] not in ("topic", NUMERAL) else kinds, condition.denied
        )
        return with_parts(condition, values=self._many(condition.values, slot))

    def _claim(self, claim: Claim, apart: bool) -> Claim:
        """`apart`: whether others claim what it denies."""
        relation = RELATIONS[claim.relation]
        if claim.relation == "is":
            subject = self._one(claim.subject, Slot(ENTITIES))
            return with_parts(claim, subject=subject, values=(SLOT,))
        left = Slot((*relation.left, "outsider"), apart and claim.denied)
        subject = self._one(claim.subject, left)
        if claim.values == (ANY,):
            return with_parts(claim, subject=subject)
        if is_word(claim.relation, relation.right):
            return with_parts(claim, subject=subject)
        kinds = (NUMERAL,) if claim.relation in _NUMERALS else relation.right
        right = Slot(kinds, claim.denied)
        return with_parts(claim, subject=subject, values=self._many(claim.values, right))

    def _many(self, values: tuple[Argument, ...], slot: Slot) -> tuple[Argument, ...]:
        return tuple([self._one(value, slot) for value in values[:MOST]])

    def _one(self, value: Argument, slot: Slot) -> Argument:
        if isinstance(value, Select):
            return self._select(value)
        if _is_of_form(value, slot) or (value != SLOT and not self._every):
            return value
        chosen = self._choose(slot._replace(held=value))
        if chosen is None:
            raise _Lacking
        return chosen


def _is_of_form(value: str, slot: Slot) -> bool:
    """Whether a value belongs to the form where a thing may stand: a word, and what no topic
    covers, which is asked of in another way than what one does."""
    return value in _WORDS or (value == UNKNOWN and slot.kinds[0] == "topic")


def is_word(relation: str, kinds: tuple[str, ...]) -> bool:
    """Whether what stands there belongs to the form: "made of survivors" and "a department" are
    other questions, not other things."""
    return kinds == ("word",) and relation not in _NUMERALS


def _is_attribute(word: str) -> bool:
    return word in GIVEN or word in NEVER_GIVEN


def unknown(query: Query) -> bool:
    """Whether a query asks about something that the document does not name."""
    return any(one.startswith(UNKNOWN) for one in arguments(query))
