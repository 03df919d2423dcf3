"""The ring of a stream and the bounds of the sessions."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from vigie.channels.web import sessions as module
from vigie.channels.web.sessions import Sessions
from vigie.channels.web.stream import Stream


def numbers(stream: Stream, last: int = 0) -> list[int]:
    return [entry["n"] for entry in stream.after(last)]


def test_entries_are_numbered_and_given_from_any_point() -> None:
    stream = Stream()
    for text in "abc":
        stream.add({"text": text})
    assert stream.after(1) == [{"n": 2, "text": "b"}, {"n": 3, "text": "c"}]
    assert stream.after(3) == stream.after(99) == []
    assert (stream.first, stream.last) == (1, 3)


def test_a_ring_keeps_the_newest_in_number_and_in_size() -> None:
    stream = Stream(most=3, most_bytes=1_000)
    for _ in range(5):
        stream.add({"text": "a"})
    assert numbers(stream) == [3, 4, 5]
    stream.add({"text": "b" * 990})
    assert numbers(stream) == [6]
    assert stream.size > 1_000
    stream.add({"text": "c"})
    assert numbers(stream) == [7]
    assert stream.size < 100


@pytest.mark.parametrize(
    ("n", "found"), [(-1, False), (0, False), (3, False), (4, True), (6, False)]
)
def test_an_entry_is_found_by_number_while_it_is_kept(n: int, found: bool) -> None:
    stream = Stream(most=2)
    for _ in range(5):
        stream.add({})
    assert (stream.find(n) is not None) is found
    assert Stream().find(n) is None


def test_a_session_is_dropped_when_unused_for_too_long() -> None:
    now = [0.0]
    held = Sessions(60, clock=lambda: now[0])
    talked, empty = held.open("talked"), held.open("empty")
    talked.stream.add({"text": "a"})
    held.count(talked)
    assert held.bytes == talked.stream.size > 0
    now[0] = 59
    assert held.get("talked") is talked
    now[0] = 61
    assert held.get("empty") is None
    assert held.get("talked") is talked
    assert empty not in held.all()
    now[0] = 122
    assert len(held) == 1
    held.sweep()
    assert (len(held), held.bytes) == (0, 0)


def talk(held: Sessions, name: str, text: str = "") -> None:
    session = held.open(name)
    session.stream.add({"text": text})
    held.count(session)


def test_a_flood_of_connections_drops_no_conversation(monkeypatch: Any) -> None:
    monkeypatch.setattr(module, "MOST_FRESH", 10)
    held = Sessions(60)
    talk(held, "talked")
    for number in range(100):
        held.open(str(number))
    assert held.get("talked") is not None
    assert len(held) == 11


@pytest.mark.parametrize("bounds", [{"most": 3}, {"most_bytes": 3_300}])
def test_the_least_recently_used_conversations_make_room(bounds: dict[str, Any]) -> None:
    held = Sessions(60, **bounds)
    for name in "abc":
        talk(held, name, "x" * 1_000)
    assert held.get("a") is not None
    talk(held, "d", "x" * 1_000)
    assert [session.name for session in held.all()] == ["c", "a", "d"]
    assert held.bytes == sum(session.stream.size for session in held.all())


async def test_a_session_with_a_turn_running_is_not_dropped() -> None:
    held = Sessions(60, most=1)
    talk(held, "busy")
    session = held.get("busy")
    assert session is not None
    turn = session.start("key", asyncio.sleep(0.01, {"ok": True}))
    talk(held, "other")
    assert held.get("busy") is session
    await turn
    talk(held, "third")
    assert held.get("busy") is None


async def test_ids_are_bounded_and_those_running_stay() -> None:
    session = Sessions(60).open("a")
    waiting = asyncio.Event()

    async def wait() -> dict[str, Any]:
        await waiting.wait()
        return {"ok": True}

    running = session.start("running", wait())
    for number in range(200):
        await session.start(str(number), asyncio.sleep(0, {"ok": True}))
    assert session.turn("running") is running
    assert session.done("199") == {"ok": True}
    assert session.done("1") is None
    waiting.set()
    await running
    assert not session.running


async def test_only_an_answered_id_is_remembered_and_counted() -> None:
    async def fail() -> dict[str, Any]:
        raise OSError

    session = Sessions(60).open("a")
    before = session.size
    refused = await session.start("refused", asyncio.sleep(0, {"ok": False}))
    with pytest.raises(OSError):
        await session.start("broken", fail())
    assert [session.done(key) for key in ("refused", "broken")] == [None, None]
    assert session.size == before
    assert not refused["ok"]
    await session.start("answered", asyncio.sleep(0, {"ok": True}))
    assert session.size > before


def test_a_message_is_rated_once_and_marks_are_bounded() -> None:
    session = Sessions(60).open("a")
    for n in range(1, 1_001):
        session.stream.add({})
        assert session.rate(n)
        assert not session.rate(n)
    assert len(session._rated) <= 201


def test_a_session_is_revoked_for_as_long_as_a_token_of_it_may_live() -> None:
    now = [0.0]
    held = Sessions(60, clock=lambda: now[0])
    talk(held, "old", "x" * 1_000)
    session = held.get("old")
    assert session is not None
    held.rename(session, "new")
    assert "old" in held.revoked and "new" not in held.revoked
    assert (held.get("new"), held.get("old"), session.name) == (session, None, "new")
    held.count(session)
    assert held.bytes == session.stream.size
    held.revoke("new")
    assert (len(held), held.bytes) == (0, 0)
    now[0] = 59
    held.revoke("other")
    assert "old" in held.revoked
    now[0] = 61
    held.revoke("another")
    assert ["old" in held.revoked, "other" in held.revoked] == [False, True]
