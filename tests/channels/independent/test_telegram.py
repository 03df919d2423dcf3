"""Telegram as python-telegram-bot writes its updates, and sends what Vigie sends."""

from __future__ import annotations

from typing import Any

from tests.channels.fakes import telegram
from tests.channels.fakes.base import wait_until
from tests.channels.independent.conftest import Partner
from tests.channels.running import Platforms, environment, fresh, to_telegram
from tests.channels.test_command import Enter, enter
from tests.channels.test_conversation import ASKED, title_of
from tests.server.running import Server
from vigie.commands import channels as command

__all__ = ["enter"]


def same_call(partner: Partner, method: str, body: dict[str, Any]) -> None:
    """The library would send the same. What it adds of its own says nothing that differs."""
    sent, parameters = partner("telegram_sends", method=method, body=body)
    assert sent == method
    assert {name: parameters.get(name) for name in body} == body
    assert {name for name, value in parameters.items() if value not in (False, None, [])} <= set(
        body
    )


def answers(server: Server, platforms: Platforms, update: Any, chat: int) -> list[str]:
    """What comes for an update of the library."""
    before = len(platforms.telegram.said(chat))
    assert to_telegram(server, update).status == 200
    wait_until(lambda: len(platforms.telegram.said(chat)) > before)
    return platforms.telegram.said(chat)[before:]


def test_question_choice_and_what_is_sent(
    chat_server: Server, platforms: Platforms, partner: Partner
) -> None:
    """The button is pressed twice: under a message, and under one that is shown no more."""
    person = fresh()
    asked = partner("telegram_update", number=fresh(), person=person, text=ASKED)
    (said,) = answers(chat_server, platforms, asked, person)
    sent = platforms.telegram.messages(person)[0]
    for gone in (False, True):
        how = {"number": fresh(), "person": person, "sent": sent, "title": title_of(said)}
        pressed = partner("telegram_press", gone=gone, **how)
        assert "Trésor" in answers(chat_server, platforms, pressed, person)[0], gone
    for call in list(platforms.telegram.calls):
        if str(person) in str(call.body) or "callback_query_id" in call.body:
            same_call(partner, call.path.rpartition("/")[2], call.body)


def test_start_in_all_its_forms(
    chat_server: Server, platforms: Platforms, partner: Partner
) -> None:
    for text in ("/start", "/start ref_42", f"/start@{telegram.BOT} ref_42"):
        person = fresh()
        update = partner("telegram_update", number=fresh(), person=person, text=text)
        assert "Vigie" in answers(chat_server, platforms, update, person)[0], text
        stop = partner("telegram_update", number=fresh(), person=person, text="STOP SVP")
        answers(chat_server, platforms, stop, person)
        update = partner("telegram_update", number=fresh(), person=person, text=text)
        assert "Me revoici" in answers(chat_server, platforms, update, person)[0], text


def test_an_edit_a_caption_and_a_group(
    chat_server: Server, platforms: Platforms, partner: Partner
) -> None:
    person, group, message = fresh(), -fresh(), fresh()
    how = {"person": person, "message": message}
    first = partner("telegram_update", number=fresh(), text="Bonjour", **how)
    answers(chat_server, platforms, first, person)
    asked = "Qui surveille le travail forcé ?"
    edit = partner("telegram_update", number=fresh(), text=asked, edited=True, **how)
    assert "USTR" in answers(chat_server, platforms, edit, person)[0]
    caption = partner("telegram_update", number=fresh(), person=person, text=asked, photo=True)
    assert "USTR" in answers(chat_server, platforms, caption, person)[0]
    named = f"@{telegram.BOT} {asked}"
    told = partner("telegram_update", number=fresh(), person=person, text=named, group=group)
    assert "USTR" in answers(chat_server, platforms, told, group)[0]
    same_call(partner, "sendMessage", platforms.telegram.messages(group)[0])


def test_what_is_shown(mini_server: Server, platforms: Platforms, partner: Partner) -> None:
    person = fresh()
    update = partner("telegram_update", number=fresh(), person=person, text="dodo")
    answers(mini_server, platforms, update, person)
    (sign,) = [c for c in platforms.telegram.signs if str(c.body["chat_id"]) == str(person)]
    same_call(partner, "sendChatAction", sign.body)


def test_what_is_registered(enter: Enter, platforms: Platforms, partner: Partner) -> None:
    enter(**environment())
    command.register("telegram")
    for call in platforms.telegram.calls[-2:]:
        same_call(partner, call.path.rpartition("/")[2], call.body)
