"""The sessions that this process holds: bounded in number, size and age."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from typing import Any, Optional

from vigie.channels.web import acks
from vigie.channels.web.revoked import Revoked
from vigie.channels.web.stream import Stream

Ack = dict[str, Any]

MOST_SESSIONS = 10_000
MOST_FRESH = 2_000
MOST_BYTES = 64 * 1024 * 1024
_MOST_DONE = 64
_BYTES_OF_AN_ACK = 600


class Session:
    """One conversation: its stream, and the turns that it had under the client's ids."""

    def __init__(self, name: str, now: float) -> None:
        """The session `name`, last used `now`."""
        self.name = name
        self.used = now
        self.stream = Stream()
        self.counted = 0
        """Bytes of the session as last counted by `Sessions`."""
        self.asked = 0
        """The number of the person's last message: choices offered before it are old."""
        self.erasing: Optional[asyncio.Task[Ack]] = None
        self.saved = 0
        """The newest number that other replicas can read."""
        self.heard: set[str] = set()
        """The client's ids that another replica heard; it may have died before it answered."""
        self._rated: set[int] = set()
        self._turns: dict[str, asyncio.Task[Ack]] = {}
        self._done: OrderedDict[str, Ack] = OrderedDict()

    @property
    def size(self) -> int:
        """Bytes that it keeps, more or less."""
        return self.stream.size + _BYTES_OF_AN_ACK * len(self._done)

    @property
    def running(self) -> list[asyncio.Task[Ack]]:
        """The turns that are being answered."""
        return list(self._turns.values())

    @property
    def busy(self) -> bool:
        """Whether something is going on, so that the session may not be dropped."""
        return bool(self._turns) or (self.erasing is not None and not self.erasing.done())

    def turn(self, key: str) -> Optional[asyncio.Task[Ack]]:
        """The turn that the client's id `key` started, while it runs."""
        return self._turns.get(key)

    def done(self, key: str) -> Optional[Ack]:
        """The acknowledgement of the client's id `key`, when it was answered."""
        found = self._done.get(key)
        return None if found is None else dict(found)

    def start(self, key: str, work: Coroutine[Any, Any, Ack]) -> asyncio.Task[Ack]:
        """Run `work` under the client's id `key`, whether or not the client stays.

        What was not answered may be tried again under the same id.
        """
        turn = self._turns[key] = asyncio.get_running_loop().create_task(work)
        turn.add_done_callback(lambda turn: self._ended(key, turn))
        return turn

    def _ended(self, key: str, turn: asyncio.Task[Ack]) -> None:
        del self._turns[key]
        if turn.cancelled() or turn.exception() is not None or not turn.result()["ok"]:
            return
        self._done[key] = turn.result()
        while len(self._done) > _MOST_DONE:
            self._done.popitem(last=False)

    def rate(self, n: int) -> bool:
        """Whether message `n` was not rated before; it is now."""
        new = n not in self._rated
        self._rated = {old for old in self._rated if old >= self.stream.first} | {n}
        return new

    def adopt(self, stream: Stream) -> None:
        """Go on where another replica left off: with its `stream`, and what it answered."""
        self.clear()
        self.stream = stream
        self.saved = stream.last
        for entry in stream.after(0):
            if entry["type"] == "said":
                self.heard.add(entry["id"])
                self.asked = entry["n"]
            else:
                self._done[entry["to"]] = acks.done(stream.last, entry["to"])

    def clear(self) -> None:
        """Empty the session: a new stream, no ids but those of the turns that run."""
        self.stream = Stream()
        self.asked = self.saved = 0
        self.heard.clear()
        self._rated.clear()
        self._done.clear()


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
