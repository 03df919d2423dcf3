"""Which memory the channels have: a file of this process, or the Redis that replicas share."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from vigie.channels.stores.redis import SharedStore
from vigie.channels.stores.sqlite import SqliteStore
from vigie.channels.stores.store import Store
from vigie.server.redis.link import Link


def open_store(where: str, shared: Optional[Link] = None) -> Store:
    """The memory of the channels: the file `where`, or the Redis that replicas share.

    Raises:
        Refusal: it cannot be opened.
    """
    return SqliteStore(Path(where)) if shared is None else SharedStore(shared)
