"""In which rooms the bridge stays, and what of them it passes on."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

ANSWERED = ("m.room.message", "m.sticker")
INVITES = 10
"""Invitations of one person that are followed in a minute."""
AGAIN_SECONDS = 600.0
"""How long a room is not told again that a message could not be read."""
_MOST = 10_000


class Seldom:
    """Lets something happen so often, by name, in some seconds."""

    def __init__(
        self, times: int, seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._times = times
        self._seconds = seconds
        self._clock = clock
        self._done: OrderedDict[str, list[float]] = OrderedDict()

    def take(self, name: str) -> bool:
        """Whether it may happen once more for `name`; counts when it may."""
        now = self._clock()
        done = [at for at in self._done.pop(name, []) if now - at < self._seconds]
        allowed = len(done) < self._times
        self._done[name] = [*done, now] if allowed else done
        if len(self._done) > _MOST:
            self._done.popitem(last=False)
        return allowed


def is_private(room: Any) -> bool:
    """Whether what is written in a room stays there: it is encrypted, and not open to all."""
    return bool(room.encrypted) and room.join_rule != "public"


def passed_on(room: Any, source: dict[str, Any]) -> dict[str, Any]:
    """An event as Vigie is told of it: with its room, and whether only two are there."""
    return {
        "event": {**source, "room_id": room.room_id},
        "direct": room.joined_count <= 2,
    }


def plain(said: str) -> dict[str, Any]:
    """The content of a message that says something, and calls nobody."""
    return {"msgtype": "m.text", "body": said, "m.mentions": {}}
