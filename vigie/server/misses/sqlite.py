"""The queue of misses in one SQLite file, readable by its owner alone."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from vigie.errors import Refusal
from vigie.server.misses import KEPT_SECONDS, LEAST

Got = TypeVar("Got")

MOST = 100_000
"""Conversations with a subject that are noted at once; beyond, the oldest go."""
_TABLES = """
CREATE TABLE IF NOT EXISTS given
    (subject TEXT, conversation TEXT, at REAL NOT NULL, PRIMARY KEY (subject, conversation))
    WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS given_at ON given (at);
CREATE TABLE IF NOT EXISTS kept (subject TEXT PRIMARY KEY, entry TEXT NOT NULL) WITHOUT ROWID;
"""
_TOO_FEW = """
DELETE FROM kept
WHERE (SELECT count(*) FROM given WHERE given.subject = kept.subject) < ?
"""


class FileQueue:
    """See `misses.Store`."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        """Open `path`, made when it is not there.

        Raises:
            Refusal: it cannot be opened, or is no such file.
        """
        self._clock = clock
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="vigie-misses")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            self._db = sqlite3.connect(
                path, timeout=5, isolation_level=None, check_same_thread=False
            )
            # No log of writes beside the file, and what is deleted is overwritten.
            self._db.execute("PRAGMA journal_mode=DELETE")
            self._db.execute("PRAGMA secure_delete=ON")
            self._db.executescript(_TABLES)
            self._purge()
        except (OSError, sqlite3.Error) as problem:
            raise Refusal(
                f"La file des manques ne s’ouvre pas ({path.name}, {type(problem).__name__}) : "
                "corrigez VIGIE_MISSES_STORE ou les droits du dossier."
            ) from None

    async def _call(self, work: Callable[[], Got]) -> Got:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _purge(self) -> None:
        self._db.execute("DELETE FROM given WHERE at <= ?", (self._clock() - KEPT_SECONDS,))
        self._db.execute(
            "DELETE FROM given WHERE at <= "
            "(SELECT at FROM given ORDER BY at DESC LIMIT 1 OFFSET ?)",
            (MOST,),
        )
        self._db.execute(_TOO_FEW, (LEAST,))

    async def give(self, subject: str, conversation: str, entry: str) -> bool:
        """See `Store`."""

        def work() -> bool:
            self._purge()
            given = (subject, conversation, self._clock())
            self._db.execute("INSERT OR REPLACE INTO given VALUES (?, ?, ?)", given)
            counted = "SELECT count(*) FROM given WHERE subject = ?"
            (conversations,) = self._db.execute(counted, (subject,)).fetchone()
            if conversations < LEAST:
                return False
            self._db.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (subject, entry))
            return True

        return await self._call(work)

    async def rows(self) -> list[tuple[str, int]]:
        """See `Store`."""

        def work() -> list[tuple[str, int]]:
            self._purge()
            counted = "SELECT entry, count(*) FROM kept JOIN given USING (subject) GROUP BY subject"
            return [(str(entry), int(n)) for entry, n in self._db.execute(counted).fetchall()]

        return await self._call(work)

    async def purge(self) -> None:
        """See `Store`."""
        await self._call(self._purge)

    async def close(self) -> None:
        """See `Store`."""
        await self._call(self._db.close)
        self._thread.shutdown()
