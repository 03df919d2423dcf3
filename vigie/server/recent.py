"""The last few words of each conversation, for a moment: a cry for help may come in pieces.

In memory only, never shared and never logged: what is lost with the process is lost.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

SECONDS = 120.0
"""For how long what was written counts together with what follows."""
KEPT = 2
"""Messages that are held of a conversation."""
WORDS = 8
"""Those of a message that is held: a longer one tells enough by itself."""
MOST = 10_000
"""Conversations of which something is held."""

Held = tuple[float, tuple[str, ...]]


class Recent:
    """What was written just before, by conversation."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._held: OrderedDict[str, Held] = OrderedDict()

    def before(self, conversation: str, text: str) -> tuple[str, ...]:
        """What came right before `text`, which is held for what comes next."""
        now = self._clock()
        self._forget(now)
        _, said = self._held.pop(conversation, (now, ()))
        if 0 < len(text.split()) <= WORDS:
            self._held[conversation] = now, (*said, text)[-KEPT:]
        if len(self._held) > MOST:
            self._held.popitem(last=False)
        return said

    def forget(self, conversation: str) -> None:
        """Drop what is held of a conversation that is over."""
        self._held.pop(conversation, None)

    def _forget(self, now: float) -> None:
        """Drop what is too old: the oldest stands first."""
        while self._held:
            conversation, (at, _) = next(iter(self._held.items()))
            if now - at <= SECONDS:
                return
            del self._held[conversation]
