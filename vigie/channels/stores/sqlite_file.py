"""One SQLite file and the thread that works on it; what is deleted from it is overwritten."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Optional, TypeVar

from vigie.errors import Refusal

Got = TypeVar("Got")
WIPE_SECONDS = 3.0
"""How long an answered message stays in the log of writes, unless somebody reads the file then."""
WIPES = 3
"""How often that is tried."""


class SqliteFile:
    """An open file: `db` is for work that `call` is given."""

    def __init__(self, path: Path, tables: str) -> None:
        """Open `path`, made with `tables` when it is not there, readable by its owner alone.

        Raises:
            Refusal: it cannot be opened, or is no such file.
        """
        self.wiping: Optional[asyncio.Task[None]] = None
        # One thread: calls are answered in the order in which they are made.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="vigie-channels")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            self.db = sqlite3.connect(
                path, timeout=5, isolation_level=None, check_same_thread=False
            )
            self.db.execute("PRAGMA journal_mode=WAL")
            self.db.execute("PRAGMA synchronous=NORMAL")
            # What is deleted is overwritten, here and, by `_wipe`, in the log of writes.
            self.db.execute("PRAGMA secure_delete=ON")
            self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self.db.executescript(tables)
        except (OSError, sqlite3.Error) as problem:
            raise Refusal(
                f"La mémoire des canaux ne s’ouvre pas ({path.name}, {type(problem).__name__}) : "
                "corrigez VIGIE_CHANNEL_STORE ou les droits du dossier."
            ) from None

    async def call(self, work: Callable[[], Got]) -> Got:
        """What `work` gives, done in the thread of the file."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def wipe_soon(self) -> None:
        """Have what was deleted leave the log of writes too."""
        if self.wiping is None or self.wiping.done():
            self.wiping = asyncio.create_task(self._wipe())

    async def _wipe(self) -> None:
        """Empty the log of writes soon: what was answered stays in it, sealed, until then."""
        asked = "PRAGMA wal_checkpoint(TRUNCATE)"
        for _ in range(WIPES):
            await asyncio.sleep(WIPE_SECONDS)
            with contextlib.suppress(sqlite3.Error):  # closed
                ((busy, *_),) = await self.call(lambda: self.db.execute(asked).fetchall())
                if not busy:  # no error is raised where another connection reads what it holds
                    return

    async def close(self) -> None:
        """Close the file; nothing may be asked of it any more."""
        if self.wiping is not None:
            self.wiping.cancel()
        await self.call(self.db.close)
        self._thread.shutdown()
