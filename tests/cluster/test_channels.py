"""Message channels on two replicas: what a platform delivers twice is answered once."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator

import pytest

from deploy.local.cluster import Cluster
from deploy.local.redis import Redis
from tests.channels.fakes import telegram
from tests.channels.fakes.base import Fault, wait_until
from tests.channels.running import Platforms, fresh, to_telegram
from tests.cluster.client import Door
from vigie.channels.shared import texts
from vigie.channels.shared.pauses import Pauses
from vigie.channels.stores.opening import open_store
from vigie.channels.stores.store import SEEN_SECONDS, Store
from vigie.server.redis.link import Down, Link
from vigie.server.redis.options import Options


def test_a_message_delivered_to_both_replicas_is_answered_once(
    cluster: Cluster, platforms: Platforms
) -> None:
    one, two = (Door(replica.port) for replica in cluster.replicas)
    update = telegram.message(fresh(), chat := fresh(), "compte")
    for door in (one, two, one):
        assert to_telegram(door, update).status == 200  # type: ignore[arg-type]
    to_telegram(two, telegram.message(fresh(), chat, "compte"))  # type: ignore[arg-type]
    wait_until(lambda: len(platforms.telegram.said(chat)) == 2)
    first, second = platforms.telegram.said(chat)
    assert "Tour 1." in first
    assert "Tour 2." in second


def test_an_answer_that_is_late_on_one_replica_is_not_overtaken_on_the_other(
    cluster: Cluster, platforms: Platforms
) -> None:
    one, two = (Door(replica.port) for replica in cluster.replicas)
    to_telegram(one, telegram.message(fresh(), chat := fresh(), "bonjour"))  # type: ignore[arg-type]
    wait_until(lambda: len(platforms.telegram.said(chat)) == 1)
    platforms.telegram.faults.append(Fault(429, 1.0))  # it is sent again after a second
    to_telegram(one, telegram.message(fresh(), chat, "compte"))  # type: ignore[arg-type]
    wait_until(lambda: not platforms.telegram.faults)
    to_telegram(two, telegram.message(fresh(), chat, "choisir"))  # type: ignore[arg-type]
    wait_until(lambda: len(platforms.telegram.said(chat)) == 3)
    first, second = platforms.telegram.said(chat)[1:]
    assert "Tour 1." in first
    assert "Lequel" in second


def test_what_a_replica_had_accepted_when_it_was_killed_is_answered_by_the_other(
    cluster: Cluster, platforms: Platforms
) -> None:
    one = cluster.replicas[0]
    chats = [fresh() for _ in range(5)]
    for chat in chats:
        update = telegram.message(fresh(), chat, "dodo")  # hangs for 2.5 s
        assert to_telegram(Door(one.port), update).status == 200  # type: ignore[arg-type]
    one.kill()
    for chat in chats:
        wait_until(lambda chat=chat: platforms.telegram.said(chat), 60)  # type: ignore[misc]
        assert len(platforms.telegram.said(chat)) == 1


def test_silence_asked_of_one_replica_is_kept_by_the_other(
    cluster: Cluster, platforms: Platforms
) -> None:
    one, two = (Door(replica.port) for replica in cluster.replicas)
    chat = fresh()
    to_telegram(one, telegram.message(fresh(), chat, "STOP"))  # type: ignore[arg-type]
    wait_until(lambda: platforms.telegram.said(chat) == [texts.STOPPED])
    to_telegram(two, telegram.message(fresh(), chat, "compte"))  # type: ignore[arg-type]
    to_telegram(two, telegram.message(fresh(), chat, "REPRENDRE"))  # type: ignore[arg-type]
    wait_until(lambda: len(platforms.telegram.said(chat)) == 2)
    assert platforms.telegram.said(chat)[1] == texts.RESUMED


@pytest.fixture
async def link(redis: Redis) -> AsyncIterator[Link]:
    opened = Link(Options(port=redis.port, password=redis.password, timeout=0.5))
    yield opened
    await opened.close()


@pytest.fixture
def stores(link: Link) -> tuple[Store, Store]:
    """The memories of two replicas."""
    return open_store("", link), open_store("", link)


async def test_a_message_delivered_to_both_is_new_to_one(
    stores: tuple[Store, Store], link: Link
) -> None:
    news = await asyncio.gather(*(store.first_time("m") for store in stores * 5))
    assert sorted(news) == [False] * 9 + [True]
    (key,) = await link.call("keys", "*seen*")
    assert SEEN_SECONDS - 60 < await link.call("ttl", key) <= SEEN_SECONDS


async def test_a_conversation_that_is_taken_over_is_so_for_both(
    stores: tuple[Store, Store], link: Link
) -> None:
    one, two = (Pauses(store, "telegram") for store in stores)
    await one.pause("p")
    assert await two.paused("p")
    assert await two.resume("p")
    assert not await one.paused("p")
    assert not await link.call("keys", "*paused*"), "and nothing is kept of it"


async def test_who_wants_silence_gets_it_from_both_for_good(
    stores: tuple[Store, Store], link: Link
) -> None:
    one, two = stores
    await one.stop("p")
    assert await two.stopped("p")
    (key,) = await link.call("keys", "*stopped*")
    assert await link.call("ttl", key) == -1
    assert [await two.resume("p"), await one.resume("p")] == [True, False]
    assert not await one.stopped("p")


async def test_somebody_new_is_greeted_once(stores: tuple[Store, Store]) -> None:
    assert [await store.greet("p") for store in stores * 2] == [True, False, False, False]


async def test_both_spend_from_one_purse(stores: tuple[Store, Store]) -> None:
    spent = await asyncio.gather(*(s.spend("sms", "2026-11-26", 3, 10) for s in stores * 3))
    assert Counter(spent) == {False: 3, True: 3}
    assert await stores[0].spend("sms", "2026-11-27", 10, 10)


async def test_the_rest_of_an_answer_is_told_once_by_either(stores: tuple[Store, Store]) -> None:
    one, two = stores
    await one.keep("p", ["un", "été"])
    assert await two.kept("p") == ["un", "été"]
    assert await one.kept("p") == []
    await one.keep("p", ["un"])
    await two.keep("p", [])
    assert await one.kept("p") == []


async def test_what_one_holds_is_the_others_when_it_stops(stores: tuple[Store, Store]) -> None:
    one, two = stores
    assert await one.orphans("sms") == await two.orphans("sms") == []
    assert await one.hold("sms", "m", "sealed") and not await two.hold("sms", "m", "other")
    assert await two.orphans("sms") == [], "it is alive"
    await one.close()
    assert await two.orphans("sms") == [("m", 2, "sealed")]
    assert await two.orphans("sms") == [], "it is its own now"
    await two.let_go("sms", "m")
    await two.close()
    assert await one.orphans("sms") == []


async def test_without_redis_a_call_fails_soon(stores: tuple[Store, Store], redis: Redis) -> None:
    redis.kill()
    with pytest.raises(Down):
        await stores[0].first_time("m")
