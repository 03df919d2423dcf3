"""One conversation in the browser: what was said, and the turns under the client's ids."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Coroutine
from typing import Any, Optional

from vigie.channels.web import acks
from vigie.channels.web.stream import Stream

Ack = dict[str, Any]
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
