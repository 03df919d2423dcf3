"""The three ends of a look-up, which must never be taken for one another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Found(Generic[T]):
    """One answer, and only one."""

    value: T


@dataclass(frozen=True)
class Several(Generic[T]):
    """More than one answer fits: they are all here, in document order."""

    values: tuple[T, ...]


@dataclass(frozen=True)
class Nothing:
    """The knowledge has no answer."""


Result = Found[T] | Several[T] | Nothing


def result(values: Iterable[T]) -> Result[T]:
    """`values` as Found, Several or Nothing."""
    every = tuple(values)
    return Several(every) if len(every) > 1 else Found(every[0]) if every else Nothing()
