"""The sessions whose tokens open nothing any more: what was said in them was erased."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

MOST_REVOKED = 100_000


class Revoked:
    """Names of sessions, each for as long as one of its tokens may live."""

    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        """Forget a name `seconds` after it was added."""
        self._seconds = seconds
        self._clock = clock
        self._until: OrderedDict[str, float] = OrderedDict()

    def add(self, name: str) -> None:
        """Revoke the session `name`."""
        self._until.pop(name, None)
        self._until[name] = self._clock() + self._seconds
        while len(self._until) > MOST_REVOKED or next(iter(self._until.values())) <= self._clock():
            self._until.popitem(last=False)

    def __contains__(self, name: str) -> bool:
        """Whether the session `name` is revoked, as far as this process knows."""
        return name in self._until
