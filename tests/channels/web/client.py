"""Clients of the web channel: Socket.IO by polling, a bare WebSocket, and plain HTTP."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Optional

import socketio
from websockets.exceptions import ConnectionClosed
from websockets.legacy.client import connect

from tests.server.marks import SECRET
from tests.server.running import Response, Server
from vigie.channels.web.token import Signer


def signer(secret: str = SECRET, age: float = 0) -> Signer:
    """What signs the tokens of a server with this secret, `age` seconds ago."""
    return Signer(secret, 3_600, clock=lambda: time.time() - age)


def counted(server: Server, name: str) -> float:
    """A sample of /metrics, by its name and labels as written there."""
    for line in server.get("/metrics").body.decode().splitlines():
        if line.startswith(name + " "):
            return float(line.rsplit(" ", 1)[1])
    return 0.0


async def pending(server: Server, number: int) -> None:
    """Wait until at least so many turns are being answered; 0: until none is."""
    deadline = time.monotonic() + 60
    while (now := counted(server, "vigie_turns_pending")) < number or (now and not number):
        assert time.monotonic() < deadline
        await asyncio.sleep(0.02)


def post(server: Server, event: str, body: Any, **headers: str) -> Response:
    """One event over the HTTP twin."""
    return server.request("POST", f"/webhooks/web/{event}", body, **headers)


class Tab:
    """One window of the widget, as far as the wire is concerned."""

    def __init__(self, server: Server, token: Optional[str] = None, **seen: Any) -> None:
        self._url = f"http://127.0.0.1:{server.port}"
        self._auth = {"token": token, **seen}
        self.io = socketio.AsyncClient(reconnection=False)
        self.got: list[tuple[str, Any]] = []
        for event in ("session", "message", "said", "trouble"):
            self.io.on(event, self._keep(event))

    def _keep(self, event: str) -> Callable[[Any], None]:
        return lambda data: self.got.append((event, data))

    def all(self, event: str) -> list[Any]:
        return [data for name, data in self.got if name == event]

    @property
    def session(self) -> dict[str, Any]:
        """The newest `session` event."""
        found: dict[str, Any] = self.all("session")[-1]
        return found

    @property
    def seen(self) -> dict[str, Any]:
        """What to give to open the same session again."""
        last = max([self.session["last"], *(d["n"] for n, d in self.got if "n" in d)])
        return {k: self.session[k] for k in ("token", "stream")} | {"last": last}

    async def connect(self, **headers: str) -> None:
        await self.io.connect(
            self._url, headers=headers, auth=self._auth, transports=["polling"], wait_timeout=10
        )
        await self.until(lambda: bool(self.all("session")))

    async def until(self, done: Callable[[], bool], seconds: float = 30) -> None:
        deadline = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < deadline, self.got
            await asyncio.sleep(0.01)

    async def call(self, event: str, data: Any = None, seconds: float = 60) -> Any:
        return await self.io.call(event, data, timeout=seconds)

    async def say(self, text: str, key: str) -> Any:
        return await self.call("say", {"id": key, "text": text})

    def texts(self) -> list[str]:
        return [message["text"] for message in self.all("message")]


@asynccontextmanager
async def tab(
    server: Server, token: Optional[str] = None, headers: Optional[dict[str, str]] = None,
    **seen: Any,
) -> AsyncIterator[Tab]:  # fmt: skip
    """A connected window."""
    one = Tab(server, token, **seen)
    await one.connect(**(headers or {}))
    try:
        yield one
    finally:
        await asyncio.sleep(0.05)  # a client still busy with its first POST never says goodbye
        await one.io.disconnect()


class Raw:
    """A WebSocket to which any frame may be written."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket

    async def send(self, frame: Any) -> None:
        await self._socket.send(frame)

    async def next(self, start: str, seconds: float = 30) -> Any:
        """The JSON in the next frame that begins with `start`, after it; pings are answered."""
        while True:
            frame = await asyncio.wait_for(self._socket.recv(), seconds)
            if frame == "2":
                await self._socket.send("3")
            if frame.startswith(start):
                return json.loads(
                    frame[len(start) :].removesuffix("]" * start.count("[")) or "null"
                )

    async def closed(self, seconds: float = 30) -> int:
        """The close code, once the server has ended the connection."""
        try:
            while True:
                await asyncio.wait_for(self._socket.recv(), seconds)
        except ConnectionClosed as end:
            return int(end.rcvd.code if end.rcvd else 1006)


@asynccontextmanager
async def websocket(server: Server, auth: Any = None, **headers: str) -> AsyncIterator[Raw]:
    """An open WebSocket that has connected with `auth` (False: has not)."""
    url = f"ws://127.0.0.1:{server.port}/socket.io/?EIO=4&transport=websocket"
    async with connect(url, extra_headers=headers) as socket:
        raw = Raw(socket)
        await raw.next("0")
        if auth is not False:
            await raw.send("40" + json.dumps(auth or {}))
            await raw.next("40")
        yield raw
