"""The memory of the channels in one SQLite file: survives a restart, needs no server."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path

from vigie.channels.stores.held import Orphan
from vigie.channels.stores.sqlite_file import SqliteFile
from vigie.channels.stores.store import GREETED_SECONDS, MORE_SECONDS, SEEN_SECONDS

_TABLES = """
CREATE TABLE IF NOT EXISTS seen (message TEXT PRIMARY KEY, until REAL NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS seen_until ON seen (until);
CREATE TABLE IF NOT EXISTS greeted (person TEXT PRIMARY KEY, until REAL NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS greeted_until ON greeted (until);
CREATE TABLE IF NOT EXISTS stopped (person TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS spent
    (account TEXT, day TEXT, amount INTEGER NOT NULL, PRIMARY KEY (account, day)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS held
    (box TEXT, message TEXT, owner TEXT NOT NULL, tries INTEGER NOT NULL, sealed TEXT NOT NULL,
    PRIMARY KEY (box, message)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS read (name TEXT PRIMARY KEY, place TEXT NOT NULL) WITHOUT ROWID;
"""
_MOST_KEPT = 10_000


class SqliteStore:
    """See `store.Store`. The rest of an answer is kept in this process only, never in the file."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        """The memory in the file `path`.

        Raises:
            Refusal: it cannot be opened, or is no such file.
        """
        self._clock = clock
        self._name = secrets.token_hex(8)
        """One process has the file: what any other holds is left from before."""
        self._file = SqliteFile(path, _TABLES)
        self._kept: OrderedDict[str, tuple[float, list[str]]] = OrderedDict()

    def _sweep(self, table: str) -> float:
        """Forget what is over in `table`; the time."""
        now = self._clock()
        self._file.db.execute(f"DELETE FROM {table} WHERE until <= ?", (now,))  # noqa: S608
        return now

    async def first_time(self, message: str) -> bool:
        """See `Store`."""

        def work() -> bool:
            now = self._sweep("seen")
            added = "INSERT OR IGNORE INTO seen VALUES (?, ?)"
            return self._file.db.execute(added, (message, now + SEEN_SECONDS)).rowcount > 0

        return await self._file.call(work)

    async def hold(self, box: str, message: str, sealed: str) -> bool:
        """See `Store`."""
        added = "INSERT OR IGNORE INTO held VALUES (?, ?, ?, 1, ?)"
        values = (box, message, self._name, sealed)
        return await self._file.call(lambda: self._file.db.execute(added, values).rowcount > 0)

    async def let_go(self, box: str, message: str) -> None:
        """See `Store`."""
        gone = "DELETE FROM held WHERE box = ? AND message = ?"
        await self._file.call(lambda: self._file.db.execute(gone, (box, message)))
        self._file.wipe_soon()

    async def orphans(self, box: str) -> list[Orphan]:
        """See `Store`."""
        taken = (
            "UPDATE held SET owner = ?, tries = tries + 1 WHERE box = ? AND owner <> ? "
            "RETURNING message, tries, sealed"
        )
        values = (self._name, box, self._name)
        rows = await self._file.call(lambda: self._file.db.execute(taken, values).fetchall())
        return [Orphan(*row) for row in rows]

    async def greet(self, person: str) -> bool:
        """See `Store`."""

        def work() -> bool:
            now = self._sweep("greeted")
            asked = "SELECT 1 FROM greeted WHERE person = ?"
            known = self._file.db.execute(asked, (person,)).fetchone() is not None
            noted = "INSERT OR REPLACE INTO greeted VALUES (?, ?)"
            self._file.db.execute(noted, (person, now + GREETED_SECONDS))
            return not known

        return await self._file.call(work)

    async def stop(self, person: str) -> None:
        """See `Store`."""
        await self._file.call(
            lambda: self._file.db.execute("INSERT OR IGNORE INTO stopped VALUES (?)", (person,))
        )

    async def resume(self, person: str) -> bool:
        """See `Store`."""
        gone = "DELETE FROM stopped WHERE person = ?"
        return await self._file.call(lambda: self._file.db.execute(gone, (person,)).rowcount > 0)

    async def stopped(self, person: str) -> bool:
        """See `Store`."""
        asked = "SELECT 1 FROM stopped WHERE person = ?"
        return await self._file.call(
            lambda: self._file.db.execute(asked, (person,)).fetchone() is not None
        )

    async def spend(self, account: str, day: str, amount: int, most: int) -> bool:
        """See `Store`."""

        def work() -> bool:
            self._file.db.execute("DELETE FROM spent WHERE day < ?", (day,))
            added = self._file.db.execute(
                "INSERT INTO spent SELECT ?, ?, ? WHERE ? <= ? ON CONFLICT DO UPDATE "
                "SET amount = amount + excluded.amount WHERE amount + excluded.amount <= ? "
                "RETURNING 1",
                (account, day, amount, amount, most, most),
            ).fetchall()
            return bool(added)

        return await self._file.call(work)

    async def keep(self, person: str, parts: Sequence[str]) -> None:
        """See `Store`."""
        self._kept.pop(person, None)
        now = self._clock()
        if parts:
            self._kept[person] = (now + MORE_SECONDS, list(parts))
        while self._kept and (
            len(self._kept) > _MOST_KEPT or next(iter(self._kept.values()))[0] <= now
        ):
            self._kept.popitem(last=False)

    async def kept(self, person: str) -> list[str]:
        """See `Store`."""
        until, parts = self._kept.pop(person, (0.0, []))
        return parts if until > self._clock() else []

    async def remember(self, name: str, place: str) -> None:
        """See `Store`."""
        noted = "INSERT OR REPLACE INTO read VALUES (?, ?)"
        if place:
            await self._file.call(lambda: self._file.db.execute(noted, (name, place)))
        else:
            await self._file.call(
                lambda: self._file.db.execute("DELETE FROM read WHERE name = ?", (name,))
            )

    async def recall(self, name: str) -> str:
        """See `Store`."""
        asked = "SELECT place FROM read WHERE name = ?"

        def work() -> str:
            found = self._file.db.execute(asked, (name,)).fetchone()
            return str(found[0]) if found else ""

        return await self._file.call(work)

    async def close(self) -> None:
        """See `Store`."""
        await self._file.close()
