"""What each platform delivers: which of it is a message of a person, and what it says."""

from __future__ import annotations

from typing import Any, Optional

import pytest

from tests.channels.fakes import meta, telegram, twilio
from vigie.channels.messenger import MessengerChannel
from vigie.channels.messenger import read_message as read_messenger
from vigie.channels.shared import counters, shape
from vigie.channels.shared.inbound import Inbound
from vigie.channels.telegram.updates import GROUP_SECONDS, Reader
from vigie.channels.twilio import TwilioChannel
from vigie.channels.whatsapp import MEDIA, WhatsAppChannel
from vigie.channels.whatsapp import read_message as read_whatsapp
from vigie.server.settings import Settings

BOT_ID = telegram.TOKEN.partition(":")[0]
WAITS = {"base_url": "http://127.0.0.1:9", "timeout_seconds": "1", "patience_seconds": "1"}
ODD: list[Any] = [None, 1, 1.5, True, "x", "", [], [1], {}, {"a": 1}, [[]], float("nan"), 10**400]


def said(inbound: Optional[Inbound]) -> Optional[tuple[str, bool]]:
    """The text, and whether it is a picture or the like."""
    return None if inbound is None else (inbound.text, inbound.media)


# --- Telegram -------------------------------------------------------------------------------

PRIVATE = {"id": 7, "type": "private"}
GROUP = {"id": -100_7, "type": "supergroup"}
PERSON = {"id": 8, "is_bot": False, "first_name": "Kumquat"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "username": "GroupAnonymousBot"}
BOT = {"id": int(BOT_ID), "is_bot": True, "username": telegram.BOT}


def read_telegram(update: Any) -> Optional[Inbound]:
    return Reader(telegram.BOT, BOT_ID).read(update)


def update(chat: dict[str, Any] = PRIVATE, sender: Any = PERSON, **more: Any) -> dict[str, Any]:
    message = {"message_id": 5, "from": sender, "chat": chat, "date": 1_700_000_000, **more}
    return {"update_id": 3, "message": message}


def picked(data: Any = "choix:ab", **message: Any) -> dict[str, Any]:
    shown = {"message_id": 5, "from": BOT, "chat": PRIVATE, **message}
    return {"update_id": 3, "callback_query": {
        "id": "99", "from": PERSON, "message": shown, "data": data,
    }}  # fmt: skip


KEYBOARD = {"inline_keyboard": [[{"text": "Le Trésor", "callback_data": "choix:ab"}]]}
TELEGRAM = {
    "a text": (update(text="Bonjour"), ("Bonjour", False)),
    "a picture with a caption": (update(photo=[{}], caption="Qui ?"), ("Qui ?", False)),
    "a picture": (update(photo=[{}]), ("", True)),
    "a voice message": (update(voice={}), ("", True)),
    "a sticker": (update(sticker={}), ("", True)),
    "a place": (update(location={}), ("", True)),
    "somebody who joins": (update(GROUP, new_chat_members=[PERSON]), None),
    "a title": (update(GROUP, new_chat_title="x"), None),
    "another bot": (update(sender={**PERSON, "is_bot": True}, text="Bonjour"), None),
    "no sender": (update(sender=None, text="Bonjour"), None),
    "an edit": ({"update_id": 3, "edited_message": update(text="x")["message"]}, ("x", False)),
    "a picture whose caption is edited": (
        {"update_id": 3, "edited_message": update(photo=[{}], caption="Qui ?")["message"]},
        ("Qui ?", False),
    ),
    "a channel": ({"update_id": 3, "channel_post": update(text="x")["message"]}, None),
    "a message in a channel": (update({"id": -1, "type": "channel"}, text="x"), None),
    "the bot is blocked": ({"update_id": 3, "my_chat_member": {"chat": PRIVATE}}, None),
    "no number": ({"message": update(text="x")["message"]}, None),
    "a group, among people": (update(GROUP, text="Qui finance ?"), None),
    "a group, another bot": (update(GROUP, text="@VigieBot2 qui finance ?"), None),
    "a group, to us": (update(GROUP, text="@vigiebot qui finance ?"), ("qui finance ?", False)),
    "a group, a command": (update(GROUP, text="/start@VigieBot"), ("/start", False)),
    "a link with something in it": (update(text="/start ref_42"), ("/start", False)),
    "a command with our name": (update(text="/start@VigieBot ref"), ("/start", False)),
    "a command that only begins so": (update(text="/startled"), ("/startled", False)),
    "a group, an anonymous administrator": (
        update(GROUP, sender=ANONYMOUS, sender_chat=GROUP, text="@VigieBot qui finance ?"),
        ("qui finance ?", False),
    ),
    "a group, a channel's post in it": (
        update(GROUP, sender=ANONYMOUS, sender_chat={"id": -9}, text="@VigieBot x"),
        None,
    ),
    "a group, only our name": (update(GROUP, text="@VigieBot"), ("", False)),
    "a group, a reply to us": (
        update(GROUP, text="et le DoJ ?", reply_to_message={"from": BOT}),
        ("et le DoJ ?", False),
    ),
    "a group, a reply to another": (
        update(GROUP, text="et le DoJ ?", reply_to_message={"from": PERSON}),
        None,
    ),
    "a group, a picture to us": (
        update(GROUP, photo=[{}], reply_to_message={"from": BOT}),
        ("", True),
    ),
    "a choice": (picked(reply_markup=KEYBOARD), ("Le Trésor", False)),
    "a choice that comes back whole": (
        picked(
            data="le Trésor",
            reply_markup={"inline_keyboard": [[{"text": "1", "callback_data": "le Trésor"}]]},
        ),
        ("le Trésor", False),
    ),
    "a choice, too old to be shown": (picked(date=0), ("choix:ab", False)),
    "a choice that is a command": (picked(data="/restart"), None),
    "a choice without data": (picked(data=None), None),
}


@pytest.mark.parametrize("name", TELEGRAM)
def test_telegram(name: str) -> None:
    given, expected = TELEGRAM[name]
    assert said(read_telegram(given)) == expected


def test_telegram_answers_go_where_they_were_asked_for() -> None:
    private = read_telegram(update(text="x"))
    assert private and (private.target, private.person, private.extra) == ("7", "7", {})
    assert private.sent_at == 1_700_000_000
    asked = update(GROUP, text="@VigieBot x", is_topic_message=True, message_thread_id=4)
    group = read_telegram(asked)
    assert group and (group.target, group.person) == ("-1007", "-1007/8")
    assert group.extra == {"reply_to": "5", "topic": "4"}
    assert group.slower == GROUP_SECONDS
    choice = read_telegram(picked(reply_markup=KEYBOARD, chat=GROUP))
    assert choice and choice.extra == {"callback": "99"}
    assert choice.person == "-1007/8", "whoever presses, not whoever asked"


def test_a_telegram_bot_without_a_name_answers_replies_only() -> None:
    reader = Reader("", BOT_ID)
    assert reader.read(update(GROUP, text="@ qui finance ?")) is None
    assert reader.read(update(GROUP, text="x", reply_to_message={"from": BOT})) is not None


# --- WhatsApp -------------------------------------------------------------------------------


def sent(kind: str, content: Any = None, **more: Any) -> dict[str, Any]:
    return {"id": "w", "from": "336", "timestamp": "1700000000", "type": kind, kind: content,
            **more}  # fmt: skip


BUTTON = {"type": "button_reply", "button_reply": {"id": "choix:ab", "title": "Le Trésor"}}
ROW = {"id": "choix:ab", "title": "Choix 2", "description": "Le ministère du Trésor"}
WHATSAPP = {
    "a text": (sent("text", {"body": "Bonjour"}), ("Bonjour", False)),
    "a text of somebody who hides the number": (
        sent("text", {"body": "Bonjour"}, **{"from": "", "from_user_id": "FR.1349120"}),
        ("Bonjour", False),
    ),
    "a text of nobody": (sent("text", {"body": "x"}, **{"from": "", "from_user_id": "x y"}), None),
    "an empty text": (sent("text", {"body": ""}), None),
    "a button": (sent("interactive", BUTTON), ("Le Trésor", False)),
    "a row": (
        sent("interactive", {"type": "list_reply", "list_reply": {**ROW, "description": ""}}),
        ("Choix 2", False),
    ),
    "a row with a long title": (
        sent("interactive", {"type": "list_reply", "list_reply": ROW}),
        ("Le ministère du Trésor", False),
    ),
    "a button of a template": (sent("button", {"text": "Oui", "payload": "x"}), ("Oui", False)),
    "a picture with a caption": (sent("image", {"id": "1", "caption": "Qui ?"}), ("Qui ?", False)),
    "an edit": (
        sent(
            "edit", {"original_message_id": "v", "message": {"type": "text", "text": {"body": "x"}}}
        ),
        ("x", False),
    ),
    "an edited caption": (
        sent(
            "edit",
            {"original_message_id": "v", "message": {"type": "image", "image": {"caption": "x"}}},
        ),
        ("x", False),
    ),
    "a revoked message": (sent("revoke", {"original_message_id": "v"}), None),
    "a reaction": (sent("reaction", {"emoji": "x"}), None),
    "a change of number": (sent("system", {"body": "x"}), None),
    "a group": (sent("text", {"body": "x"}, group_id="g"), None),
    **{f"{kind}, without a text": (sent(kind, {"id": "1"}), ("", True)) for kind in MEDIA},
}


@pytest.mark.parametrize("name", WHATSAPP)
def test_whatsapp(name: str) -> None:
    given, expected = WHATSAPP[name]
    assert said(read_whatsapp(given)) == expected


# --- Messenger ------------------------------------------------------------------------------


def event(**more: Any) -> dict[str, Any]:
    return {"sender": {"id": "4"}, "recipient": {"id": meta.PAGE}, "timestamp": 1.7e12, **more}


IMAGE = {"mid": "m", "attachments": [{"type": "image"}]}
MESSENGER = {
    "a text": (event(message={"mid": "m", "text": "Bonjour"}), ("Bonjour", False)),
    "a quick reply": (
        event(message={"mid": "m", "text": "Oui", "quick_reply": {"payload": "choix:ab"}}),
        ("Oui", False),
    ),
    "the first button": (
        event(postback={"mid": "p", "title": "Démarrer", "payload": "x"}),
        ("/start", False),
    ),
    "the first button, in English": (
        event(postback={"mid": "p", "title": "Get Started", "payload": "GET_STARTED"}),
        ("/start", False),
    ),
    "a picture": (event(message=IMAGE), ("", True)),
    "a picture with a text": (event(message={**IMAGE, "text": "Qui ?"}), ("Qui ?", False)),
    "an echo of ours": (event(message={"mid": "m", "is_echo": True, "text": "x"}), None),
    "an echo of our picture": (event(message={**IMAGE, "is_echo": True}), None),
    "read": (event(read={"watermark": 1}), None),
    "delivered": (event(delivery={"mids": ["m"]}), None),
    "a reaction": (event(reaction={"mid": "m", "emoji": "x"}), None),
    "an edit": (event(message_edit={"mid": "m", "text": "x", "num_edit": 1}), ("x", False)),
    "an edit that leaves nothing": (event(message_edit={"mid": "m", "text": ""}), None),
    "an unsent message": (event(message={"mid": "m", "is_deleted": True}), None),
    "no identifier": (event(message={"text": "x"}), None),
}


@pytest.mark.parametrize("name", MESSENGER)
def test_messenger(name: str) -> None:
    given, expected = MESSENGER[name]
    assert said(read_messenger(given)) == expected


# --- batches, strangers, nonsense -----------------------------------------------------------


@pytest.fixture
def whatsapp() -> WhatsAppChannel:
    return WhatsAppChannel({**WAITS, "phone_number_id": meta.PHONE}, Settings())


@pytest.fixture
def messenger() -> MessengerChannel:
    return MessengerChannel({**WAITS, "page_id": meta.PAGE}, Settings())


@pytest.fixture
def sms() -> TwilioChannel:
    values = {
        **WAITS,
        "account_sid": twilio.ACCOUNT,
        "number": twilio.NUMBER,
        "daily_segments": "0",
    }
    return TwilioChannel(values, Settings())


def test_a_batch_of_whatsapp_is_read_whole_and_in_order(whatsapp: WhatsAppChannel) -> None:
    batch = meta.whatsapp(*(sent("text", {"body": n}) for n in "ab"))
    batch["entry"][0]["changes"] += meta.whatsapp(sent("text", {"body": "c"}))["entry"][0][
        "changes"
    ]
    batch["entry"] += meta.whatsapp(sent("reaction"), sent("text", {"body": "d"}))["entry"]
    assert [found.text for found in whatsapp.read(batch)] == ["a", "b", "c", "d"]


def test_statuses_and_other_numbers_are_not_for_us(whatsapp: WhatsAppChannel) -> None:
    status = meta.whatsapp()
    value = status["entry"][0]["changes"][0]["value"]
    del value["messages"]
    value["statuses"] = [{"id": "wamid.1", "status": "read", "recipient_id": "336"}]
    assert whatsapp.read(status) == []
    assert whatsapp.read(meta.whatsapp(sent("text", {"body": "x"}), phone="999")) == []
    account = meta.whatsapp(sent("text", {"body": "x"}))
    account["entry"][0]["changes"][0]["field"] = "account_update"
    assert whatsapp.read(account) == []


def test_what_a_platform_says_of_messages_it_had_taken_is_counted(
    whatsapp: WhatsAppChannel, sms: TwilioChannel
) -> None:
    def failed(channel: str) -> float:
        value: float = counters.REPORTS.labels(channel, "failed")._value.get()
        return value

    before = {channel: failed(channel) for channel in ("whatsapp", "twilio")}
    event = meta.whatsapp()
    event["entry"][0]["changes"][0]["value"]["statuses"] = [
        {"id": "wamid.out", "status": "failed", "errors": [{"code": 131026}]},
        {"id": "wamid.out", "status": "sent"},
    ]
    assert whatsapp.read(event) == []
    form = dict(twilio.form(1, "+33612345678", "", MessageStatus="undelivered"))
    assert sms.read(form) is None
    assert {channel: failed(channel) for channel in before} == {
        channel: count + 1 for channel, count in before.items()
    }


def test_other_pages_and_other_objects_are_not_for_us(messenger: MessengerChannel) -> None:
    message = event(message={"mid": "m", "text": "x"})
    assert len(messenger.read(meta.messenger(message, message))) == 2
    assert messenger.read(meta.messenger(message, page="999")) == []
    assert messenger.read({**meta.messenger(message), "object": "instagram"}) == []


SMS = {
    "a text": ({}, ("Bonjour", False)),
    "a picture": ({"Body": "", "NumMedia": "1"}, ("", True)),
    "a picture with a text": ({"NumMedia": "2"}, ("Bonjour", False)),
    "nothing": ({"Body": " "}, None),
    "a status": ({"Body": "", "MessageStatus": "delivered"}, None),
    "a part of another field moved into its name": (
        {"MessageSid": f"SM{1:032x}Bon", "Body": "jour"},
        None,
    ),
    "another number of ours": ({"To": "+15550199"}, None),
    "no identifier": ({"MessageSid": ""}, None),
    "another account": ({"AccountSid": "AC9"}, None),
    "the name of a shop": ({"From": "Banque"}, None),
    "another channel of Twilio": ({"From": "whatsapp:+336"}, None),
}


@pytest.mark.parametrize("name", SMS)
def test_twilio(sms: TwilioChannel, name: str) -> None:
    fields, expected = SMS[name]
    form = dict(twilio.form(1, "+33612345678", "Bonjour"))
    assert said(sms.read({**form, **fields})) == expected


def nonsense(value: Any) -> list[Any]:
    """`value` with each part in turn replaced by what nobody expects there."""
    found = list(ODD)
    if isinstance(value, dict):
        for key, part in value.items():
            found += [{**value, key: odd} for odd in nonsense(part)]
    elif isinstance(value, list) and value:
        found += [[odd, *value[1:]] for odd in nonsense(value[0])]
    return found


def test_nonsense_is_no_message_and_no_error(
    whatsapp: WhatsAppChannel, messenger: MessengerChannel
) -> None:
    tried = 0
    asked = update(GROUP, text="@VigieBot x", is_topic_message=True, message_thread_id=4)
    for given in (asked, picked(reply_markup=KEYBOARD)):
        for odd in nonsense(given):
            read_telegram(odd)
            tried += 1
    for odd in nonsense(meta.whatsapp(sent("interactive", BUTTON))):
        assert all(isinstance(found.text, str) for found in whatsapp.read(odd))
        tried += 1
    for odd in nonsense(meta.messenger(event(message=IMAGE, postback={"title": "x"}))):
        assert all(isinstance(found.text, str) for found in messenger.read(odd))
        tried += 1
    assert tried > 1_000


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff", b"[" * 100_000, b'{"a": ' * 50_000])
def test_what_is_no_json_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError):
        shape.load(raw)


@pytest.mark.parametrize("odd", [*ODD[:2], -1, "x", "²", "9" * 400, 10**400, float("inf")])
def test_a_moment_is_a_number_or_nothing(odd: Any) -> None:
    found = shape.moment(odd, 1_000)
    assert found is None or 0 <= found < 1e12
