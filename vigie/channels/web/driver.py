"""Socket.IO on Sanic, made strict and silent: what python-socketio and engineio lack here.

They log what clients send, to a handler of their own; they let a client call the handler of
`connect` by an event of that name; a frame that is no packet ends the WebSocket in a traceback.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import re
from typing import Any

from engineio.async_drivers import sanic as sanic_driver
from socketio import AsyncServer
from socketio.packet import CONNECT, DISCONNECT, EVENT, Packet

from vigie.channels.web import counters
from vigie.channels.web.wire import MOST_BYTES
from vigie.server.rates import Buckets

# Engine.IO: close, ping, pong, a Socket.IO packet, upgrade, noop. Clients open nothing.
_FRAME = re.compile(r"(?:[12356]|[23]probe|4[0-6].*)", re.DOTALL)
_SEPARATOR = "\x1e"
_RESERVED = frozenset(("connect", "disconnect", "connect_error"))
_FRAMES_A_MINUTE = 600


class _Counting(logging.Handler):
    """Counts what the libraries would have logged; it may quote clients."""

    def emit(self, record: logging.LogRecord) -> None:
        """Count."""
        counters.REFUSED.labels("transport").inc()


def _quiet() -> logging.Logger:
    logger = logging.Logger("vigie.socketio", logging.ERROR)  # known to nobody else
    logger.addHandler(_Counting())
    return logger


class StrictPacket(Packet):
    """A Socket.IO packet of the default namespace, without attachments."""

    uses_binary_events = False

    def decode(self, encoded_packet: Any) -> int:
        """Read a packet.

        Raises:
            ValueError: it is not one that our clients send.
        """
        if not isinstance(encoded_packet, str):
            raise ValueError("not a text")
        try:
            super().decode(encoded_packet)
        except RecursionError:
            raise ValueError("too deep") from None
        if self.namespace not in (None, "/") or self.packet_type not in (
            CONNECT, DISCONNECT, EVENT,
        ):  # fmt: skip
            raise ValueError("unexpected packet")
        if self.packet_type == EVENT:
            self._check_event()
        return 0

    def _check_event(self) -> None:
        data = self.data
        if not isinstance(data, list) or not data or not isinstance(data[0], str):
            raise ValueError("not an event")
        if data[0] in _RESERVED:
            raise ValueError("a reserved event")


class _Discarding:
    """Takes the frames that a client sent to a connection which nobody reads any more."""

    async def put(self, frame: Any) -> None:
        """Drop it."""


class StrictWebSocket(sanic_driver.WebSocket):
    """A WebSocket that ends, as if closed, at the first frame that is no packet, or in a flood."""

    def __init__(self, handler: Any, server: Any) -> None:
        """As engineio calls it."""
        super().__init__(handler, server)
        self._frames = Buckets(_FRAMES_A_MINUTE)

    async def __call__(self, environ: Any) -> Any:
        """Serve the connection to its end, then wake whoever would wait in Sanic for ever.

        That is a task for each frame until it is read, or one that reads until there is a frame.
        """
        try:
            return await super().__call__(environ)
        finally:
            if self._sock is not None:
                left, self._sock.assembler = self._sock.assembler, _Discarding()
                (left.message_complete if left.get_in_progress else left.message_fetched).set()

    async def wait(self) -> str:
        """The next frame.

        Raises:
            OSError: the connection is over.
        """
        frame = await super().wait()
        good = isinstance(frame, str) and len(frame) <= MOST_BYTES and _FRAME.fullmatch(frame)
        if not good or not self._frames.take(""):
            counters.REFUSED.labels("transport").inc()
            raise OSError("not a packet")
        return str(frame)


def create_server() -> AsyncServer:
    """A Socket.IO server for Sanic. Origins are not its business (see `origins`)."""
    server = AsyncServer(
        async_mode="sanic",
        serializer=StrictPacket,
        logger=_quiet(),
        engineio_logger=_quiet(),
        cors_allowed_origins=[],
        max_http_buffer_size=MOST_BYTES,
        always_connect=True,  # so that `session` comes after the acceptance
    )
    # engineio's table of drivers is shared by all servers of the process: change a copy.
    server.eio._async = {**server.eio._async, "websocket": StrictWebSocket}
    _release_polls(server)
    _keep_tasks(server)
    return server


def is_payload(body: bytes) -> bool:
    """Whether `body`, posted by a polling client, is made of packets that clients may send."""
    try:
        return all(_FRAME.fullmatch(frame) for frame in body.decode().split(_SEPARATOR))
    except UnicodeDecodeError:
        return False


def _keep_tasks(server: AsyncServer) -> None:
    """Keep hold of engineio's tasks (a ping waits for 25 s), so that they can be ended at stop."""
    tasks: set[asyncio.Future[Any]] = set()

    def start(target: Any, *args: Any, **kwargs: Any) -> asyncio.Future[Any]:
        task: asyncio.Future[Any] = asyncio.ensure_future(target(*args, **kwargs))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
        return task

    server.eio.start_background_task = start
    server.eio.background_tasks = tasks


def _release_polls(server: AsyncServer) -> None:
    """End the poll of a client that has said goodbye; engineio would let it wait for 45 s."""
    leave = server.eio.handlers["disconnect"]

    async def on_disconnect(name: str, reason: str) -> None:
        await leave(name, reason)
        transport = server.eio.sockets.get(name)
        if reason == server.reason.CLIENT_DISCONNECT and transport is not None:
            await transport.queue.put(None)

    server.eio.on("disconnect", on_disconnect)


async def drop(server: AsyncServer, connection: str) -> None:
    """End a connection at once, without a word: its client floods."""
    name = server.manager.eio_sid_from_sid(connection, "/")
    transport = server.eio.sockets.pop(name, None)
    if transport is not None:
        await transport.close(wait=False, abort=True)
        await transport.queue.put(None)  # ends a waiting poll, or the WebSocket


async def delivered(server: AsyncServer, seconds: float) -> None:
    """Wait until every client has taken what was said to it, at most `seconds`."""
    queues = [t.queue for t in server.eio.sockets.values() if not t.closed]
    with contextlib.suppress(asyncio.TimeoutError):
        await asyncio.wait_for(asyncio.gather(*(queue.join() for queue in queues)), seconds)


async def close_all(server: AsyncServer) -> None:
    """End all connections such that their clients come back by themselves.

    engineio's watch over its clients ends by `AsyncServer.shutdown`, which waits for it: were it
    cancelled, the wait would be too, and with it all that the process has yet to end.
    """
    for transport in list(server.eio.sockets.values()):
        if not transport.closed:
            await transport.close(wait=False)
            await transport.queue.put(None)
    for task in list(server.eio.background_tasks):
        if task is not server.eio.service_task_handle:
            task.cancel()
