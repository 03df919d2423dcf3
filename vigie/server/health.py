"""/health/live, /health/ready and /metrics."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Awaitable, Callable
from datetime import date
from typing import Optional

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, raw

from vigie.server import metrics
from vigie.server.replies import json_reply

# A probe is a real turn: one at a time, and one every few seconds, however often it is asked for.
PROBE_SECONDS = 5.0

Probe = Callable[[], Awaitable[Optional[str]]]


DRAINING = "arrêt en cours"
LIGHT = "lecteur léger seul : "
DEGRADED = "la mémoire partagée des conversations est hors d’atteinte, ou refuse d’écrire"


def blueprint(
    probe: Probe,
    conversations: Callable[[], int],
    draining: Callable[[], bool] = lambda: False,
    degraded: Callable[[], bool] = lambda: False,
    without: Callable[[], Optional[str]] = lambda: None,
    overdue: Callable[[date], float] = lambda today: math.nan,
    crowded: Callable[[], Optional[str]] = lambda: None,
) -> Blueprint:
    """The routes.

    Args:
        probe: asks a real question; returns None when it was answered, else the reason in French.
        conversations: how many conversations are in memory.
        draining: whether the process is about to stop: not ready, though it still answers.
        degraded: whether it answers without what replicas share. It stays ready, since the other
            replicas would fare no better: a store that is down must not take all of them away.
        without: why the heavier reader of messages is not there, in French; None where it is. The
            answers are then less often right, never late: the process is ready.
        overdue: how many facts were to be checked again before a day.
        crowded: why not everybody can connect, in French; None when all can.
    """
    routes = Blueprint("vigie_health")
    last: list[tuple[float, Optional[str]]] = []
    one_at_a_time = asyncio.Lock()

    async def problem() -> Optional[str]:
        async with one_at_a_time:
            if not last or time.monotonic() - last[0][0] > PROBE_SECONDS:
                reason = await probe()
                last[:] = [(time.monotonic(), reason)]
            return last[0][1]

    async def live(request: Request) -> HTTPResponse:
        return json_reply({"status": "ok"})

    async def ready(request: Request) -> HTTPResponse:
        reason = DRAINING if draining() else crowded() or await problem()
        metrics.READY.set(0 if reason else 1)
        if reason:
            return json_reply({"status": "not ready", "reason": reason}, 503)
        if degraded():
            return json_reply({"status": "degraded", "reason": DEGRADED})
        missing = without()
        return json_reply({"status": "ok", **({"reader": LIGHT + missing} if missing else {})})

    async def show_metrics(request: Request) -> HTTPResponse:
        metrics.CONVERSATIONS.set(conversations())
        metrics.REVIEWS_OVERDUE.set(overdue(date.today()))
        body, kind = metrics.exposition()
        return raw(body, content_type=kind)

    routes.add_route(live, "/health/live", methods=["GET", "HEAD"])
    routes.add_route(ready, "/health/ready", methods=["GET", "HEAD"])
    # What is tried first by who does not know the two: whether it can serve.
    routes.add_route(ready, "/health", methods=["GET", "HEAD"], name="health")
    routes.add_route(show_metrics, "/metrics", methods=["GET"])
    return routes
