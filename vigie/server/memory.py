"""What is kept of a conversation: the last turns and the slots, for a bounded time.

Rasa's own store keeps every event for ever and copies all of them several times a turn: the
190th turn of one sender took 86 ms. `Conversation` folds older turns into slot values, and
`Conversations` forgets by age and by number.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rasa.shared.core.events import (
    AllSlotsReset,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUttered,
)

Slots = tuple[tuple[str, Any], ...]


def _fold(slots: dict[str, Any], events: Iterable[Event]) -> dict[str, Any]:
    """The slot values after `events`, starting from `slots`."""
    values = dict(slots)
    for event in events:
        if isinstance(event, (AllSlotsReset, Restarted, SessionStarted)):
            values = {}
        elif isinstance(event, SlotSet):
            values[event.key] = event.value
    return values


@dataclass(frozen=True)
class Conversation:
    """Slot values, and the events that came after them."""

    slots: Slots
    events: tuple[Event, ...]

    @classmethod
    def last(cls, events: Iterable[Event], turns: int) -> Conversation:
        """The last `turns` turns of `events`; what came before lives on as slot values."""
        kept = list(events)
        starts = [i for i, event in enumerate(kept) if isinstance(event, UserUttered)]
        cut = 0
        if len(starts) > turns:
            # The event before a message is the `action_listen` that waited for it.
            cut = max(starts[-turns] - 1, 0)
        for index, event in enumerate(kept):
            if isinstance(event, (Restarted, SessionStarted)):
                cut = max(cut, index)
        return cls(tuple(_fold({}, kept[:cut]).items()), tuple(kept[cut:]))

    def replay(self, known_slots: Iterable[str]) -> Iterator[Event]:
        """The events that rebuild this conversation; slots that no longer exist are left out."""
        known = set(known_slots)
        for name, value in self.slots:
            if name in known and value is not None:
                yield SlotSet(name, value)
        for event in self.events:
            if not isinstance(event, SlotSet) or event.key in known:
                yield event


class Conversations:
    """Conversations by sender, the least recently used first; bounded in number and age."""

    def __init__(
        self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Keep at most `most` conversations, each for `seconds` after its last turn."""
        self._most = most
        self._seconds = seconds
        self._clock = clock
        self._kept: OrderedDict[str, tuple[float, Conversation]] = OrderedDict()

    def __len__(self) -> int:
        """How many conversations are kept, expired ones not yet swept included."""
        return len(self._kept)

    def senders(self) -> list[str]:
        """The senders of all kept conversations."""
        self.sweep()
        return list(self._kept)

    def put(self, sender: str, conversation: Conversation) -> None:
        """Keep `conversation` as the latest of all."""
        self._kept[sender] = (self._clock(), conversation)
        self._kept.move_to_end(sender)
        self.sweep()

    def get(self, sender: str) -> Conversation | None:
        """The conversation of `sender`, or None when there is none or it has expired."""
        self.sweep()
        found = self._kept.get(sender)
        return found[1] if found else None

    def forget(self, sender: str) -> None:
        """Erase what is kept of `sender`, at once."""
        self._kept.pop(sender, None)

    def sweep(self) -> None:
        """Forget what is too old or too many."""
        limit = self._clock() - self._seconds
        while self._kept:
            sender, (saved, _) = next(iter(self._kept.items()))
            if saved > limit and len(self._kept) <= self._most:
                return
            del self._kept[sender]
