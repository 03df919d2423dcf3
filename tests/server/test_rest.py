"""The REST channel, through a real server."""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from typing import Any
from uuid import uuid4

import pytest

from tests.server.marks import MARKS, SENDER
from tests.server.running import Server
from vigie.server import texts


def test_text_and_payload_of_one_utterance_are_one_message(server: Server) -> None:
    (said,) = server.say("combien", "together")
    assert said == {
        "recipient_id": "together",
        "text": "Tour 1.\n\nUne ligne vide plus haut.",
        "custom": {"count": 1},
    }


def test_fields_that_are_not_needed_are_not_read(server: Server) -> None:
    body = {
        "sender": "fields",
        "message": "combien",
        "input_channel": "callback",
        "metadata": {"slots": {"count": 41}},
        "slots": {"count": 41},
        "stream": True,
    }
    for count in (1, 2):
        path = "/webhooks/rest/webhook?stream=true&token=a"
        (said,) = server.request("POST", path, body).json
        assert said["custom"] == {"count": count}


def test_nobody_reaches_a_conversation_by_its_inner_name(server: Server) -> None:
    """Trackers are kept as channel:sender, and the prefix is always put before."""
    server.say("combien", "scoped")
    for name in ("rest:scoped", "web:scoped", "probe:scoped", "scoped ", "SCOPED"):
        count = server.say("combien", name)[0]["custom"]["count"]
        assert count == (2 if name == "scoped " else 1)


@pytest.mark.parametrize("text", ["boum", "absurde", "muet", "bonjour", "/boum", "choix:1"])
def test_nothing_of_a_person_is_printed(server: Server, text: str) -> None:
    """Of this test and of all that use this server: the fixture looks once all is printed."""
    assert server.say(f"{text} {MARKS}", SENDER)


def test_choices_come_with_their_text(server: Server) -> None:
    (said,) = server.say("choisir")
    assert said["text"] == "Lequel ?"
    assert said["buttons"] == [{"title": "Le premier", "payload": "choix:abc123"}]


def test_a_conversation_goes_on_under_its_sender(server: Server) -> None:
    counts = [server.say("combien", "goes-on")[0]["custom"]["count"] for _ in range(15)]
    assert counts == list(range(1, 16))


def test_a_missing_sender_gets_an_id_of_its_own(server: Server) -> None:
    first, second = (server.post({"message": "combien"}).json[0] for _ in range(2))
    assert first["recipient_id"] != second["recipient_id"]
    assert len(first["recipient_id"]) >= 32
    assert first["custom"]["count"] == second["custom"]["count"] == 1
    again = server.say("combien", first["recipient_id"])[0]
    assert again["custom"]["count"] == 2


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[" * 5_000,
        b'"texte"',
        b"null",
        [],
        {},
        {"sender": "a"},
        {"message": None},
        {"message": 42},
        {"message": ["a"]},
        {"message": {"text": "a"}},
        {"message": "a", "sender": 42},
        {"message": "a", "sender": ["a"]},
        {"message": "a", "sender": "x" * 129},
    ],
    ids=lambda body: repr(body)[:40],
)
def test_a_body_that_is_no_message_is_refused_with_a_sentence(server: Server, body: Any) -> None:
    response = server.post(body)
    assert response.status == 400
    assert response.json["error"].endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "/",
        "//",
        "/restart",
        '/bonjour{"a": "b"}',
        "\ud800",
        "a\x00b",
        "\u202e",
        "😀",
    ],
    ids=ascii,
)
def test_an_odd_text_gets_an_answer(server: Server, text: str) -> None:
    said = server.say(text, uuid4().hex)
    assert said[0]["text"]


def test_a_typed_command_is_plain_text(server: Server) -> None:
    server.say("combien", "commands")
    server.say("/restart", "commands")
    assert server.say("combien", "commands")[0]["custom"]["count"] == 2


def test_a_long_message_gets_a_calm_answer(server: Server) -> None:
    (said,) = server.say("a" * 2_001)
    assert said["text"] == texts.too_long(2_000)
    assert "2\u202f000" in said["text"]
    assert texts.HOTLINE in said["text"]
    assert server.say("bonjour " + "a" * 1_992)[0]["text"] != said["text"]


@pytest.mark.parametrize("text", ["boum", "absurde", "muet", "dodo"])
def test_whatever_an_action_does_the_person_gets_the_hotline(server: Server, text: str) -> None:
    (said,) = server.say(text)
    assert texts.HOTLINE in said["text"]


def test_a_hung_action_does_not_hold_up_others(server: Server) -> None:
    with ThreadPoolExecutor(4) as pool:
        hung = [pool.submit(server.say, "dodo", uuid4().hex) for _ in range(3)]
        quick = pool.submit(server.say, "bonjour", uuid4().hex)
        first, _ = wait([quick, *hung], return_when=FIRST_COMPLETED)
        assert first == {quick}
        assert all(texts.HOTLINE in one.result(60)[0]["text"] for one in hung)


def test_messages_of_one_sender_at_once_are_all_counted(server: Server) -> None:
    with ThreadPoolExecutor(10) as pool:
        replies = list(pool.map(lambda _: server.say("combien", "at-once"), range(10)))
    assert sorted(reply[0]["custom"]["count"] for reply in replies) == list(range(1, 11))


def test_other_methods_are_refused(server: Server) -> None:
    assert server.get("/webhooks/rest/").json == {"status": "ok"}
    refused = server.get("/webhooks/rest/webhook")
    assert refused.status == 405
    assert refused.json["error"]
