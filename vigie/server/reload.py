"""Take a new model into service while people talk: on SIGHUP, or when the manifest changes.

Training writes the archive first and then puts the manifest in its place at once, so that a
changed manifest means a whole model. A bad one is refused, said once, and the old one stays.
"""

from __future__ import annotations

import asyncio
import logging
import time
from pathlib import Path
from typing import Optional

from vigie.errors import Refusal
from vigie.server import metrics
from vigie.server.assistant import Assistant

log = logging.getLogger(__name__)

WATCH_SECONDS = 1.0

Stamp = Optional[tuple[int, int, int]]


def stamp(path: Path) -> Stamp:
    """What changes when `path` is written or replaced; None when it cannot be looked at."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


class Reloader:
    """Replaces the model of one assistant, one attempt at a time."""

    def __init__(self, assistant: Assistant, manifest: Path, since: Stamp) -> None:
        """Watch `manifest`, which was as `since` says when the model in service was loaded."""
        self._assistant = assistant
        self._manifest = manifest
        self._seen = since
        self._one_at_a_time = asyncio.Lock()

    async def watch(self, seconds: float = WATCH_SECONDS) -> None:
        """Look every `seconds`, until cancelled; the cost is one stat."""
        while True:
            await asyncio.sleep(seconds)
            now = stamp(self._manifest)
            if now is not None and now != self._seen:
                await self.reload()

    async def reload(self) -> None:
        """Try the current model and take it into service, or say why not."""
        async with self._one_at_a_time:
            self._seen = stamp(self._manifest)
            started = time.monotonic()
            try:
                name = await self._assistant.reload()
            except Refusal as problem:
                metrics.RELOADS.labels("refused").inc()
                log.error("modèle refusé, l’ancien reste en service : %s", problem)
            except Exception:
                metrics.RELOADS.labels("refused").inc()
                log.exception("modèle refusé, l’ancien reste en service")
            else:
                metrics.RELOADS.labels("loaded").inc()
                log.info("modèle %s en service (%.1f s)", name, time.monotonic() - started)
