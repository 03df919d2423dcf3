"""The sessions that this process holds: bounded in number, size and age."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from typing import Any, Optional

from vigie.channels.web.stream import Stream

Ack = dict[str, Any]

MOST_SESSIONS = 10_000
MOST_FRESH = 2_000
MOST_BYTES = 64 * 1024 * 1024
_MOST_TURNS = 64


class Session:
    """One conversation: its stream, and the turns that it had under the client's ids."""

    def __init__(self, name: str, now: float) -> None:
        """The session `name`, last used `now`."""
        self.name = name
        self.used = now
        self.stream = Stream()
        self.counted = 0
        """Bytes of the stream as last counted by `Sessions`."""
        self.asked = 0
        """The number of the person's last message: choices offered before it are old."""
        self.rated: set[int] = set()
        self.saved = 0
        """The newest number that other replicas can read."""
        self.heard: set[str] = set()
        """The client's ids that another replica heard."""
        self.answered: set[str] = set()
        """Those that it answered: it may have died before it could say so."""
        self.erasing: Optional[asyncio.Task[Ack]] = None
        self._turns: OrderedDict[str, asyncio.Task[Ack]] = OrderedDict()

    @property
    def running(self) -> list[asyncio.Task[Ack]]:
        """The turns that are being answered."""
        return [turn for turn in self._turns.values() if not turn.done()]

    @property
    def busy(self) -> bool:
        """Whether something is going on, so that the session may not be dropped."""
        return bool(self.running) or (self.erasing is not None and not self.erasing.done())

    def turn(self, key: str) -> Optional[asyncio.Task[Ack]]:
        """The turn that the client's id `key` started, done or not."""
        return self._turns.get(key)

    def start(self, key: str, work: Coroutine[Any, Any, Ack]) -> asyncio.Task[Ack]:
        """Run `work` under the client's id `key`, whether or not the client stays."""
        turn = asyncio.get_running_loop().create_task(work)
        self._turns[key] = turn
        for old in list(self._turns)[:-_MOST_TURNS]:
            if self._turns[old].done():
                del self._turns[old]
        return turn

    def adopt(self, stream: Stream) -> None:
        """Go on where another replica left off: with its `stream`."""
        self.clear()
        self.stream = stream
        self.saved = stream.last
        for entry in self.stream.after(0):
            if entry["type"] == "said":
                self.heard.add(entry["id"])
                self.asked = entry["n"]
            else:
                self.answered.add(entry["to"])

    def clear(self) -> None:
        """Empty the session: a new stream, no ids."""
        self.stream = Stream()
        self.asked = self.saved = 0
        for known in (self.rated, self.heard, self.answered):
            known.clear()
        self._turns = OrderedDict((k, t) for k, t in self._turns.items() if not t.done())

    def unlearn(self, key: str) -> None:
        """Forget the client's id `key`, so that it may be tried again."""
        self._turns.pop(key, None)


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

    def count(self, session: Session) -> None:
        """Take note that the stream of `session` has changed; drop others past the bounds."""
        self.bytes += session.stream.size - session.counted
        session.counted = session.stream.size
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
