"""A cry for help in a group is answered where only its author reads it, if that can be."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

import pytest

from tests.channels.assembled import CRY, Assemble, inbound
from tests.channels.fakes import telegram
from tests.channels.fakes.base import wait_until
from tests.channels.fakes.homeserver import Homeserver, message, room, until
from tests.channels.running import Platforms, fresh, to_telegram
from tests.server.running import Server
from vigie.channels.matrix.channel import MatrixChannel
from vigie.channels.matrix.inbox import Inbox
from vigie.channels.matrix.privacy import Privacy
from vigie.channels.shared import sender, texts
from vigie.channels.shared.inbound import Inbound
from vigie.channels.shared.retries import Undelivered
from vigie.channels.shared.sender import Private

POINTER = "ailleurs"


def alone(told: Inbound) -> Private:
    return Private(replace(told, target="alone"), POINTER)


async def test_the_group_reads_only_that_the_answer_is_elsewhere(assemble: Assemble) -> None:
    parts = assemble("telegram")
    parts.private = alone
    parts.free.set()
    await parts.gateway.accept([inbound(1, CRY, "group")])
    await parts.idle()
    assert "911" in "".join(parts.texts("alone"))
    assert parts.texts("group") == [POINTER]


async def test_a_question_is_answered_where_it_is_asked(assemble: Assemble) -> None:
    parts = assemble("telegram")
    parts.private = alone
    parts.free.set()
    await parts.gateway.accept([inbound(1, "Qui finance ?", "group")])
    await parts.idle()
    assert not parts.texts("alone")


async def test_help_in_public_is_better_than_none(
    assemble: Assemble, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nowhere to go; a platform that refuses, or that says nothing."""
    monkeypatch.setattr(sender, "PRIVATE_SECONDS", 0.05)

    def refuses(told: Inbound) -> Private:
        raise Undelivered("refused")

    places: list[Callable[[Inbound], Any]] = [lambda told: None, refuses, alone]
    for number, place in enumerate(places):
        parts = assemble("telegram")
        parts.private = place
        deliver = parts.deliver

        async def hang(told: Inbound, part: Any, deliver: Any = deliver) -> None:
            if told.target == "alone":
                await asyncio.sleep(60)
            await deliver(told, part)

        monkeypatch.setattr(parts, "deliver", hang)
        parts.free.set()
        await parts.gateway.accept([inbound(number, CRY, "group")])
        await parts.idle()
        assert "911" in "".join(parts.texts("group")), number


def cry_in_group(person: int, group: int, **sender: Any) -> dict[str, Any]:
    update = telegram.message(fresh(), person, f"@{telegram.BOT} {CRY}")
    update["message"]["chat"] = {"id": group, "type": "supergroup", "title": "Kumquat"}
    update["message"].update(sender)
    return update


def test_on_telegram_it_is_the_private_chat(mini_server: Server, platforms: Platforms) -> None:
    person, group = fresh(), -fresh()
    to_telegram(mini_server, cry_in_group(person, group))
    wait_until(lambda: platforms.telegram.said(group))
    assert "911" in platforms.telegram.said(person)[0]
    assert platforms.telegram.said(group) == [texts.PRIVATELY]
    (pointer,) = platforms.telegram.messages(group)
    assert pointer["reply_parameters"]["message_id"]


def test_who_never_wrote_to_the_bot_on_telegram_is_helped_in_the_group(
    mini_server: Server, platforms: Platforms
) -> None:
    person, group = fresh(), -fresh()
    platforms.telegram.strangers.add(str(person))
    to_telegram(mini_server, cry_in_group(person, group))
    wait_until(lambda: platforms.telegram.said(group))
    assert "911" in platforms.telegram.said(group)[0]


def test_an_anonymous_administrator_is_helped_in_the_group(
    mini_server: Server, platforms: Platforms
) -> None:
    group = -fresh()
    robot = {"id": 1087968824, "is_bot": True, "username": "GroupAnonymousBot"}
    update = cry_in_group(fresh(), group, **{"from": robot, "sender_chat": {"id": group}})
    to_telegram(mini_server, update)
    wait_until(lambda: platforms.telegram.said(group))
    assert "911" in platforms.telegram.said(group)[0]
    assert not platforms.telegram.breaches


async def test_on_matrix_it_is_the_room_of_two_that_is_known(
    homeserver: Homeserver, inbox: Inbox
) -> None:
    direct, group = room(), room()
    homeserver.sizes[group] = 9
    asked = message(direct, fresh(), "bonjour")
    await inbox.take([asked])
    await until(lambda: homeserver.sent(direct))
    cry = {**message(group, fresh(), f"Vigie : {CRY}"), "sender": asked["sender"]}
    await inbox.take([cry])
    await until(lambda: homeserver.sent(group))
    assert "911" in homeserver.sent(direct)[-1]
    assert homeserver.sent(group) == [texts.PRIVATELY]
    assert not homeserver.invited


async def test_two_cries_at_once_open_one_room_of_their_author() -> None:
    opened: list[str] = []

    class Slow:
        async def open_direct(self, person: str) -> str:
            opened.append(person)
            await asyncio.sleep(0.01)
            return f"!direct{len(opened)}:exemple.org"

    privacy = Privacy(cast(Any, Slow()))
    cry = replace(
        inbound(1, CRY), person="!g:exemple.org/@awa:exemple.org", target="!g:exemple.org"
    )
    found = await asyncio.gather(privacy.of(cry), privacy.of(replace(cry, id="2")))
    assert opened == ["@awa:exemple.org"]
    assert {one.inbound.target for one in found if one} == {"!direct1:exemple.org"}


async def test_on_matrix_a_room_is_opened_where_there_is_none(
    homeserver: Homeserver, inbox: Inbox, matrix_channel: MatrixChannel
) -> None:
    group = room()
    homeserver.sizes[group] = 9
    cry = message(group, fresh(), f"Vigie : {CRY}")
    await inbox.take([cry, message(group, fresh(), f"Vigie : {CRY}")])
    await until(lambda: len(homeserver.sent(group)) == 2)
    (opened,) = homeserver.invited
    assert opened["invite"] == [cry["sender"]] and opened["is_direct"]
    assert "911" in homeserver.sent("!direct1:exemple.org")[0]
    assert set(homeserver.sent(group)) == {texts.PRIVATELY_INVITED}
    matrix_channel.privacy.forget("!direct1:exemple.org")
    assert not matrix_channel.privacy._rooms and not matrix_channel.privacy._people
