"""Nobody's messages hold those of others: who goes first, counted in turns and not in seconds."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from evaluation.bench.dearest import filled
from vigie.server import lane as lanes
from vigie.server.answer import Answerer, Limits, judge
from vigie.server.lane import Lane, Rank, lane
from vigie.server.output import RestOutput
from vigie.server.threads import Exhausted, Threads

DISTRESS = "Au secours, il m’enferme et il a pris mon passeport"


async def served(*asked: tuple[Rank, str]) -> list[str]:
    """Who had their turn, in which order, when all asked at once."""
    one, order = Lane(), []

    async def have(rank: Rank, source: str) -> None:
        async with one.turn(rank, source):
            order.append(source)

    await asyncio.gather(*(have(rank, source) for rank, source in asked))
    return order


async def test_whoever_asks_much_waits_for_whoever_asks_little() -> None:
    much = [(Rank.UNDERSTAND, "much")] * 4
    assert (await served(*much, (Rank.UNDERSTAND, "little")))[:3] == ["much", "much", "little"]


async def test_a_cry_for_help_goes_first() -> None:
    order = await served(
        (Rank.UNDERSTAND, "first"), (Rank.UNDERSTAND, "ask"), (Rank.URGENT, "help")
    )
    assert order == ["first", "help", "ask"]


async def test_the_loop_does_all_else_between_two_turns() -> None:
    beats, seen, one = 0, [], Lane()
    over = asyncio.Event()

    async def beat() -> None:
        nonlocal beats
        while not over.is_set():
            beats += 1
            await asyncio.sleep(0)

    async def have() -> None:
        async with one.turn(Rank.UNDERSTAND, "a"):
            seen.append(beats)

    beating = asyncio.create_task(beat())
    await asyncio.gather(*(have() for _ in range(20)))
    over.set()
    await beating
    assert len(set(seen)) == 20, "two had their turn in one round of the loop"


async def test_who_gives_up_leaves_their_turn_to_others() -> None:
    one, had = Lane(), []

    async def have(name: str) -> None:
        async with one.turn(Rank.UNDERSTAND, name):
            had.append(name)

    async with one.turn(Rank.UNDERSTAND, "holder"):
        late = asyncio.create_task(have("late"))
        other = asyncio.create_task(have("other"))
        await asyncio.sleep(0)
        late.cancel()
    await asyncio.gather(late, other, return_exceptions=True)
    await asyncio.wait_for(have("next"), 5)
    assert had == ["other", "next"]


async def test_a_turn_given_to_who_has_just_given_up_goes_on() -> None:
    one = Lane()

    async def have() -> None:
        async with one.turn(Rank.UNDERSTAND, "a"):
            pass

    async with one.turn(Rank.UNDERSTAND, "holder"):
        late = asyncio.create_task(have())
        await asyncio.sleep(0)
    await asyncio.sleep(0)  # the turn is theirs now, and they do not know it yet
    late.cancel()
    await asyncio.gather(late, return_exceptions=True)
    await asyncio.wait_for(have(), 5)


@contextmanager
def at_work(one: Lane) -> Iterator[tuple[threading.Event, asyncio.Task[str]]]:
    """Somebody's work in `one`, which goes on until it is told to end."""
    end = threading.Event()

    def work() -> str:
        assert end.wait(60)
        return threading.current_thread().name

    try:
        yield end, asyncio.ensure_future(one.apart(Rank.UNDERSTAND, "a", work))
    finally:
        end.set()


async def test_what_is_done_apart_holds_nobody_else_than_who_waits_for_the_same() -> None:
    """The loop goes on while a message is understood, and hears cries for help."""
    with at_work(lane()) as (end, working):
        other = asyncio.ensure_future(lane().apart(Rank.UNDERSTAND, "b", lambda: "b"))
        assert await judge(DISTRESS, "c") is not None
        assert not working.done()
        assert not other.done()
        end.set()
        assert await working != threading.current_thread().name
        assert await other == "b"


async def test_what_fails_apart_fails_for_who_waits_for_it_and_for_nobody_else() -> None:
    one = Lane()
    with pytest.raises(ZeroDivisionError):
        await one.apart(Rank.UNDERSTAND, "a", lambda: 1 / 0)
    assert await one.apart(Rank.UNDERSTAND, "b", lambda: "b") == "b"


async def test_who_gives_up_on_a_work_leaves_it_its_turn_until_it_has_ended() -> None:
    one = Lane()
    with at_work(one) as (end, working):
        await asyncio.sleep(0.01)
        working.cancel()
        other = asyncio.ensure_future(one.apart(Rank.UNDERSTAND, "b", lambda: end.is_set()))
        await asyncio.gather(working, return_exceptions=True)
        assert working.cancelled()
        assert not other.done()
        end.set()
        assert await other, "it began before the other had ended"


async def test_a_work_that_hangs_is_left_to_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "HUNG_SECONDS", 0.05)
    monkeypatch.setattr(lanes, "_threads", Threads(most=2))
    one = Lane()
    with at_work(one) as (_, first):
        with pytest.raises(asyncio.TimeoutError):
            await first
        assert await one.apart(Rank.UNDERSTAND, "b", lambda: "b") == "b"
        assert not lanes.hung()
        with at_work(one) as (_, second):
            with pytest.raises(asyncio.TimeoutError):
                await second
            assert lanes.hung()
            with pytest.raises(Exhausted):
                await one.apart(Rank.UNDERSTAND, "c", lambda: "c")


async def test_each_loop_has_a_lane_of_its_own() -> None:
    assert lane() is lane()
    others = await asyncio.to_thread(lambda: asyncio.run(_lane()))
    assert others is not lane()


async def _lane() -> Lane:
    return lane()


async def test_a_burst_of_the_dearest_messages_holds_nobody_else(assistant: Any) -> None:
    """Thirty of them from one address; then somebody in distress, and somebody who asks."""
    answerer, order = Answerer("rest", Limits(seconds=60.0)), []

    async def say(text: str, source: str, number: int) -> None:
        output = RestOutput(f"{source}-{number}")
        handle = assistant.agent.handle_message
        await answerer.answer(handle, text, f"{source}-{number}", output, source)
        assert output.messages
        order.append(source)

    burst = [asyncio.create_task(say(filled("2,"), "attacker", n)) for n in range(30)]
    await asyncio.sleep(0)
    await asyncio.gather(
        say("Qui enquête sur la traite ?", "asks", 0), say(DISTRESS, "distress", 0)
    )
    before = len(order) - 2
    await asyncio.gather(*burst)
    assert order.index("distress") < order.index("asks")
    assert before <= 5, f"{before} of the burst were answered before them"
