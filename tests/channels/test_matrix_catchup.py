"""What a homeserver did not deliver is read in its rooms, once, after an absence."""

from __future__ import annotations

import asyncio
import time

import pytest

from tests.channels.fakes.homeserver import Homeserver, message, room, until
from tests.channels.running import fresh
from vigie.channels.matrix import catchup as matrix_catchup
from vigie.channels.matrix.catchup import BOOKMARK, CatchUp
from vigie.channels.matrix.channel import MatrixChannel
from vigie.channels.matrix.inbox import Inbox


@pytest.fixture
def catch_up(matrix_channel: MatrixChannel, inbox: Inbox) -> CatchUp:
    return matrix_channel.catch_up(inbox)


async def test_the_first_time_nothing_is_answered_out_of_the_blue(
    homeserver: Homeserver, matrix_channel: MatrixChannel, catch_up: CatchUp
) -> None:
    place = room()
    homeserver.rooms, homeserver.missed = [place], [message(place, fresh())]
    assert await catch_up.once()
    assert homeserver.done["ping", ""] == 1, "it is told that Vigie is there"
    await asyncio.sleep(0.1)
    assert not homeserver.sent(place)
    assert abs(float(await matrix_channel.store.recall(BOOKMARK)) - time.time()) < 60


async def test_what_was_not_delivered_is_answered_in_order_and_once(
    homeserver: Homeserver, matrix_channel: MatrixChannel, inbox: Inbox, catch_up: CatchUp
) -> None:
    place = room()
    delivered, one, two = (message(place, fresh(), text) for text in ("zéro", "un", "deux"))
    old = {**message(place, fresh(), "hier"), "origin_server_ts": 1_700_000_000_000}
    homeserver.rooms, homeserver.missed = [place], [two, one, delivered, old]
    await matrix_channel.store.remember(BOOKMARK, str(time.time()))
    assert await inbox.take([delivered])
    assert await catch_up.once()
    await until(lambda: len(homeserver.sent(place)) == 3)
    assert await inbox.take([one, two]), "delivered at last, and known"
    assert await catch_up.once()
    said = [text.partition("Vous dites : ")[2] for text in homeserver.sent(place)]
    assert said == ["zéro", "un", "deux"]
    assert homeserver.done["messages", place] == 1, "rooms are read after an absence only"


async def test_a_homeserver_that_comes_back_is_read_again(
    homeserver: Homeserver,
    catch_up: CatchUp,
    matrix_channel: MatrixChannel,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(matrix_catchup, "CALL_SECONDS", 1)
    place = room()
    assert await catch_up.once()
    homeserver.away = True
    assert not await catch_up.once()
    homeserver.away = False
    homeserver.rooms, homeserver.missed = [place], [message(place, fresh(), "un")]
    assert await catch_up.once()
    await until(lambda: homeserver.sent(place))
    assert homeserver.done["ping", ""] == 2


async def test_an_outage_of_a_few_seconds_is_not_overlooked(
    homeserver: Homeserver, catch_up: CatchUp
) -> None:
    """It is looked for more often than it takes to restart, and each time but once."""
    assert matrix_catchup.LOOK_SECONDS < 2
    assert await catch_up.once()
    homeserver.away = True
    coming_back = asyncio.get_running_loop().call_later(
        1.0, lambda: setattr(homeserver, "away", False)
    )
    assert not await catch_up.once(), "a look that waits until it is back sees no outage"
    coming_back.cancel()


async def test_what_cannot_be_taken_is_read_again(
    homeserver: Homeserver, matrix_channel: MatrixChannel, catch_up: CatchUp
) -> None:
    place = room()
    homeserver.rooms, homeserver.missed = [place], [message(place, fresh())]
    await matrix_channel.store.remember(BOOKMARK, str(time.time()))
    most, matrix_channel.worker._most = matrix_channel.worker._most, 0
    assert not await catch_up.once()
    matrix_channel.worker._most = most
    assert await catch_up.once()
    await until(lambda: homeserver.sent(place))


async def test_a_room_that_cannot_be_read_holds_up_no_other(
    homeserver: Homeserver, matrix_channel: MatrixChannel, catch_up: CatchUp
) -> None:
    """Refused for good: somebody put the bot out meanwhile."""
    gone, sound = room(), room()
    homeserver.gone.add(gone)
    homeserver.rooms, homeserver.missed = [gone, sound], [message(sound, fresh())]
    await matrix_channel.store.remember(BOOKMARK, str(time.time()))
    assert await catch_up.once()
    await until(lambda: homeserver.sent(sound))
