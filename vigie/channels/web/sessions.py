"""The sessions that this process holds: bounded in number, size and age."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Optional

from vigie.channels.web.revoked import Revoked
from vigie.channels.web.session import Session


MOST_SESSIONS = 10_000
MOST_FRESH = 2_000
MOST_BYTES = 64 * 1024 * 1024


class Sessions:
    """Sessions by name, the least recently used first.

    A session in which nothing was said yet is cheap to make, so these are kept apart: a flood
    of connections drops other empty sessions, never one that holds a conversation.
    """

    def __init__(
        self,
        seconds: float,
        most: int = MOST_SESSIONS,
        most_bytes: int = MOST_BYTES,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Keep at most `most` sessions and `most_bytes`, each for `seconds` after its last use."""
        self._seconds = seconds
        self._most = most
        self._most_bytes = most_bytes
        self._clock = clock
        self._fresh: OrderedDict[str, Session] = OrderedDict()
        self._kept: OrderedDict[str, Session] = OrderedDict()
        self.revoked = Revoked(seconds, clock)
        self.bytes = 0

    def __len__(self) -> int:
        """How many sessions are held, empty ones included."""
        return len(self._fresh) + len(self._kept)

    def get(self, name: str) -> Optional[Session]:
        """The session `name`, marked as used; None when it is not here (any more)."""
        self.sweep()
        for held in (self._kept, self._fresh):
            if name in held:
                held.move_to_end(name)
                held[name].used = self._clock()
                return held[name]
        return None

    def open(self, name: str) -> Session:
        """A new, empty session `name`."""
        self._fresh[name] = Session(name, self._clock())
        while len(self._fresh) > MOST_FRESH:
            self._fresh.popitem(last=False)
        return self._fresh[name]

    def rename(self, session: Session, name: str) -> None:
        """Go on with `session` under `name`; its old name is revoked."""
        for held in (self._fresh, self._kept):
            if held.get(session.name) is session:
                del held[session.name]
                held[name] = session
        self.revoke(session.name)
        session.name, session.used, session.saved = name, self._clock(), 0

    def revoke(self, name: str) -> None:
        """Have no token of the session `name` open it again; what is held of it goes."""
        for held in (self._fresh, self._kept):
            if name in held:
                self._drop(held, held[name])
        self.revoked.add(name)

    def count(self, session: Session) -> None:
        """Take note that the stream of `session` has changed; drop others past the bounds."""
        self.bytes += session.size - session.counted
        session.counted = session.size
        self._fresh.pop(session.name, None)
        self._kept[session.name] = session
        self._kept.move_to_end(session.name)
        for old in list(self._kept.values())[:-1] if self._over else ():
            if not self._over:
                break
            if not old.busy:
                self._drop(self._kept, old)

    @property
    def _over(self) -> bool:
        return len(self._kept) > self._most or self.bytes > self._most_bytes

    def sweep(self) -> None:
        """Drop what has not been used for too long."""
        limit = self._clock() - self._seconds
        for held in (self._fresh, self._kept):
            while held:
                oldest = next(iter(held.values()))
                if oldest.used > limit or oldest.busy:
                    break
                self._drop(held, oldest)

    def all(self) -> list[Session]:
        """Every session held."""
        return [*self._fresh.values(), *self._kept.values()]

    def _drop(self, held: OrderedDict[str, Session], session: Session) -> None:
        del held[session.name]
        self.bytes -= session.counted
