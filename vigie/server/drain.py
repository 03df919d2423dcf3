"""Stop without dropping anybody: say not ready first, answer meanwhile, then stop.

A proxy or an orchestrator that watches /health/ready sends new requests elsewhere during
VIGIE_DRAIN_SECONDS. A second signal stops at once.

From the first signal on, each answer is the last of its connection. A client that keeps its
connection would else go on asking until the process cuts it off, with a question on the way.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable
from typing import Optional

from sanic import Sanic
from sanic.request import Request
from sanic.response import BaseHTTPResponse

log = logging.getLogger(__name__)


class Drain:
    """Whether this process is about to stop."""

    def __init__(self, seconds: float) -> None:
        """Answer for `seconds` after the first signal."""
        self._seconds = seconds
        self._timer: Optional[asyncio.TimerHandle] = None
        self._stopping = False

    @property
    def begun(self) -> bool:
        """Whether the process was asked to stop."""
        return self._stopping or self._timer is not None

    def close_connections(self, app: Sanic) -> None:
        """Have each answer of `app` close its connection, once the process was asked to stop."""

        async def before_stop(app: Sanic, loop: asyncio.AbstractEventLoop) -> None:
            self._stopping = True

        async def close(request: Request, response: BaseHTTPResponse) -> None:
            if self.begun and request.stream is not None:
                request.stream.keep_alive = False

        app.register_listener(before_stop, "before_server_stop")
        app.register_middleware(close, "response")

    def install(self, loop: asyncio.AbstractEventLoop, stop: Callable[[], object]) -> None:
        """On SIGTERM, drain then `stop`; SIGINT (Ctrl-C) keeps stopping at once."""
        if self._seconds:
            loop.add_signal_handler(signal.SIGTERM, self.begin, loop, stop)

    def begin(self, loop: asyncio.AbstractEventLoop, stop: Callable[[], object]) -> None:
        """Begin to drain; the second time, stop."""
        if self._timer is not None:
            self._timer.cancel()
            stop()
            return
        log.info("arrêt demandé : encore %.0f s pour les requêtes en route", self._seconds)
        self._timer = loop.call_later(self._seconds, stop)
