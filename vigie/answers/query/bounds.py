"""Numbers that are said as bounds: ">10" of "plus de dix", "≥3" of "au moins trois"."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

SIGNS: Mapping[str, Callable[[int, int], bool]] = MappingProxyType(
    {">": operator.gt, "≥": operator.ge, "<": operator.lt, "≤": operator.le}
)
"""What a bound begins with, and when a number keeps to it."""


def is_bound(value: object) -> bool:
    """Whether a value is a number said as a bound.

    >>> is_bound(">10"), is_bound("10")
    (True, False)
    """
    return isinstance(value, str) and value[:1] in SIGNS and value[1:].isdigit()


def stands(value: str, among: Iterable[str]) -> bool:
    """Whether a value is among these, or one of them keeps to it as a bound.

    >>> stands("≥3", ["3"]), stands(">3", ["3"]), stands("3", ["3"])
    (True, False, True)
    """
    if not is_bound(value):
        return value in among
    keeps, limit = SIGNS[value[0]], int(value[1:])
    return any(one.isdigit() and keeps(int(one), limit) for one in among)
