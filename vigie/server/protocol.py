"""Sanic's HTTP, made strict: what it lets pass, and what it leaves without an answer.

A client that sends a byte a second puts the clock of Sanic back each time; here a head has its
time from its first byte on, whatever comes. A request whose address cannot be read gets its 400;
Sanic fails over the address a second time while it makes that answer, and hangs up.
"""

from __future__ import annotations

import re
from asyncio import BaseTransport, Transport
from time import monotonic
from typing import Any, Optional, cast

from sanic.exceptions import InvalidUsage
from sanic.http import Http, Stage
from sanic.server.protocols.websocket_protocol import WebSocketProtocol

from vigie.server.crowd import RESERVE, TURNED_AWAY

_CHUNK = re.compile(rb"[0-9a-fA-F]{1,8}(?:;[\x20-\x7e]*)?")
_LONGEST_CHUNK_HEAD = 64
LINGER_SECONDS = 0.3
"""How long a connection without a request is kept when the server stops."""
REFUSAL_SECONDS = 1.0
"""How long a connection for which there is no room may take to say its first word."""
BUFFERED = 16_384
"""Bytes beyond a request that a client may send before it has its answer."""


class StrictHttp(Http):
    """One connection's requests."""

    def create_empty_request(self) -> None:
        """The request that stands for one that could not be read, whatever its address was."""
        self.url = None
        super().create_empty_request()

    async def read(self) -> Any:
        """As in Sanic; the length of a chunk is hexadecimal digits, and nothing that Python
        takes for a number besides."""
        if self.request_bytes_left == 0 and self.request_body == "chunked":
            buffer = self.recv_buffer
            while (end := buffer.find(b"\r\n", 2)) < 0 and len(buffer) <= _LONGEST_CHUNK_HEAD:
                await self._receive_more()
            length = bytes(buffer[2 : max(end, 2)])
            if not (buffer.startswith(b"\r\n") and _CHUNK.fullmatch(length)):
                self.keep_alive = False
                self.request_body = None
                raise InvalidUsage("Bad chunked encoding")
        return await super().read()


class StrictProtocol(WebSocketProtocol):
    """A connection whose requests must come in time, where there is room for it."""

    __slots__ = ("_refused",)
    _turned_away = 0
    """Connections of this process that wait to be told that there is no room."""

    def __init__(self, **how: Any) -> None:
        """As Sanic makes it."""
        super().__init__(**how)
        self._refused: Optional[Transport] = None

    def connection_made(self, transport: BaseTransport) -> None:
        """Serve it, or answer at its first word that there is no room."""
        self._time = monotonic()
        if self.app.ctx.crowd.admit(self.connections):
            super().connection_made(transport)  # type: ignore[no-untyped-call]
            return
        refused = cast(Transport, transport)
        if StrictProtocol._turned_away >= RESERVE // 2:
            refused.abort()
            return
        StrictProtocol._turned_away += 1
        self._refused = refused
        self.loop.call_later(REFUSAL_SECONDS, refused.abort)

    def connection_lost(self, exc: Optional[Exception]) -> None:
        """Forget it."""
        StrictProtocol._turned_away -= self._refused is not None
        super().connection_lost(exc)  # type: ignore[no-untyped-call]

    @property
    def waits(self) -> bool:
        """Whether no request of it is being answered: the head or the first word is awaited."""
        http = getattr(self, "_http", None)  # set when its task has begun
        return http is None or http.stage in (Stage.IDLE, Stage.REQUEST)

    @property
    def since(self) -> float:
        """When it last had an answer or began a request."""
        return self._time

    def leave(self) -> None:
        """Close at once, and be counted no more."""
        self.connections.discard(self)
        if self.transport is not None:  # `abort` would part it from a task that still reads
            self.transport.abort()

    def _setup_connection(self) -> None:
        self._http = StrictHttp(self)  # type: ignore[no-untyped-call]
        self._time = monotonic()
        self.check_timeouts()  # type: ignore[no-untyped-call]

    def close_if_idle(self) -> bool:
        """When the server stops: close in a moment, unless a request comes till then. One may be
        on its way, or lie unread; to hang up on it would lose it."""
        if self._idle():
            self.loop.call_later(LINGER_SECONDS, self._close_if_still_idle)
        return False

    def _idle(self) -> bool:
        http = getattr(self, "_http", None)
        return http is None or (http.stage is Stage.IDLE and not http.upgrade_websocket)

    def _close_if_still_idle(self) -> None:
        if self._idle():
            self.close()

    def data_received(self, data: bytes) -> None:
        """Take what came; neither the rest of a head nor that of a refused body puts the clock
        back."""
        if self._refused is not None:
            self._refused.write(TURNED_AWAY)
            self._refused.close()
            return
        http, since = getattr(self, "_http", None), self._time
        super().data_received(data)  # type: ignore[no-untyped-call]
        if http is None or self.websocket is not None:
            return
        beyond = len(self.recv_buffer) - (http.request_bytes_left or 0)
        if http and http.request_body != "chunked" and beyond > BUFFERED:  # it is being answered
            self.leave()
            return
        if http.stage is Stage.REQUEST:
            self._time = since
        elif http.stage is Stage.IDLE and http.request_body:
            self._time = since
            if monotonic() - since > self.request_timeout:
                self.leave()
