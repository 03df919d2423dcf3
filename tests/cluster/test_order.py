"""A person's messages are answered in the order in which they came, whichever replica is busy."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from deploy.local.cluster import Cluster
from deploy.local.redis import Redis
from tests.cluster.client import Reply, post
from vigie.server.rates import Buckets, Rates, parse_networks
from vigie.server.redis.link import Link
from vigie.server.redis.options import Options
from vigie.server.redis.tickets import Ticket, Tickets

GAP = 0.003
"""Seconds between two messages."""


def stamp(came: float) -> dict[str, str]:
    """The header by which nginx tells when a message came."""
    return {"X-Request-Start": f"t={came:.3f}"}


def test_what_came_first_is_answered_first_though_its_replica_reads_it_later(
    cluster: Cluster,
) -> None:
    one, two = (replica.port for replica in cluster.replicas)

    def say(port: int, sender: str, came: float) -> Reply:
        told = stamp(came) if came else {}
        return post(port, {"sender": sender, "message": "compte"}, **told)

    def wrong(stamped: bool) -> int:
        """Rounds in which the second message was answered first."""
        found = 0
        for first, second in [(one, two), (two, one)] * 5:
            sender, came = str(uuid4()), time.time() if stamped else 0.0
            later = pool.submit(say, second, sender, came + GAP if came else 0.0)
            time.sleep(GAP)
            sooner = pool.submit(say, first, sender, came)
            found += [sooner.result().count, later.result().count] != [1, 2]
        return found

    with ThreadPoolExecutor(2) as pool:
        # A machine on which 30 ms are not enough to read a message may do it once or twice.
        assert wrong(stamped=True) <= 2 < wrong(stamped=False)


@pytest.fixture
async def links(redis: Redis) -> AsyncIterator[tuple[Link, Link]]:
    """Those of two replicas."""
    opened = [Link(Options(port=redis.port, password=redis.password)) for _ in range(2)]
    yield opened[0], opened[1]
    for link in opened:
        await link.close()


async def finished(ticket: Ticket, name: str, order: list[str]) -> None:
    await ticket.first()
    order.append(name)
    await ticket.leave()


async def test_tickets_are_served_as_their_messages_came(links: tuple[Link, Link]) -> None:
    one, two = (Tickets(link, "order:") for link in links)
    now, order = time.time(), list[str]()
    second = one.take("a", now)
    third = one.take("a", now + 0.001)
    other = one.take("b", now)
    first = two.take("a", now - GAP)
    named = {"first": first, "second": second, "third": third}
    await asyncio.gather(
        *(finished(ticket, name, order) for name, ticket in named.items()),
        finished(other, "other", []),
    )
    assert order == ["first", "second", "third"]


async def test_without_a_stamp_those_of_one_process_keep_the_order_in_which_they_were_taken(
    links: tuple[Link, Link],
) -> None:
    tickets, order = Tickets(links[0], "order:"), list[str]()
    taken = [tickets.take("a") for _ in range(20)]
    await asyncio.gather(*(finished(t, str(n), order) for n, t in reversed([*enumerate(taken)])))
    assert order == [str(n) for n in range(20)]


async def test_a_ticket_that_is_left_before_its_time_holds_up_nobody(
    links: tuple[Link, Link],
) -> None:
    one, two = (Tickets(link, "order:") for link in links)
    given_up = one.take("a")
    await given_up.leave()
    await given_up.leave()
    await asyncio.wait_for(two.take("a").first(), 1)
    assert await links[0].call("zcard", "order:a") == 1


async def test_a_clock_that_is_ahead_holds_up_nobody(links: tuple[Link, Link]) -> None:
    tickets = Tickets(links[0], "order:")
    await asyncio.wait_for(tickets.take("a", time.time() + 3_600).first(), 1)


@pytest.mark.parametrize("text", ["", "t=", "1764196800.123", "t=1764196800", "t=nan", "t=-1.000"])
def test_a_stamp_counts_from_a_trusted_proxy_only(text: str) -> None:
    rates = Rates(Buckets(0), Buckets(0), parse_networks("10.0.0.1"))
    assert rates.came("10.0.0.1", text) == 0
    assert rates.came("10.0.0.1", "t=1764196800.123") == 1764196800.123
    assert rates.came("10.0.0.2", "t=1764196800.123") == rates.came(None, "t=1764196800.123") == 0
