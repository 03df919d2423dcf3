"""The Matrix connector with a homeserver that is slow, broken, or asks for too much."""

from __future__ import annotations

import asyncio

import pytest

from tests.channels.fakes.base import Fault
from tests.channels.fakes.homeserver import Homeserver, invitation, message, room, until
from tests.channels.running import fresh
from vigie.channels.matrix import api as matrix_api
from vigie.channels.matrix.doors import INVITES
from vigie.channels.matrix.inbox import DELIVERIES, Inbox


async def test_what_was_written_before_the_bot_came_is_answered_however_long(
    homeserver: Homeserver, inbox: Inbox
) -> None:
    """The list comes in pieces."""
    place = room()
    invited = invitation(place, fresh())
    homeserver.missed = [message(place, fresh(), "x" * 3_000), message(place, fresh(), "un")]
    assert await inbox.take([invited])
    await until(lambda: len(homeserver.sent(place)) == 2)
    assert "Vous dites : un" in homeserver.sent(place)[0]


async def test_a_room_that_the_homeserver_does_not_answer_for_holds_up_no_other(
    homeserver: Homeserver, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matrix_api, "LOOKUP_SECONDS", 0.2)
    broken, sound = room(), room()
    homeserver.broken.add(broken)
    events = [message(broken, fresh()), message(sound, fresh())]
    taken: list[bool] = []
    while not taken or not taken[-1]:
        taken.append(await inbox.take(events))
        assert len(taken) <= DELIVERIES + 1
    assert taken == [False] * DELIVERIES + [True]
    await until(lambda: homeserver.sent(sound))


async def test_who_invites_without_end_is_not_followed(
    homeserver: Homeserver, inbox: Inbox
) -> None:
    rooms, other = [room() for _ in range(INVITES + 3)], room()
    events = [invitation(place, fresh(), "@spam:exemple.org") for place in rooms]
    assert await inbox.take([*events, invitation(other, fresh())])
    await until(lambda: homeserver.done["messages", other] or homeserver.done["join", other])
    await until(lambda: sum(homeserver.done["join", place] for place in rooms) == INVITES)
    assert await inbox.take(events), "a repeated delivery is not another invitation"
    await asyncio.sleep(0)
    assert sum(homeserver.done["join", place] for place in rooms) == INVITES


async def test_an_encrypted_room_is_left_once(homeserver: Homeserver, inbox: Inbox) -> None:
    place = room()
    hidden = [{**message(place, fresh()), "type": "m.room.encrypted"} for _ in range(5)]
    assert await inbox.take(hidden)
    await until(lambda: homeserver.done["leave", place])
    assert len(homeserver.sent(place)) == 1


async def test_an_invitation_to_an_encrypted_room_is_declined_aloud(
    homeserver: Homeserver, inbox: Inbox
) -> None:
    place = room()
    homeserver.encrypted.add(place)
    assert await inbox.take([invitation(place, fresh())])
    await until(lambda: homeserver.done["leave", place])
    assert "chiffré" in homeserver.sent(place)[0]


@pytest.mark.parametrize(("size", "gone"), [(1, 1), (2, 0)])
async def test_only_a_deserted_room_is_left(
    homeserver: Homeserver, inbox: Inbox, size: int, gone: int
) -> None:
    place = room()
    homeserver.sizes[place] = size
    event = {**invitation(place, fresh()), "state_key": "@a:b", "content": {"membership": "leave"}}
    assert await inbox.take([event])
    await until(lambda: homeserver.done["joined_members", place])
    await asyncio.sleep(0.05)
    assert homeserver.done["leave", place] == gone


async def test_somebody_who_comes_makes_a_group_of_two(
    homeserver: Homeserver, inbox: Inbox
) -> None:
    place = room()
    assert await inbox.take([message(place, fresh(), "un")])
    await until(lambda: homeserver.sent(place))
    homeserver.sizes[place] = 3
    joins = {**invitation(place, fresh()), "state_key": "@a:b", "content": {"membership": "join"}}
    assert await inbox.take([joins, message(place, fresh(), "deux")])
    assert await inbox.take([message(place, fresh(), "Vigie : trois")])
    await until(lambda: len(homeserver.sent(place)) == 2)
    assert "Vous dites : trois" in homeserver.sent(place)[1]


async def test_a_message_tried_again_is_the_same_for_the_homeserver(
    homeserver: Homeserver, inbox: Inbox
) -> None:
    place = room()
    homeserver.faults.extend([Fault(500), Fault(500)])
    assert await inbox.take([message(place, fresh())])
    await until(lambda: homeserver.sent(place))
    paths = {call.path for call in homeserver.calls if "/send/" in call.path}
    assert len(paths) == 1 and homeserver.done["send", place] == 1
