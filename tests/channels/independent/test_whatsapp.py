"""WhatsApp as pywa reads its deliveries, and sends what Vigie sends."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import pytest

from tests.channels.fakes import meta
from tests.channels.fakes.base import wait_until
from tests.channels.independent.conftest import Partner
from tests.channels.running import Platforms, environment, fresh, post
from tests.channels.test_command import Enter, enter
from tests.channels.test_conversation import ASKED
from tests.server.running import Server
from vigie.commands import channels as command

__all__ = ["enter"]
QUESTION = "Qui surveille le travail forcé ?"


def delivery(message: dict[str, Any], wa_id: str, user: str = "FR.1349120") -> str:
    """A body as Meta documents it: each person has a user name, and some a number as well."""
    event = meta.whatsapp({**message, "from_user_id": user})
    contact = {"profile": {"name": "Kumquat"}, "user_id": user}
    if wa_id:
        contact["wa_id"] = wa_id
    event["entry"][0]["changes"][0]["value"]["contacts"] = [contact]
    return json.dumps(event)


def text_of(person: str, said: str = QUESTION, **more: Any) -> dict[str, Any]:
    return {**meta.whatsapp_text(fresh(), person, said), **more}


MESSAGES = {
    "a text": lambda person: (text_of(person), QUESTION),
    "a caption": lambda person: (
        {
            **text_of(person),
            "type": "image",
            "image": {"id": "1", "mime_type": "image/jpeg", "sha256": "x", "caption": QUESTION},
        },
        QUESTION,
    ),
    "an edit": lambda person: (
        {
            **text_of(person),
            "type": "edit",
            "edit": {
                "original_message_id": f"wamid.{person}",
                "message": {"type": "text", "text": {"body": QUESTION}},
            },
        },
        QUESTION,
    ),
}


@pytest.mark.parametrize("name", MESSAGES)
def test_what_the_library_reads_is_what_is_answered(
    chat_server: Server, platforms: Platforms, partner: Partner, name: str
) -> None:
    person = str(fresh())
    if name == "an edit":  # of a message that was just answered
        first = delivery(text_of(person, "Bonjour", id=f"wamid.{person}"), person)
        post(chat_server, "whatsapp", first.encode(), **meta.signed(first.encode()))
        wait_until(lambda: platforms.meta.said(person))
    before = len(platforms.meta.said(person))
    message, said = MESSAGES[name](person)
    body = delivery(message, person)
    signature = meta.signed(body.encode())
    shown = signature["X-Hub-Signature-256"]
    (heard,) = partner("whatsapp_reads", body=body, secret=meta.APP_SECRET, signature=shown)
    assert heard["text"] == said
    assert heard.get("person", person) == person
    assert post(chat_server, "whatsapp", body.encode(), **signature).status == 200
    wait_until(lambda: len(platforms.meta.said(person)) > before)
    assert "(USTR)" in platforms.meta.said(person)[before]


def test_a_body_that_the_library_does_not_believe_is_refused(
    chat_server: Server, partner: Partner
) -> None:
    body = delivery(text_of("336"), "336")
    signature = meta.signed(body.encode(), "another secret")
    shown = signature["X-Hub-Signature-256"]
    assert partner("whatsapp_reads", body=body, secret=meta.APP_SECRET, signature=shown) is None
    assert post(chat_server, "whatsapp", body.encode(), **signature).status == 403


def test_somebody_without_a_number_is_written_to_as_the_library_does(
    chat_server: Server, platforms: Platforms, partner: Partner
) -> None:
    user = f"FR.{fresh()}"
    message = text_of("")
    body = delivery(message, "", user)
    assert post(chat_server, "whatsapp", body.encode(), **meta.signed(body.encode())).status == 200
    wait_until(lambda: platforms.meta.said(user))
    for sent in platforms.meta.messages(user):
        assert _posted(partner, sent) == sent


def _posted(partner: Partner, sent: dict[str, Any]) -> Any:
    """What the library posts to say the same as `sent`, without what is empty."""
    how: dict[str, Any] = {"phone": meta.PHONE, "to": sent.get("to") or sent["recipient"]}
    if sent["type"] == "text":
        how["text"] = sent["text"]["body"]
    else:
        shown = sent["interactive"]
        how["text"] = shown["body"]["text"]
        action = shown["action"]
        if shown["type"] == "button":
            replies = [button["reply"] for button in action["buttons"]]
            how["buttons"] = [[reply["title"], reply["id"]] for reply in replies]
        else:
            (section,) = action["sections"]
            how |= {"button": action["button"], "rows": section["rows"]}
    path, body = partner("whatsapp_sends", does="send_message", how=how)
    assert path == f"/v24.0/{meta.PHONE}/messages"
    found = _without_nothing(body)
    for section in found.get("interactive", {}).get("action", {}).get("sections", ()):
        section.pop("title")  # it is asked for from the second section on
    return found


def _without_nothing(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_nothing(v) for k, v in value.items() if v is not None}
    return [_without_nothing(v) for v in value] if isinstance(value, list) else value


def test_texts_and_choices_are_sent_as_the_library_does(
    chat_server: Server, platforms: Platforms, partner: Partner
) -> None:
    person = str(fresh())
    for asked in (ASKED, QUESTION):
        before = len(platforms.meta.said(person))
        body = delivery(text_of(person, asked), person)
        post(chat_server, "whatsapp", body.encode(), **meta.signed(body.encode()))
        wait_until(partial(lambda least: len(platforms.meta.said(person)) > least, before))
    shown = platforms.meta.messages(person)
    assert any("interactive" in sent for sent in shown)
    for sent in shown:
        assert _posted(partner, sent) == sent


def test_signs_and_commands_are_sent_as_the_library_does(
    mini_server: Server,
    platforms: Platforms,
    partner: Partner,
    enter: Enter,
) -> None:
    person, number = str(fresh()), fresh()
    body = delivery(meta.whatsapp_text(number, person, "dodo"), person)
    post(mini_server, "whatsapp", body.encode(), **meta.signed(body.encode()))
    wait_until(lambda: platforms.meta.said(person))
    name = f"wamid.{number}"
    read, writing = [c.body for c in platforms.meta.signs if c.body.get("message_id") == name]
    how = {"phone": meta.PHONE, "message_id": name}
    assert partner("whatsapp_sends", does="mark_message_as_read", how=dict(how))[1] == read
    assert partner("whatsapp_sends", does="indicate_typing", how=dict(how))[1] == writing
    enter(**environment())
    command.register("whatsapp")
    sent = platforms.meta.calls[-1]
    commands = [[c["command_name"], c["command_description"]] for c in sent.body["commands"]]
    told = {"phone": meta.PHONE, "commands": commands}
    path, posted = partner("whatsapp_sends", does="update_conversational_automation", how=told)
    assert path == sent.path
    ours = {k: v for k, v in sent.body.items() if k != "enable_welcome_message"}
    assert _without_nothing(posted) == ours or json.loads(posted["commands"]) == ours["commands"]
