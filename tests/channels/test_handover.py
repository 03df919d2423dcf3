"""Somebody asks for a person; a person of the operator's team takes over, by Chatwoot's events."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.channels.assembled import CRY
from tests.channels.fakes.base import wait_until
from tests.channels.running import CHANNELS, Platforms, entries, environment, phones
from tests.channels.test_trouble import counted
from tests.server.running import Response, Server
from vigie.channels.handover import AGE_SECONDS, INBOXES, believes, signature, taken_in
from vigie.channels.shared import texts
from vigie.channels.shared.pauses import PAUSE_SECONDS, Pauses
from vigie.channels.stores.sqlite import SqliteStore
from vigie.server.texts import HOTLINE

SECRET = "secret-of-the-help-desk"
CONTACT = "l’équipe au 01 02 03 04 05"
KINDS = {channel: kind for kind, channel in INBOXES.items()}


def conversation(address: str, channel: str, status: str) -> dict[str, Any]:
    """A conversation, as Chatwoot's page on webhooks documents it."""
    return {
        "additional_attributes": {},
        "can_reply": True,
        "channel": KINDS.get(channel, "Channel::Api"),
        "id": 10,
        "inbox_id": 1,
        "contact_inbox": {
            "id": 12,
            "contact_id": 12,
            "inbox_id": 1,
            "source_id": address if channel in KINDS else f"{channel}:{address}",
            "created_at": "2021-07-23T18:01:48.739Z",
            "updated_at": "2021-07-23T18:02:59.053Z",
            "hmac_verified": False,
        },
        "messages": [],
        "meta": {"sender": {"id": 12, "name": "jane", "type": "contact"}},
        "status": status,
        "unread_count": 0,
        "timestamp": 1627063369,
    }


def changed(address: str, channel: str, status: str) -> dict[str, Any]:
    return {**conversation(address, channel, status), "event": "conversation_status_changed"}


def written(address: str, channel: str, status: str = "open", **more: Any) -> dict[str, Any]:
    """Somebody of the team writes."""
    return {
        "event": "message_created",
        "id": 118,
        "content": "Bonjour, je suis Awa.",
        "message_type": "outgoing",
        "private": False,
        "sender": {"id": 1, "name": "Awa", "type": "user"},
        "conversation": conversation(address, channel, status),
        **more,
    }


def tell(server: Server, event: Any, secret: str = SECRET, sent: int = 0) -> Response:
    """An event, signed as Chatwoot does."""
    body, moment = json.dumps(event).encode(), str(sent or int(time.time()))
    headers = {
        "X-Chatwoot-Signature": signature(body, moment, secret),
        "X-Chatwoot-Timestamp": moment,
    }
    return server.request("POST", "/webhooks/handover/webhook", body, **headers)


@pytest.fixture(scope="module")
def staffed(minibot_folder: Path, platforms: Platforms, tmp_path_factory: Any) -> Iterator[Server]:
    """The smallest bot, with a team behind it."""
    folder = tmp_path_factory.mktemp("staffed") / "bot"
    folder.mkdir()
    for item in minibot_folder.iterdir():
        if item.name not in ("credentials.yml", ".vigie"):
            (folder / item.name).symlink_to(item)
    found = entries(platforms)
    for entry in found.values():
        entry.pop("contact", None)
    found["vigie.channels.handover.HandoverChannel"] = {"secret": "${HANDOVER_SECRET}"}
    (folder / "credentials.yml").write_text(yaml.safe_dump(found), "utf-8")
    env = environment(
        HANDOVER_SECRET=SECRET,
        VIGIE_HUMAN_CONTACT=CONTACT,
        VIGIE_SENDER_RATE="0",
        LOG_LEVEL="debug",
    )
    with Server(folder, folder.parent / "server.log", **env) as server:
        yield server


def test_who_asks_for_a_person_is_told_how_to_reach_one(
    staffed: Server, platforms: Platforms
) -> None:
    for channel in CHANNELS:
        phone = phones(staffed, platforms)[channel]
        phone.say("Je voudrais parler à une personne, svp")
        wait_until(phone.heard)
        assert "01 02 03 04 05" in phone.heard()[0].replace("\u00a0", " "), channel


def test_without_a_contact_it_is_honest_and_names_the_hotline(
    mini_server: Server, platforms: Platforms
) -> None:
    phone = phones(mini_server, platforms)["whatsapp"]
    phone.say("puis-je parler à un humain ?")
    wait_until(phone.heard)
    said = phone.heard()[0].replace("’", "'")
    assert "personne ne lit" in said and HOTLINE in said


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_conversation_that_is_taken_over_is_answered_by_nobody_else_but_for_help(
    staffed: Server, platforms: Platforms, channel: str
) -> None:
    phone = phones(staffed, platforms)[channel]
    other = phones(staffed, platforms)[channel]
    assert tell(staffed, changed(phone.address, channel, "open")).status == 200
    phone.say("combien")
    other.say("combien")
    wait_until(other.heard)
    phone.say(CRY)
    wait_until(phone.heard)
    assert "911" in phone.heard()[0]
    assert tell(staffed, changed(phone.address, channel, "resolved")).status == 200
    phone.say("combien")
    wait_until(lambda: len(phone.heard()) == 2)
    assert "Tour" in phone.heard()[1]
    assert len(phone.heard()) == 2


def test_who_prefers_the_robot_takes_it_back(staffed: Server, platforms: Platforms) -> None:
    phone = phones(staffed, platforms)["telegram"]
    tell(staffed, written(phone.address, "telegram"))
    phone.say("combien")
    phone.say("REPRENDRE")
    wait_until(phone.heard)
    assert "Me revoici" in phone.heard()[0]
    phone.say("combien")
    wait_until(lambda: len(phone.heard()) == 2)


REFUSED: dict[str, tuple[dict[str, Any], int]] = {
    "unsigned": ({}, 401),
    "another secret": ({"secret": "other"}, 403),
    "an old one": ({"sent": 1_700_000_000}, 403),
}


@pytest.mark.parametrize("name", REFUSED)
def test_who_is_not_the_help_desk_pauses_nobody(
    staffed: Server, platforms: Platforms, name: str
) -> None:
    how, status = REFUSED[name]
    phone = phones(staffed, platforms)["telegram"]
    event = changed(phone.address, "telegram", "open")
    before = counted(staffed, "refused", channel="handover", status=str(status))
    if how:
        answer = tell(staffed, event, **how)
    else:
        answer = staffed.request("POST", "/webhooks/handover/webhook", json.dumps(event).encode())
    assert answer.status == status
    assert counted(staffed, "refused", channel="handover", status=str(status)) == before + 1
    phone.say("combien")
    wait_until(phone.heard)


def test_nobody_is_named_in_the_log_or_the_counters(staffed: Server, platforms: Platforms) -> None:
    phone = phones(staffed, platforms)["whatsapp"]
    tell(staffed, changed(phone.address, "whatsapp", "open"))
    assert counted(staffed, "handovers", channel="whatsapp", state="paused") >= 1
    assert phone.address not in staffed.output
    assert SECRET not in staffed.output
    assert phone.address not in staffed.get("/metrics").body.decode()


READ = {
    "taken": (changed("7", "telegram", "open"), ("telegram", "7", True)),
    "given back": (changed("7", "telegram", "pending"), ("telegram", "7", False)),
    "done": (changed("7", "telegram", "resolved"), ("telegram", "7", False)),
    "put off": (changed("7", "telegram", "snoozed"), ("telegram", "7", False)),
    "done, as an agent bot hears it": (
        {**conversation("7", "whatsapp", "resolved"), "event": "conversation_resolved"},
        ("whatsapp", "7", False),
    ),
    "taken, as an agent bot hears it": (
        {**conversation("7", "whatsapp", "pending"), "event": "conversation_opened"},
        ("whatsapp", "7", True),
    ),
    "an inbox by API": (changed("@a:b.c", "matrix", "open"), ("matrix", "@a:b.c", True)),
    "a word of the team": (written("7", "telegram"), ("telegram", "7", True)),
    "a note among the team": (written("7", "telegram", private=True), None),
    "a word of the person": (
        written("7", "telegram", message_type="incoming", sender={"type": "contact"}),
        None,
    ),
    "a word of the robot": (written("7", "telegram", sender={"type": "agent_bot"}), None),
    "a word in one that is the robot's": (written("7", "telegram", "pending"), None),
    "a widget, which is none of ours": (
        {**changed("7", "telegram", "open"), "channel": "Channel::WebWidget"},
        None,
    ),
    "another event": ({**changed("7", "telegram", "open"), "event": "contact_updated"}, None),
    "nothing": ({}, None),
}


@pytest.mark.parametrize("name", READ)
def test_what_an_event_says(name: str) -> None:
    event, expected = READ[name]
    assert taken_in(event) == expected


@pytest.mark.parametrize(
    "odd", [None, 1, "x", [], [1], {"event": []}, {"event": "message_created"}]
)
def test_nonsense_says_nothing(odd: Any) -> None:
    assert taken_in(odd) is None


def test_a_help_desk_that_cannot_sign_shows_the_password() -> None:
    shown = base64.b64encode(f"vigie:{SECRET}".encode()).decode()
    assert believes(b"{}", {"authorization": f"Basic {shown}"}, SECRET, 0)
    assert not believes(b"{}", {"authorization": f"Basic {shown}"}, "", 0)
    assert not believes(b"{}", {}, SECRET, 0)
    now = 1_700_000_000
    headers = {"x-chatwoot-timestamp": str(now), "authorization": f"Basic {shown}"}
    headers["x-chatwoot-signature"] = signature(b"{ }", str(now), SECRET)
    assert not believes(b"{}", headers, SECRET, now), "a wrong signature is not made good"
    headers["x-chatwoot-signature"] = signature(b"{}", str(now), SECRET)
    assert believes(b"{}", headers, SECRET, now + AGE_SECONDS)
    assert not believes(b"{}", headers, SECRET, now + AGE_SECONDS + 1)


async def test_nobody_is_left_without_an_answer_for_ever(tmp_path: Path) -> None:
    """The team never says that a conversation is done."""
    now = [1_000_000.0]
    store = SqliteStore(tmp_path / "channels.sqlite")
    pauses = Pauses(store, "telegram", lambda: now[0])
    await pauses.pause("p")
    assert await pauses.paused("p")
    assert not await Pauses(store, "whatsapp", lambda: now[0]).paused("p")
    now[0] += PAUSE_SECONDS
    assert not await pauses.paused("p")
    assert not store._file.db.execute("SELECT * FROM read").fetchall(), "and nothing is kept of it"
    await store.close()


def test_what_is_said_fits_three_text_messages() -> None:
    from vigie.channels.shared import gsm7

    for said in (texts.person(""), texts.person(CONTACT)):
        assert gsm7.segments(gsm7.transliterate(said)) <= 3
