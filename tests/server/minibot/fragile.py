"""A tracker store that breaks while the file `store-breaks` says how."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any, Optional

from vigie.server.store import MemoryStore

BREAKS = Path("store-breaks")


async def _break(sender: str) -> None:
    how = BREAKS.read_text() if BREAKS.exists() else ""
    if how == "hangs":
        await asyncio.sleep(60)
    if how == "raises":
        raise ConnectionError(f"secret: {sender}")


class FragileStore(MemoryStore):
    async def save(self, tracker: Any) -> None:
        await _break(tracker.sender_id)
        await super().save(tracker)

    async def retrieve(self, sender_id: str) -> Optional[Any]:
        await _break(sender_id)
        return await super().retrieve(sender_id)
