"""What stays of a message that was answered: nothing, in the file and in its log of writes."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest

from vigie.channels.shared.inbound import Inbound
from vigie.channels.stores import sqlite_file
from vigie.channels.stores.held import Sealer
from vigie.channels.stores.sqlite import SqliteStore


def found(folder: Path, sealed: str) -> list[str]:
    """The files of the memory in which a part of `sealed` can be read."""
    part = sealed[20:60].encode()
    return [path.name for path in folder.iterdir() if part in path.read_bytes()]


async def test_no_answered_message_can_be_recovered_after_ten_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sqlite_file.WIPE_SECONDS < 10
    monkeypatch.setattr(sqlite_file, "WIPE_SECONDS", 0.0)
    store = SqliteStore(tmp_path / "channels.sqlite")
    sealer = Sealer("key", "telegram")
    texts = [sealer.seal(Inbound(id=str(n), person="1", target="1", text="x")) for n in range(40)]
    for number, sealed in enumerate(texts):
        await store.hold("telegram", f"m{number}", sealed)
    assert found(tmp_path, texts[0]), "or else this test looks in the wrong place"
    for number in range(len(texts)):
        await store.let_go("telegram", f"m{number}")
    assert store._file.wiping is not None
    await asyncio.sleep(0)
    while not store._file.wiping.done():
        await asyncio.sleep(0)
    assert [found(tmp_path, sealed) for sealed in texts] == [[]] * len(texts)
    await store.close()


async def test_what_another_connection_was_reading_is_wiped_once_it_has_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each channel has a connection of its own, and so has whoever makes a copy of the file."""
    monkeypatch.setattr(sqlite_file, "WIPE_SECONDS", 0.1)
    store = SqliteStore(tmp_path / "channels.sqlite")
    store._file.db.execute("PRAGMA busy_timeout=50")
    sealed = Sealer("key", "sms").seal(Inbound(id="1", person="1", target="1", text="x"))
    await store.hold("sms", "m", sealed)
    reader = sqlite3.connect(tmp_path / "channels.sqlite", isolation_level=None)
    reader.execute("BEGIN")
    assert reader.execute("SELECT count(*) FROM held").fetchone() == (1,)
    await store.let_go("sms", "m")
    await asyncio.sleep(0.2)
    assert found(tmp_path, sealed), "the first try finds it being read"
    reader.execute("COMMIT")
    reader.close()
    assert store._file.wiping is not None
    await store._file.wiping
    assert found(tmp_path, sealed) == []
    await store.close()
