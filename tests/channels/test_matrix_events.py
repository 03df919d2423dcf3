"""What the Matrix connector reads in an event."""

from __future__ import annotations

from typing import Any

import pytest

from vigie.channels.matrix.events import Reader, is_encrypted, leaves

BOT = "@vigie:exemple.org"
READER = Reader(BOT, "Vigie")


def event(content: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "type": "m.room.message",
        "event_id": "$1",
        "room_id": "!r:exemple.org",
        "sender": "@awa:exemple.org",
        "origin_server_ts": 1_700_000_000_000,
        "content": {"msgtype": "m.text", **content},
        **more,
    }


def said(body: str, **content: Any) -> dict[str, Any]:
    return event({"body": body, **content})


REPLY = {"m.relates_to": {"m.in_reply_to": {"event_id": "$0"}}}
THREAD = {"m.relates_to": {"rel_type": "m.thread", "event_id": "$9", **REPLY["m.relates_to"]}}

READ = {
    "a text": (said("Que fait le DoL ?"), "Que fait le DoL ?", False),
    "an emote": (said("cherche le DoL", msgtype="m.emote"), "cherche le DoL", False),
    "named with a colon": (said("Vigie : que fait le DoL ?"), "que fait le DoL ?", True),
    "named with a comma": (said("@vigie, que fait le DoL ?"), "que fait le DoL ?", True),
    "named by identifier": (said(f"{BOT} que fait le DoL ?"), "que fait le DoL ?", True),
    "named in the middle": (said(f"dis {BOT}, le DoL ?"), "dis   le DoL ?", True),
    "mentioned by the client": (
        said("Vigie que fait le DoL ?", **{"m.mentions": {"user_ids": [BOT]}}),
        "que fait le DoL ?",
        True,
    ),
    "somebody else is mentioned": (
        said("que fait le DoL ?", **{"m.mentions": {"user_ids": ["@b:exemple.org"]}}),
        "que fait le DoL ?",
        False,
    ),
    "within another word": (
        said("lavigie que fait le DoL ?", **{"m.mentions": {"user_ids": [BOT]}}),
        "lavigie que fait le DoL ?",
        True,
    ),
    "the word as such": (said("la vigie que fait le DoL ?"), "la vigie que fait le DoL ?", False),
    "another name that begins so": (said("Vigieux : bonjour"), "Vigieux : bonjour", False),
    "a reply of an old client": (
        said("> <@vigie:exemple.org> Source : x\n> y\n\net le DoJ ?", **REPLY),
        "et le DoJ ?",
        True,
    ),
    "a quote that is no reply": (said("> citation\n\nvrai ?"), "> citation\n\nvrai ?", False),
    "a caption": (
        said("c’est quoi ?", msgtype="m.image", filename="a.jpg"),
        "c’est quoi ?",
        False,
    ),
    "an edit": (
        said(
            "* que fait le DoJ ?",
            **{
                "m.new_content": {"msgtype": "m.text", "body": "que fait le DoJ ?"},
                "m.relates_to": {"rel_type": "m.replace", "event_id": "$0"},
            },
        ),
        "que fait le DoJ ?",
        False,
    ),
    "named and nothing else": (said("Vigie :"), "", True),
}


@pytest.mark.parametrize("name", READ)
def test_what_is_said(name: str) -> None:
    given, text, mentioned = READ[name]
    message = READER.message(given)
    assert message is not None
    assert (message.text, message.mentioned, message.media) == (text, mentioned, False)


IGNORED = {
    "its own": event({"body": "x"}, sender=BOT),
    "a notice, which robots write": said("x", msgtype="m.notice"),
    "an edit without a text": said(
        "x", **{"m.relates_to": {"rel_type": "m.replace", "event_id": "$0"}}
    ),
    "a reaction": event({}, type="m.reaction"),
    "a state": event({"body": "x"}, state_key=""),
    "nothing": said("  "),
    "no text": said("x", msgtype="m.poll"),
    "a redacted one": {**event({}), "content": {}},
    "without a name": event({"body": "x"}, event_id=None),
    "of odd types": event({"body": 7, "m.relates_to": [], "m.mentions": 1, "msgtype": {}}),
}


@pytest.mark.parametrize("name", IGNORED)
def test_what_is_not_answered(name: str) -> None:
    assert READER.message(IGNORED[name]) is None


@pytest.mark.parametrize("kind", ["m.image", "m.audio", "m.video", "m.file", "m.location"])
def test_what_is_no_text(kind: str) -> None:
    message = READER.message(said("nom.bin", msgtype=kind))
    assert message is not None and message.media and not message.text


def test_a_thread_is_kept() -> None:
    message = READER.message(said("x", **THREAD))
    assert message is not None and message.thread == "$9"


@pytest.mark.parametrize("when", [None, "1700000000", True, -1, 10**400])
def test_a_time_that_is_none(when: Any) -> None:
    message = READER.message(event({"body": "x"}, origin_server_ts=when))
    assert message is not None and message.sent_at is None


def member(membership: str, who: str = BOT) -> dict[str, Any]:
    return event({"membership": membership}, type="m.room.member", state_key=who)


def test_an_invitation_of_the_bot_alone_counts() -> None:
    assert READER.invite(member("invite")) is not None
    assert READER.invite(member("join")) is None
    assert READER.invite(member("invite", "@b:exemple.org")) is None
    assert READER.invite({**member("invite"), "type": "m.room.message"}) is None


def test_who_goes() -> None:
    assert leaves(member("leave", "@b:exemple.org")) and leaves(member("ban"))
    assert not leaves(member("join")) and not leaves(said("leave"))


def test_what_cannot_be_read() -> None:
    assert is_encrypted(event({}, type="m.room.encrypted"))
    assert is_encrypted(event({}, type="m.room.encryption", state_key=""))
    assert not is_encrypted(event({}, type="m.room.encryption"))
    assert not is_encrypted(said("x"))
