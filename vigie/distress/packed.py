"""The tables of a learned judge as they are served, in half the memory of dictionaries of tuples.

The seven heads know mostly the same features, so each feature is kept once, with a number; a head
keeps which of them it has, and its weights one behind the other.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Optional

Row = tuple[float, ...]
Numbers = dict[str, int]
"""Of every feature that some head knows, by which it finds it."""


class Packed(Mapping[str, Row]):
    """A row of weights a feature, as `dict` gives it."""

    def __init__(
        self, numbers: Numbers, features: Sequence[str], weights: Sequence[float], wide: int
    ) -> None:
        """Of these features, `wide` weights each; those that are new are numbered too."""
        self._numbers = numbers
        self._wide = wide
        self._weights = array("f", weights)
        known = [numbers.setdefault(feature, len(numbers)) for feature in features]
        self._places = array("i", [-1]) * (max(known, default=-1) + 1)
        for place, number in enumerate(known):
            self._places[number] = place

    def get(self, feature: str, other: Any = None) -> Any:
        """Its row, or something else."""
        place = self._place(feature)
        if place is None:
            return other
        begin = place * self._wide
        return tuple(self._weights[begin : begin + self._wide])

    def _place(self, feature: str) -> Optional[int]:
        number = self._numbers.get(feature)
        if number is None or number >= len(self._places) or self._places[number] < 0:
            return None
        return self._places[number]

    def __contains__(self, feature: object) -> bool:
        return isinstance(feature, str) and self._place(feature) is not None

    def __getitem__(self, feature: str) -> Row:
        found: Optional[Row] = self.get(feature)
        if found is None:
            raise KeyError(feature)
        return found

    def __iter__(self) -> Iterator[str]:
        return (feature for feature in self._numbers if feature in self)

    def __len__(self) -> int:
        return sum(place >= 0 for place in self._places)
