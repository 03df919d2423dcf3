"""More than the server bears: it says so at once, and loses nothing of what it accepted."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from uuid import uuid4

from tests.server.marks import PENDING
from tests.server.running import Connection, Server
from vigie.server import texts

DISTRESS = "Au secours, il m’enferme et il a pris mon passeport"


@dataclass
class Tally:
    """What came back of the messages sent."""

    answered: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    turned_away: int = 0

    @property
    def accepted(self) -> int:
        return sum(len(counts) for counts in self.answered.values())

    async def send(self, server: Server, sender: str, connection: Connection | None = None) -> None:
        body = {"sender": sender, "message": "combien"}
        status, answer = await server.post_async(body, connection)
        if status == 429:
            assert answer["error"] == texts.BUSY
            self.turned_away += 1
            return
        assert status == 200
        self.answered[sender].append(answer[0]["custom"]["count"])


async def sustained(server: Server, seconds: float) -> float:
    """Turns a second, with as many people as may be answered at once, each waiting for an answer."""
    tally, end = Tally(), time.monotonic() + seconds

    async def talk() -> None:
        sender = uuid4().hex
        while time.monotonic() < end:
            await tally.send(server, sender)

    await asyncio.gather(*(talk() for _ in range(PENDING)))
    return tally.accepted / seconds


async def offered(server: Server, rate: float, seconds: float, senders: list[str]) -> Tally:
    """What becomes of `rate` messages a second, whether or not answers come back.

    They go in waves, over connections that are open before: a slow client would else spread them.
    """
    tally, tasks, wave = Tally(), [], 4 * PENDING
    started = time.monotonic()
    for first in range(0, max(int(rate * seconds), 2 * wave), wave):
        connections = await asyncio.gather(*(server.connect() for _ in range(wave)))
        await asyncio.sleep(max(0.0, started + first / rate - time.monotonic()))
        for number, connection in enumerate(connections, first):
            sender = senders[number % len(senders)]
            tasks.append(asyncio.create_task(tally.send(server, sender, connection)))
    await asyncio.gather(*tasks)
    return tally


async def test_at_twice_the_sustainable_load_nothing_accepted_is_lost(tight: Server) -> None:
    answered = 'vigie_turns_total{channel="rest",outcome="answered"}'
    rate = await sustained(tight, 1.0)
    before, senders = tight.metric(answered), [uuid4().hex for _ in range(40)]
    tally = await offered(tight, 2 * rate, 2.0, senders)
    assert tally.turned_away > 0, "this was no overload"
    assert tally.accepted > PENDING
    assert tight.metric(answered) - before == tally.accepted
    for sender in senders:  # each turn counted once, and the conversation holds them all
        counts = sorted(tally.answered[sender])
        assert counts == list(range(1, len(counts) + 1))
        assert tight.say("combien", sender)[0]["custom"]["count"] == len(counts) + 1
    assert 'outcome="timeout"' not in tight.get("/metrics").body.decode()


def test_whoever_comes_when_all_places_are_taken_is_told_so_at_once(tight: Server) -> None:
    with ThreadPoolExecutor(PENDING) as pool:
        hung = [pool.submit(tight.say, "dodo", uuid4().hex) for _ in range(PENDING)]
        tight.wait_until("vigie_turns_pending", PENDING)
        busy = tight.post({"message": "bonjour"})
        urgent = tight.post({"message": DISTRESS})
        assert not any(one.done() for one in hung)
        assert all(texts.HOTLINE in one.result(60)[0]["text"] for one in hung)
    assert (busy.status, busy.headers["retry-after"]) == (429, "2")
    assert busy.json["error"] == texts.BUSY
    assert texts.HOTLINE in texts.BUSY
    assert urgent.status == 200
    assert texts.EMERGENCY in urgent.json[0]["text"]
    assert urgent.json[0]["text"] != texts.FAILURE
    assert tight.metric('vigie_requests_refused_total{status="429"}') >= 2
    assert tight.say("bonjour")[0]["text"] == "Bonjour à vous."
