"""A conversation on every channel, with the real assistant: question, choice, follow-up."""

from __future__ import annotations

import re
import time

import pytest

from tests.channels.fakes import meta, telegram
from tests.channels.fakes.base import wait_until
from tests.channels.running import (
    CHANNELS,
    Phone,
    Platforms,
    fresh,
    phones,
    to_meta,
    to_telegram,
)
from tests.server.running import Server

ASKED = "Est-il membre de la PITF ?"
"""Of which agency is not said: the assistant asks back."""


def press(server: Server, platforms: Platforms, phone: Phone, title: str) -> None:
    """Pick the choice `title` as the platform delivers it: by its button, or by its number."""
    if phone.channel == "telegram":
        shown = platforms.telegram.messages(phone.address)[-1]
        person = {"id": int(phone.address), "is_bot": False}
        message = {
            "message_id": 1,
            "chat": {**person, "type": "private"},
            "reply_markup": shown["reply_markup"],
        }
        (data,) = [
            button["callback_data"]
            for row in shown["reply_markup"]["inline_keyboard"]
            for button in row
            if button["text"] == title
        ]
        query = {"id": str(fresh()), "from": person, "message": message, "data": data}
        to_telegram(server, {"update_id": fresh(), "callback_query": query})
    elif phone.channel == "whatsapp":
        action = platforms.meta.messages(phone.address)[-1]["interactive"]["action"]
        rows = [row for section in action["sections"] for row in section["rows"]]
        (row,) = [row for row in rows if title in (row["title"], row.get("description"))]
        picked = {
            "id": f"wamid.{fresh()}",
            "from": phone.address,
            "timestamp": str(int(time.time())),
            "type": "interactive",
            "interactive": {"type": "list_reply", "list_reply": row},
        }
        to_meta(server, "whatsapp", meta.whatsapp(picked))
    elif quick := _quick(platforms, phone):
        (reply,) = [one for one in quick if title == one["title"]]
        sent = meta.messenger_text(fresh(), phone.address, title)
        sent["message"]["quick_reply"] = {"payload": reply["payload"]}
        to_meta(server, "messenger", meta.messenger(sent))
    else:
        (number,) = re.findall(rf"^(\d+)\. {re.escape(title)}$", phone.heard()[-1], re.M)
        phone.say(number)


def _quick(platforms: Platforms, phone: Phone) -> list[dict[str, str]]:
    """The quick replies of Messenger under the last message, if any."""
    if phone.channel != "messenger":
        return []
    found: list[dict[str, str]] = platforms.meta.messages(phone.address)[-1]["message"].get(
        "quick_replies", []
    )
    assert found, "Messenger shows its choices"
    return found


def title_of(heard: str) -> str:
    """The choice that means the Treasury, as it is shown."""
    (line,) = [line for line in heard.splitlines() if "Trésor" in line]
    return re.sub(r"^\d+\. ", "", line)


@pytest.mark.parametrize("channel", CHANNELS)
def test_question_choice_and_follow_up(
    chat_server: Server, platforms: Platforms, channel: str
) -> None:
    phone = phones(chat_server, platforms)[channel]
    heard = phone.heard
    phone.say(ASKED)
    wait_until(lambda: len(heard()) == 1)
    press(chat_server, platforms, phone, title_of(heard()[0]))
    wait_until(lambda: len(heard()) == 2)
    phone.say("Et quels rapports publie-t-il ?")
    wait_until(lambda: len(heard()) == 3)
    assert "Trésor" in heard()[1] and "Source" in heard()[1]
    assert "Trésor" in heard()[2] or "rapport" in heard()[2]
    assert not re.search(r"choix:|(^|\s)/\w", "\n".join(heard()))
    assert not platforms.breaches


def test_telegram_is_told_that_a_button_was_pressed(
    chat_server: Server, platforms: Platforms
) -> None:
    phone = phones(chat_server, platforms)["telegram"]
    phone.say(ASKED)
    wait_until(phone.heard)
    before = len(platforms.telegram.calls)
    press(chat_server, platforms, phone, title_of(phone.heard()[0]))
    wait_until(lambda: len(phone.heard()) == 2)
    wait_until(lambda: len(platforms.telegram.calls) == before + 2)
    called = {call.path.rpartition("/")[2] for call in platforms.telegram.calls[before:]}
    assert called == {"answerCallbackQuery", "sendMessage"}


def test_a_group_is_answered_where_the_bot_is_named(
    chat_server: Server, platforms: Platforms
) -> None:
    """As a reply, in the same topic, each person in a conversation of their own."""
    group, asking, other = -fresh(), fresh(), fresh()

    def say(person: int, text: str, **more: object) -> None:
        update = telegram.message(fresh(), person, text, **more)
        update["message"]["chat"] = {"id": group, "type": "supergroup", "title": "Kumquat"}
        assert to_telegram(chat_server, update).status == 200

    say(asking, "Qui finance ces programmes, à votre avis ?")
    say(asking, "@VigieBot que fait le Trésor ?", is_topic_message=True, message_thread_id=77)
    wait_until(lambda: platforms.telegram.said(group))
    say(other, "@VigieBot et quels rapports publie-t-il ?")
    wait_until(lambda: len(platforms.telegram.said(group)) == 2)
    first, second = platforms.telegram.messages(group)
    assert first["message_thread_id"] == 77
    assert first["reply_parameters"]["message_id"]
    assert "Trésor" in first["text"]
    assert "Trésor" not in second["text"], "the other person has not spoken of it"
    assert len(platforms.telegram.said(group)) == 2, "what people say to each other is ignored"


def test_somebody_on_whatsapp_who_hides_the_number_is_answered_by_name(
    mini_server: Server, platforms: Platforms
) -> None:
    user = f"FR.{fresh()}"
    sent = {**meta.whatsapp_text(fresh(), "", "au secours, on me frappe"), "from_user_id": user}
    event = meta.whatsapp(sent)
    event["entry"][0]["changes"][0]["value"]["contacts"] = [
        {"profile": {"name": "Kumquat", "username": "kumquat"}, "user_id": user}
    ]
    assert to_meta(mini_server, "whatsapp", event).status == 200
    wait_until(lambda: platforms.meta.said(user))
    assert "911" in platforms.meta.said(user)[0]
    (message,) = platforms.meta.messages(user)
    assert message["recipient"] == user
    assert "to" not in message
