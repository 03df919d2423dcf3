"""The new text of a message: answered once, while the question is fresh."""

from __future__ import annotations

from typing import Any

import pytest

from tests.channels.assembled import CRY, Assemble, inbound
from tests.channels.fakes import meta, telegram
from tests.channels.fakes.base import wait_until
from tests.channels.running import Platforms, fresh, to_meta, to_telegram
from tests.server.running import Server
from vigie.channels.shared.edits import EDIT_SECONDS
from vigie.channels.shared.inbound import UNKNOWN_AGE, Inbound


def first(text: str) -> Inbound:
    return inbound(1, text, message="m")


def edit(number: int, text: str, after: float = UNKNOWN_AGE) -> Inbound:
    return inbound(number, text, message="m", edited=after)


async def test_a_text_that_still_waits_is_replaced(assemble: Assemble) -> None:
    parts = assemble()
    await parts.gateway.accept([inbound(9, "attente"), first("Qui fnance ?")])
    await parts.gateway.accept([edit(2, "Qui finance ?")])
    await parts.idle()
    assert parts.texts("+331") == ["« attente »", "« Qui finance ? »"]


async def test_a_text_that_was_just_answered_is_answered_anew_once(assemble: Assemble) -> None:
    parts = assemble()
    parts.free.set()
    await parts.gateway.accept([first("un")])
    await parts.gateway.accept([edit(2, "deux"), edit(2, "deux"), edit(3, "deux")])
    await parts.idle()
    assert parts.texts("+331") == ["« un »", "« deux »"] or parts.texts("+331") == ["« deux »"]


async def test_what_leaves_the_text_as_it_was_is_not_answered(assemble: Assemble) -> None:
    """Telegram also says so when it finds a preview for a link."""
    parts = assemble()
    parts.free.set()
    await parts.gateway.accept([first("un"), edit(2, "un"), edit(3, "un", 2.0)])
    await parts.idle()
    assert parts.texts("+331") == ["« un »"]


async def test_an_old_question_stays_answered(assemble: Assemble) -> None:
    parts = assemble()
    parts.free.set()
    await parts.gateway.accept([first("un")])
    parts.time += EDIT_SECONDS + 1
    await parts.gateway.accept([edit(2, "deux")])
    await parts.idle()
    assert parts.texts("+331") == ["« un »"]


UNSEEN = {
    "fresh": (30.0, ["« deux »"]),
    "old": (EDIT_SECONDS + 1, []),
    "of unknown age": (UNKNOWN_AGE, []),
}


@pytest.mark.parametrize("name", UNSEEN)
async def test_the_new_text_of_a_message_that_was_not_for_us(assemble: Assemble, name: str) -> None:
    """In a group, it names the bot only now."""
    age, expected = UNSEEN[name]
    parts = assemble()
    parts.free.set()
    await parts.gateway.accept([edit(2, "deux", age)])
    await parts.idle()
    assert parts.texts("+331") == expected


async def test_a_cry_for_help_is_answered_however_it_came_to_be(assemble: Assemble) -> None:
    parts = assemble()
    parts.free.set()
    await parts.gateway.accept([edit(1, CRY)])
    await parts.gateway.accept([inbound(2, CRY, message="n", person="+332")])
    await parts.gateway.accept([inbound(3, "rien", message="n", person="+332", edited=UNKNOWN_AGE)])
    await parts.idle()
    assert "911" in parts.texts("+331")[0]
    assert any("911" in text for text in parts.texts("+332")), "though it was taken back"


def as_edit(update: dict[str, Any], text: str) -> dict[str, Any]:
    """The update by which Telegram tells that the message of `update` has another text."""
    message = {**update["message"], "date": 1_700_000_000, "edit_date": 1_700_000_009, "text": text}
    return {"update_id": fresh(), "edited_message": message}


def test_telegram_messenger_and_whatsapp_tell_of_edits(
    mini_server: Server, platforms: Platforms, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = fresh()
    update = telegram.message(fresh(), chat, "bonjour")
    to_telegram(mini_server, update)
    wait_until(lambda: len(platforms.telegram.said(chat)) == 1)
    edited = as_edit(update, "combien")
    edited["edited_message"].update(date=_now(), edit_date=_now())
    to_telegram(mini_server, edited)
    to_telegram(mini_server, {**edited, "update_id": fresh()})
    wait_until(lambda: len(platforms.telegram.said(chat)) == 2)
    assert "Tour" in platforms.telegram.said(chat)[1]

    person, number = f"9{fresh()}", fresh()
    to_meta(
        mini_server, "messenger", meta.messenger(meta.messenger_text(number, person, "bonjour"))
    )
    wait_until(lambda: len(platforms.meta.said(person)) == 1)
    told = meta.messenger_text(number, person, "")
    told["message_edit"] = {"mid": told.pop("message")["mid"], "text": "combien", "num_edit": 1}
    to_meta(mini_server, "messenger", meta.messenger(told))
    wait_until(lambda: len(platforms.meta.said(person)) == 2)
    assert "Tour" in platforms.meta.said(person)[1]

    phone, number = str(fresh()), fresh()
    to_meta(mini_server, "whatsapp", meta.whatsapp(meta.whatsapp_text(number, phone, "bonjour")))
    wait_until(lambda: len(platforms.meta.said(phone)) == 1)
    told = meta.whatsapp_text(fresh(), phone, "")
    del told["text"]
    told["type"] = "edit"
    told["edit"] = {
        "original_message_id": f"wamid.{number}",
        "message": {"type": "text", "text": {"body": "combien"}},
    }
    to_meta(mini_server, "whatsapp", meta.whatsapp(told))
    wait_until(lambda: len(platforms.meta.said(phone)) == 2)
    assert "Tour" in platforms.meta.said(phone)[1]


def _now() -> int:
    import time

    return int(time.time())
