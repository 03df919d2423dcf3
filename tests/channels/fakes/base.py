"""A platform on loopback: takes calls as the real one does, refuses what it would refuse, and
fails on demand."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Optional, TypeVar

from aiohttp import web

Self = TypeVar("Self", bound="Fake")

SILENCE = 20.0


@dataclass(frozen=True)
class Fault:
    """How the next call fails."""

    status: int = 0
    """0 says nothing until the other side gives up."""
    retry_after: Optional[float] = None


@dataclass(frozen=True)
class Call:
    """One call that was made."""

    path: str
    body: Any
    at: float
    status: int


class Fake:
    """Serves `handle` in a thread of its own, on a free port."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.signs: list[Call] = []
        """Calls that only show something: a message was read, an answer is being written."""
        self.breaches: list[str] = []
        """Calls that were refused because they break a limit of the platform."""
        self.faults: deque[Fault] = deque()
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self: Self) -> Self:
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        runner = self._loop.run_until_complete(self._start())
        self._loop.run_forever()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()  # those who still say nothing
        self._loop.run_until_complete(runner.cleanup())
        self._loop.close()

    async def _start(self) -> web.AppRunner:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._answer)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.port = runner.addresses[0][1]
        self._ready.set()
        return runner

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        body = await self.read(request)
        sign = self.is_sign(request.path, body)
        if self.faults and not sign and self.can_fail(request.path):
            fault = self.faults.popleft()
            self._note(request.path, body, fault.status)
            if not fault.status:
                await asyncio.sleep(SILENCE)
            headers = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
            return web.json_response(self.fault(fault), status=fault.status, headers=headers)
        status, said = self.handle(request, body)
        self._note(request.path, body, status)
        return web.json_response(said, status=status)

    def _note(self, path: str, body: Any, status: int) -> None:
        calls = self.signs if self.is_sign(path, body) else self.calls
        calls.append(Call(path, body, time.monotonic(), status))

    def is_sign(self, path: str, body: Any) -> bool:
        """Whether a call only shows something; no fault is for such a one."""
        return False

    def refuse(self, why: str, status: int = 400) -> tuple[int, Any]:
        self.breaches.append(why)
        return status, {"error": {"message": why}}

    def can_fail(self, path: str) -> bool:
        """Whether faults are for this call."""
        return True

    async def read(self, request: web.Request) -> Any:
        return await request.json()

    def fault(self, fault: Fault) -> Any:
        """The body of a failure."""
        return {}

    def handle(self, request: web.Request, body: Any) -> tuple[int, Any]:
        raise NotImplementedError


def wait_until(true: Callable[[], Any], seconds: float = 30) -> None:
    """Wait until `true()`, or fail."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)
