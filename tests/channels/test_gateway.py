"""The shared layer by itself: who hangs up, who fills the queue, what raises, what ends."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.channels.assembled import CRY, Assemble, Assembled, inbound
from vigie.channels.shared import counters
from vigie.channels.shared.cost import Budget
from vigie.channels.shared.gateway import CRIES, MOST_WAITING
from vigie.channels.shared.http import Client
from vigie.channels.shared.inbound import Inbound
from vigie.channels.shared.pace import Pacer
from vigie.channels.shared.render import Part
from vigie.channels.shared.retries import Undelivered, patient
from vigie.channels.stores.held import TRIES, Sealer
from vigie.channels.stores.sqlite import SqliteStore
from vigie.channels.stores.store import Careful


def lost(channel: str, reason: str) -> float:
    value: float = counters.DEAD_LETTERS.labels(channel, reason)._value.get()
    return value


async def test_who_hangs_up_early_is_answered_all_the_same(assemble: Assemble) -> None:
    """Sanic cancels the handler of a connection that closes; the platform does not deliver a
    message again that it believes to have handed over."""
    parts = assemble()
    for moment in range(8):
        batch = [inbound(10 * moment + n, f"a{n}", person=str(moment)) for n in range(3)]
        request = asyncio.create_task(parts.gateway.accept(batch))
        for _ in range(moment):
            await asyncio.sleep(0)
        request.cancel()
        with pytest.raises(asyncio.CancelledError):
            await request
    while parts.gateway._taking:
        await asyncio.sleep(0.01)
    await parts.idle()
    for moment in range(1, 8):
        assert parts.texts(str(moment)) == ["« a0 »", "« a1 »", "« a2 »"], moment
    assert parts.worker.reserve(128), "all room was given back"


async def dies(parts: Assembled) -> None:
    """Its process goes without a word: nothing that runs gets to its end."""
    await parts.worker.stop(0)


async def test_what_a_process_accepted_is_answered_by_the_next_when_it_dies(
    assemble: Assemble,
) -> None:
    first = assemble()
    assert await first.gateway.accept([inbound(1, "un", sent_at=1.0), inbound(2, "deux")])
    await dies(first)
    second = assemble()
    second.free.set()
    await second.gateway.adopt()
    assert await second.gateway.accept([inbound(1, "un")]), "delivered again, and known"
    await second.idle()
    assert sorted(second.texts("+331")) == ["« deux »", "« un »"] and not first.sent
    third = assemble()
    await third.gateway.adopt()
    await third.idle()
    assert not third.sent, "what is answered is let go"


async def test_what_is_held_cannot_be_read_and_does_not_stay(
    assemble: Assemble, tmp_path: Path
) -> None:
    parts = assemble()
    await parts.gateway.accept([inbound(1, "mon patron me bat", person="+33612345678")])
    files = list(tmp_path.glob("channels.sqlite*"))
    kept = b"".join(file.read_bytes() for file in files)
    assert b"gAAAA" in kept, "sealed, and held"
    assert b"patron" not in kept and b"33612345678" not in kept
    await parts.idle()
    assert await parts.store.hold("messenger", "any", "thing")
    rows = parts.store._store._file.db.execute("SELECT message FROM held").fetchall()
    assert rows == [("any",)]


async def test_a_message_that_kills_whoever_takes_it_is_given_up(assemble: Assemble) -> None:
    before = lost("messenger", "error")
    one = assemble()
    await one.gateway.accept([inbound(1, "un")])
    await dies(one)
    for _ in range(TRIES - 1):
        another = assemble()
        await another.gateway.adopt()
        await dies(another)
    last = assemble()
    last.free.set()
    await last.gateway.adopt()
    await last.idle()
    assert not last.sent
    assert lost("messenger", "error") == before + 1


async def test_one_person_does_not_fill_the_queue(assemble: Assemble) -> None:
    parts = assemble(most=MOST_WAITING + 5)
    assert await parts.gateway.accept([inbound(n, f"a{n}") for n in range(50)])
    assert await parts.gateway.accept([inbound(99, "b", person="+332")])
    await parts.idle()
    assert parts.texts("+332") == ["« b »"]
    answered = [text for text in parts.texts("+331") if "vite" not in text]
    assert answered == [f"« a{n} »" for n in range(len(answered))]
    assert MOST_WAITING <= len(answered) <= MOST_WAITING + 1
    assert len(parts.texts("+331")) == len(answered) + 1, "and is told so, once"


async def test_a_cry_for_help_passes_every_limit_but_not_without_end(assemble: Assemble) -> None:
    parts = assemble(rate=2)
    parts.free.set()
    for number in range(40):
        await parts.gateway.accept([inbound(number, CRY)])
    await parts.idle()
    helped = [text for text in parts.texts("+331") if "911" in text and "vite" not in text]
    assert len(helped) == 2 + CRIES


async def test_a_batch_longer_than_the_queue_gets_through_by_and_by(assemble: Assemble) -> None:
    parts = assemble(most=4)
    batch = [inbound(n, f"a{n}", person=f"+{n % 3}") for n in range(20)]
    assert not await parts.gateway.accept(batch), "there is no room for all"
    parts.free.set()
    while not await parts.gateway.accept(batch):
        await asyncio.sleep(0.02)
    await parts.idle()
    for person in range(3):
        assert parts.texts(f"+{person}") == [f"« a{n} »" for n in range(20) if n % 3 == person]


async def test_a_job_that_raises_stops_neither_the_person_nor_the_others(
    assemble: Assemble, caplog: pytest.LogCaptureFixture
) -> None:
    parts = assemble()
    parts.trouble = {"« a0 »": ValueError("+331 a0"), "« a1 »": Undelivered("refused")}
    errors, refused = lost("messenger", "error"), lost("messenger", "refused")
    parts.free.set()
    await parts.gateway.accept([inbound(n, f"a{n}") for n in range(3)])
    await parts.idle()
    assert parts.texts("+331") == ["« a2 »"]
    assert lost("messenger", "error") == errors + 1
    assert lost("messenger", "refused") == refused + 1
    assert "ValueError" in caplog.text
    assert "+331" not in caplog.text and "a0" not in caplog.text


async def test_what_the_end_interrupts_is_counted(assemble: Assemble) -> None:
    parts = assemble()
    before = lost("messenger", "stopping")
    await parts.gateway.accept([inbound(n, "a") for n in range(3)])
    await parts.worker.stop(0.05)
    assert lost("messenger", "stopping") == before + 3
    assert parts.worker.reserve(128)


async def test_nothing_is_sent_once_the_window_has_closed(assemble: Assemble) -> None:
    """Meta takes free text for 24 hours after the last message; what waited longer is dropped."""
    parts = assemble("whatsapp")
    before = lost("whatsapp", "window")
    late = inbound(1, "a", sent_at=parts.time - 86_399)
    stale = inbound(2, "b", sent_at=parts.time - 86_401)
    assert await parts.gateway.accept([late, stale])
    parts.time += 10
    await parts.idle()
    assert not parts.sent
    assert lost("whatsapp", "window") == before + 1


class Broken:
    """A store that is out of order: each call raises, or hangs."""

    def __init__(self, hang: bool) -> None:
        self._hang = hang

    def __getattr__(self, name: str) -> Callable[..., Awaitable[None]]:
        async def call(*_: object) -> None:
            if self._hang:
                await asyncio.sleep(60)
            raise OSError("+331")

        return call


@pytest.mark.parametrize("hang", [False, True], ids=["raises", "hangs"])
async def test_without_a_memory_people_are_answered_all_the_same(
    assemble: Assemble, hang: bool, caplog: pytest.LogCaptureFixture
) -> None:
    parts = assemble()
    await parts.store.close()
    parts.store._store, parts.store._seconds = Broken(hang), 0.01
    parts.free.set()
    for text in ("a", "STOP", "AIDE", CRY):
        await parts.gateway.accept([inbound(1, text)])
    await parts.idle()
    heard = parts.texts("+331")
    assert heard[0].endswith("« a »")
    assert all("911" in text for text in heard[1:])
    assert "+331" not in caplog.text


async def test_the_cap_holds_without_a_memory_until_the_next_day() -> None:
    now = [0.0]
    budget = Budget(Careful(Broken(hang=False)), "twilio", 5, lambda: now[0])  # type: ignore[arg-type]
    assert [await budget.allows(2, urgent=False) for _ in range(3)] == [True, True, False]
    assert await budget.allows(1, urgent=False)
    assert await budget.allows(3, urgent=True), "help is never refused"
    now[0] = 86_400.0
    assert await budget.allows(5, urgent=False)


async def test_the_cap_is_one_for_all_who_share_a_memory(tmp_path: Path) -> None:
    """Two processes, or one after a restart."""
    stores = [SqliteStore(tmp_path / "channels.sqlite") for _ in range(2)]
    first, second = (Budget(store, "twilio", 4, lambda: 0.0) for store in stores)
    assert await first.allows(3, urgent=False)
    assert not await second.allows(2, urgent=False)
    assert await second.allows(1, urgent=False)
    assert not await first.allows(1, urgent=False)
    for store in stores:
        await store.close()


async def test_a_clock_that_jumps_ahead_silences_nobody(assemble: Assemble) -> None:
    """26 hours ahead, all that comes seems older than a day: a cry for help is answered."""
    parts = assemble("telegram")
    parts.free.set()
    old = parts.time - 26 * 3_600
    await parts.gateway.accept([inbound(1, CRY, sent_at=old), inbound(2, "salut", sent_at=old)])
    await parts.idle()
    assert len(parts.sent) == 1
    assert "911" in parts.sent[0][1]


def test_what_was_sealed_before_the_clock_was_put_back_is_read_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sealer, now = Sealer("key", "telegram"), time.time()
    sealed = sealer.seal(inbound(1, "salut"))
    for hours, kept in ((-26, True), (0, True), (23, True), (25, False)):
        monkeypatch.setattr(time, "time", lambda later=hours: now + 3_600 * later)
        assert (sealer.open(sealed, 86_400) is not None) == kept


async def test_a_cry_for_help_waits_for_nothing_that_its_author_asked_before(
    assemble: Assemble,
) -> None:
    parts = assemble()
    hanging = asyncio.Event()
    deliver = parts.deliver

    async def hang(inbound: Inbound, part: Part) -> None:
        if "question" in part.text:
            await hanging.wait()
        await deliver(inbound, part)

    parts.deliver = hang  # type: ignore[method-assign]
    parts.free.set()
    await parts.gateway.accept([inbound(n, f"question {n}") for n in range(9)])
    await parts.gateway.accept([inbound(9, CRY)])
    await asyncio.wait_for(_until(lambda: bool(parts.sent)), 10)
    assert "911" in parts.sent[0][1]
    hanging.set()


async def _until(done: Callable[[], bool]) -> None:
    while not done():
        await asyncio.sleep(0.005)


async def test_a_cry_for_help_is_not_paced_in_a_crowded_group() -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    pacer = Pacer(1, 25, clock=lambda: 0.0, sleep=sleep)
    for _ in range(9):
        await pacer.wait("group", slower=3.0)
    waits = len(slept)
    await pacer.wait("group", slower=3.0, urgent=True)
    assert waits > 0
    assert len(slept) == waits


async def test_a_cry_for_help_gets_in_where_the_queue_is_full(assemble: Assemble) -> None:
    parts = assemble(most=2)
    asked = [inbound(n, f"question {n}", person=f"+{n}") for n in range(2)]
    assert await parts.gateway.accept(asked)
    assert not await parts.gateway.accept([inbound(2, "et moi ?", person="+332")])
    assert await parts.gateway.accept([inbound(3, CRY, person="+333")])


async def test_a_cry_for_help_in_pieces_gets_in_where_the_queue_is_full(
    assemble: Assemble,
) -> None:
    parts = assemble(most=2)
    parts.gateway._recent.before(parts.gateway._tools.names.of_person("+333"), "je suis")
    asked = [inbound(n, f"question {n}", person=f"+{n}") for n in range(2)]
    assert await parts.gateway.accept(asked)
    assert not await parts.gateway.accept([inbound(2, "bloquée", person="+332")])
    assert await parts.gateway.accept([inbound(3, "bloquée", person="+333")])


async def test_who_has_two_addresses_is_silent_under_both(assemble: Assemble) -> None:
    parts = assemble("whatsapp")
    parts.free.set()
    await parts.gateway.accept([inbound(1, "STOP", person="336", also="FR.abc")])
    await parts.idle()
    await parts.gateway.accept([inbound(2, "salut", person="FR.abc")])
    await parts.idle()
    assert [to for to, _ in parts.sent] == ["336"]


async def test_help_is_tried_again_for_a_quarter_of_an_hour() -> None:
    """For each way to fail that passes, with as little as the platform says."""
    for status, wait in ((500, 0.0), (429, 120.0), (429, 5_000.0)):
        waited: list[float] = []

        async def sleep(seconds: float, waited: list[float] = waited) -> None:
            waited.append(seconds)

        client = Client("telegram", "http://nobody.invalid", patience=3.0, sleep=sleep)

        async def attempt(*_: Any, status: int = status, wait: float = wait) -> Any:
            return wait, "limited" if status == 429 else "failing", {}

        client._attempt = attempt  # type: ignore[assignment]
        with pytest.raises(Undelivered):
            await client.post("/x")
        assert sum(waited) < 20
        waited.clear()
        with patient(True), pytest.raises(Undelivered):
            await client.post("/x")
        assert sum(waited) >= 900


async def test_one_phone_cannot_spend_what_is_there_for_all(tmp_path: Path) -> None:
    store = Careful(SqliteStore(tmp_path / "spent.sqlite"))
    for memory in (store, Careful(Broken(hang=False))):  # type: ignore[arg-type]
        budget = Budget(memory, "twilio", 20, a_person=6)
        taken = [await budget.allows(3, urgent=False, person="greedy") for _ in range(4)]
        assert taken == [True, True, False, False]
        assert await budget.allows(3, urgent=False, person="other")
        assert await budget.allows(3, urgent=True, person="greedy"), "help is never refused"
    await store.close()


async def test_stop_and_help_are_answered_when_all_is_spent(tmp_path: Path) -> None:
    store = Careful(SqliteStore(tmp_path / "spent.sqlite"))
    budget = Budget(store, "twilio", 3, a_person=3)
    assert await budget.allows(3, urgent=False, person="a")
    assert not await budget.allows(1, urgent=False, person="a")
    answered = [await budget.allows(3, False, "a", service=True) for _ in range(6)]
    assert answered == [True] * 4 + [False] * 2, "bounded, too"
    await store.close()
