"""Messages whose authors change them: a new text of a fresh question is answered, once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple, Optional

from vigie.channels.shared.inbound import UNKNOWN_AGE, Inbound

EDIT_SECONDS = 180.0
"""How long after a message its new text counts as a question."""
MOST = 10_000


class _Taken(NamedTuple):
    text: int
    """A hash: the texts themselves are not kept."""
    at: float
    number: int


class Edits:
    """Which text of each message was taken last; in memory, for as long as an edit counts."""

    def __init__(self, clock: Callable[[], float], most: int = MOST) -> None:
        """Remember `most` messages, by `clock` in seconds."""
        self._clock = clock
        self._most = most
        self._taken: OrderedDict[str, _Taken] = OrderedDict()

    def asks(self, name: str, inbound: Inbound) -> bool:
        """Whether the new text `inbound` of the message `name` is one to answer: it is another
        text, and the message is fresh."""
        taken = self._taken.get(name)
        if taken is not None and taken.text == hash(inbound.text):
            return False
        if taken is None:
            return _within(inbound.edited)
        return self._clock() - taken.at <= EDIT_SECONDS

    def take(self, name: str, inbound: Inbound) -> int:
        """Note the text of the message `name`; the number by which it is the `latest`."""
        before = self._taken.pop(name, None)
        at = self._clock() if before is None else before.at
        number = 1 if before is None else before.number + 1
        self._taken[name] = _Taken(hash(inbound.text), at, number)
        if len(self._taken) > self._most:
            self._taken.popitem(last=False)
        return number

    def latest(self, name: str, number: int) -> bool:
        """Whether no newer text of the message `name` was taken."""
        taken = self._taken.get(name)
        return taken is None or taken.number == number


def _within(age: Optional[float]) -> bool:
    return age is not None and age != UNKNOWN_AGE and age <= EDIT_SECONDS
