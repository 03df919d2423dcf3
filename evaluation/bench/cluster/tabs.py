"""Windows of the web widget, as far as the wire is concerned: a WebSocket that comes back by
itself, and sends again what stayed without an acknowledgement."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
import uuid
from collections import Counter
from collections.abc import Sequence
from typing import Any

from websockets.exceptions import WebSocketException
from websockets.legacy.client import connect
from websockets.typing import Origin

from evaluation.bench.cluster.scripts import Script
from evaluation.bench.cluster.seen import Seen
from vigie.server import texts

ACK_SECONDS = 12.0
"""As the widget."""
AGAIN_SECONDS = 0.5
TRIES = 20


class Lost(ConnectionError):
    """The connection broke before the acknowledgement."""


class Tab:
    """One window, with one session at a time."""

    def __init__(self, port: int, seen: Seen) -> None:
        self._origin = f"http://127.0.0.1:{port}"
        self._url = f"ws://127.0.0.1:{port}/socket.io/?EIO=4&transport=websocket&r="
        self._seen = seen
        self._socket: Any = None
        self._numbers = itertools.count()
        self.renew()

    def renew(self) -> None:
        """Begin a new session at the next connection."""
        self._route = uuid.uuid4().hex[:16]
        self._auth: dict[str, Any] = {}
        self._told: Counter[str] = Counter()
        self._messages: dict[str, list[str]] = {}
        self._numbered: set[tuple[str, int]] = set()

    async def close(self) -> None:
        """End the connection; the session stays."""
        if self._socket is not None:
            await self._socket.close()
            self._socket = None

    async def say(self, text: str) -> list[str]:
        """The texts that answer `text`, which is sent until it is acknowledged.

        Raises:
            Lost: not even after many attempts.
        """
        key = uuid.uuid4().hex
        for attempt in range(TRIES):
            self._seen.repeated += attempt > 0
            try:
                if self._socket is None:
                    await self._connect()
                say = self._call("say", {"id": key, "text": text})
                ack = await asyncio.wait_for(say, ACK_SECONDS)
                if ack.get("ok"):
                    return self._messages.get(key, [])
                kind = str(ack.get("error"))
            except (OSError, WebSocketException, asyncio.TimeoutError) as problem:
                kind = type(problem).__name__
                await self.close()
            if attempt == TRIES - 1:
                raise Lost(kind)
            await asyncio.sleep(AGAIN_SECONDS)
        raise Lost

    async def _connect(self) -> None:
        origin = Origin(self._origin)
        self._socket = await connect(
            self._url + self._route, origin=origin, open_timeout=10, ping_interval=None
        )
        await self._until("0")
        await self._socket.send("40" + json.dumps(self._auth))
        await self._until("40")
        while "stream" not in self._auth or not self._fresh:
            await self._next()

    async def _call(self, event: str, data: Any) -> dict[str, Any]:
        number = next(self._numbers)
        await self._socket.send(f"42{number}{json.dumps([event, data])}")
        found: dict[str, Any] = json.loads(await self._until(f"43{number}"))[0]
        return found

    async def _until(self, start: str) -> str:
        self._fresh = False
        while True:
            frame = await self._next()
            if frame.startswith(start):
                return frame[len(start) :]

    async def _next(self) -> str:
        frame = str(await asyncio.wait_for(self._socket.recv(), ACK_SECONDS))
        if frame == "2":
            await self._socket.send("3")
        elif frame.startswith("42"):
            self._event(*json.loads(frame[2:]))
        return frame

    def _event(self, name: str, data: Any) -> None:
        if name == "session":
            self._fresh = True
            self._auth = {"token": data["token"], "stream": data["stream"], "last": data["last"]}
            for entry in data["messages"]:
                self._keep(entry)
        elif name in ("message", "said"):
            self._auth["last"] = max(self._auth.get("last", 0), data["n"])
            self._keep(data)

    def _keep(self, entry: dict[str, Any]) -> None:
        """Keep a message once, by its number; count those that answer anew."""
        number = (self._auth["stream"], entry["n"])
        if entry["type"] != "message" or number in self._numbered:
            return
        self._numbered.add(number)
        kept = self._messages.setdefault(entry["to"], [])
        if entry["text"] in kept:
            self._seen.twice += 1
        else:
            kept.append(entry["text"])


async def visitor(
    port: int, scripts: Sequence[Script], seen: Seen, stop: asyncio.Event, pause: float
) -> None:
    """Hold one conversation after the other in one window until `stop`."""
    tab = Tab(port, seen)
    try:
        for script in itertools.cycle(scripts):
            await tab.close()
            tab.renew()
            for text, reply in zip(script.turns, script.replies):
                if stop.is_set():
                    return
                started = time.perf_counter()
                try:
                    said = await tab.say(text)
                except Lost as problem:
                    seen.fail(str(problem))
                    break
                if texts.WITHOUT_CONTEXT in said:
                    seen.without_context += 1
                    seen.note(started, True)
                    break
                seen.note(started, tuple(said) == reply)
                await asyncio.sleep(pause)
    finally:
        await tab.close()
