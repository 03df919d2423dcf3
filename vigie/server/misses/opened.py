"""Where the queue of misses is, for a server and for `vigie misses`."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Optional

from vigie.server.misses import Misses, Store
from vigie.server.misses.redis import SharedQueue
from vigie.server.misses.sqlite import FileQueue
from vigie.server.redis.link import Link
from vigie.server.settings import Settings


def opened(root: Path, settings: Settings, shared: Optional[Link]) -> Store:
    """The queue: in the Redis of the replicas where there is one, else in a file.

    Raises:
        Refusal: the file cannot be opened.
    """
    return SharedQueue(shared) if shared else FileQueue(root / settings.misses_store)


def misses(root: Path, settings: Settings, shared: Optional[Link]) -> Optional[Misses]:
    """What a server gives to; None unless the operator switched it on. Without VIGIE_SECRET the
    key is this process's own: what fewer than three gave before a restart is then lost.

    Raises:
        Refusal: the file cannot be opened.
    """
    if not settings.misses:
        return None
    return Misses(opened(root, settings, shared), settings.secret or secrets.token_hex(32))
