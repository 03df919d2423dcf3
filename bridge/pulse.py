"""Whether the device is taken up and listens: for who watches the process from outside."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Optional

SILENT_SECONDS = 90.0
"""How long ago the last sync may be: three of them, when nobody writes (`device.SYNC_MS`)."""


class Pulse:
    """What the device did last. It tells of no room, no person and no key."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.logged_in = False
        self._clock = clock
        self._synced: Optional[float] = None

    def beat(self) -> None:
        """Note that a sync has come to its end."""
        self._synced = self._clock()

    @property
    def begun(self) -> bool:
        """Whether a sync ever was: before it, the device knows of no room."""
        return self._synced is not None

    def report(self) -> dict[str, Any]:
        """What there is to say; all is well where "status" is "ok"."""
        since = None if self._synced is None else self._clock() - self._synced
        if since is None:
            return {"status": "starting", "logged_in": self.logged_in, "synced_seconds_ago": None}
        return {
            "status": "ok" if since < SILENT_SECONDS else "stalled",
            "logged_in": self.logged_in,
            "synced_seconds_ago": round(since),
        }
