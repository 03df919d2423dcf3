"""How many connections are open at once: never so many that no file could be opened any more.

Each connection takes a file descriptor, and the process may have only so many. Where one more would
be too many, those that have waited longest without a request on its way are closed for it; where
all are at work, whoever comes is told to try again.
"""

from __future__ import annotations

import json
import logging
import os
import resource
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Optional, Protocol

from vigie.server import metrics, texts

log = logging.getLogger(__name__)

WANTED = 6_000
"""Connections: the 5,000 open pages of the web channel, and others."""
RESERVE = 64
"""Descriptors for everything else: stores, platforms, files, and for turning people away."""
CLOSED_SHARE = 20
"""One in so many is closed when there is no room: looking for them at each newcomer would cost."""
RED_SECONDS = 10.0
"""How long the process says that it is not ready after it turned somebody away."""
SAID_SECONDS = 60.0
FULL = "toutes les connexions sont prises"
NO_DESCRIPTOR = "plus de descripteurs de fichiers"
_BODY = json.dumps({"error": texts.BUSY}, ensure_ascii=False).encode()
TURNED_AWAY = (
    b"HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json; charset=utf-8\r\n"
    b"Retry-After: 2\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
    b"Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"
    b"Connection: close\r\nContent-Length: %d\r\n\r\n%b" % (len(_BODY), _BODY)
)


class Waiting(Protocol):
    """An open connection."""

    @property
    def waits(self) -> bool:
        """Whether no request of it is being answered."""

    @property
    def since(self) -> float:
        """When it last had an answer or began a request, by `time.monotonic`."""

    def leave(self) -> None:
        """Close it at once, and be there no more."""


def room() -> int:
    """How many connections this process may hold, once its limit is as high as it may be."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = WANTED + 2 * RESERVE
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(hard, wanted)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    if soft == resource.RLIM_INFINITY:
        return WANTED
    return max(1, min(WANTED, soft - _open() - RESERVE))


def _open() -> int:
    """Descriptors that are open already."""
    try:
        return sum(1 for _ in Path("/proc/self/fd").iterdir())
    except OSError:
        return RESERVE


class Crowd:
    """The connections of one process, counted."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Hold at most `most`."""
        self._most = most
        self._clock = clock
        self._refused_at = -RED_SECONDS
        self._said_at = -SAID_SECONDS

    def admit(self, there: Iterable[Waiting]) -> bool:
        """Whether one more may come beside those that are there; some are closed for it."""
        there = list(there)
        if len(there) < self._most:
            return True
        idle = sorted((one for one in there if one.waits), key=lambda one: one.since)
        closed = idle[: max(1, self._most // CLOSED_SHARE)]
        for one in closed:
            one.leave()
        metrics.CONNECTIONS_CLOSED.inc(len(closed))
        if not closed:
            self._refused_at = self._clock()
            metrics.REFUSED.labels("503").inc()
        self._say(f"{FULL} ({self._most})")
        return bool(closed)

    def problem(self) -> Optional[str]:
        """Why not everybody can connect, in French; None when all can."""
        if self._clock() - self._refused_at < RED_SECONDS:
            return FULL
        try:
            os.close(os.open(os.devnull, os.O_RDONLY))
        except OSError:
            self._say(NO_DESCRIPTOR)
            return NO_DESCRIPTOR
        return None

    def _say(self, what: str) -> None:
        """Log it, once a minute at most."""
        if self._clock() - self._said_at < SAID_SECONDS:
            return
        self._said_at = self._clock()
        log.error("%s : relevez la limite (ulimit -n), ou ajoutez une réplique", what)
