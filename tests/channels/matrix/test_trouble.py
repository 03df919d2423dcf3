"""Servers that are down, requests that are forged or repeated, rooms that the bot leaves."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

import pytest

from tests.channels.fakes.base import wait_until
from tests.channels.matrix.conftest import AS_TOKEN, HS_TOKEN, Matrix
from tests.channels.matrix.people import Person
from tests.channels.matrix.synapse import BOT
from tests.channels.matrix.test_talk import SECONDS, hears
from tests.channels.running import fresh
from tests.server.running import Response, Server
from vigie.channels.matrix_doors import INVITES
from vigie.server.texts import HOTLINE

PREFIX = "/webhooks/matrix/_matrix/app/v1"


def event_in(room: str, text: str, **more: Any) -> dict[str, Any]:
    return {
        "type": "m.room.message",
        "event_id": f"$made-up-{fresh()}",
        "room_id": room,
        "sender": "@somebody:matrix.example",
        "origin_server_ts": int(time.time() * 1_000),
        "content": {"msgtype": "m.text", "body": text},
        **more,
    }


def transaction(server: Server, *events: Any, token: str = HS_TOKEN, query: str = "") -> Response:
    path = f"{PREFIX}/transactions/{fresh()}{query}"
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return server.request("PUT", path, {"events": events}, **headers)


def rooms_of_bot(matrix: Matrix) -> list[str]:
    """Where the homeserver says that the bot is."""
    url = f"{matrix.synapse.url}/_matrix/client/v3/joined_rooms"
    request = Request(url, headers={"Authorization": f"Bearer {AS_TOKEN}"})
    with urlopen(request, timeout=10) as answer:
        found: list[str] = json.load(answer)["joined_rooms"]
    return found


FORGED: dict[str, tuple[int, Callable[[Server, Any], Response]]] = {
    "no token": (401, lambda s, e: transaction(s, e, token="")),
    "another token": (403, lambda s, e: transaction(s, e, token="hs-token-of-a-tesx-9b07e4")),
    "the beginning of the token": (403, lambda s, e: transaction(s, e, token=HS_TOKEN[:-1])),
    "the token of the other way": (403, lambda s, e: transaction(s, e, token=AS_TOKEN)),
    "an empty token": (401, lambda s, e: transaction(s, e, token="", query="?access_token=")),
    "another token in the query": (
        403,
        lambda s, e: transaction(s, e, token="", query="?access_token=other"),
    ),
    "a wrong token beside the right one": (
        403,
        lambda s, e: transaction(
            s, e, token="x", query=f"?{urlencode({'access_token': HS_TOKEN})}"
        ),
    ),
    "a ping": (401, lambda s, e: s.request("POST", f"{PREFIX}/ping", {})),
    "who is there": (401, lambda s, e: s.get(f"{PREFIX}/users/{quote(BOT)}")),
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_request_is_refused(matrix: Matrix, name: str) -> None:
    person = matrix.newcomer()
    room = person.opens()
    person.says("bonjour")
    hears(person, 1)
    status, forge = FORGED[name]
    series = f'vigie_channel_refused_total{{channel="matrix",status="{status}"}}'
    before = matrix.vigie.metric(series)
    assert forge(matrix.vigie, event_in(room, "Qui surveille le travail forcé ?")).status == status
    assert matrix.vigie.metric(series) == before + 1
    person.says("merci")
    assert len(hears(person, 2)) == 2, "what was forged has no answer"


def test_a_delivery_repeated_has_one_answer(matrix: Matrix) -> None:
    person = matrix.newcomer()
    room = person.opens()
    name = person.says("Qui surveille le travail forcé ?")
    hears(person, 1)
    again = event_in(room, "Qui surveille le travail forcé ?", event_id=name, sender=person.user_id)
    new = event_in(room, "Que fait le DoL ?", sender=person.user_id)
    for _ in range(3):
        assert transaction(matrix.vigie, again, new).status == 200
    person.says("Que fait le DoJ ?")
    said = hears(person, 3)
    assert len(said) == 3
    assert "(DoL)" in said[1] and "(DoJ)" in said[2]


def test_what_is_no_transaction_is_refused(matrix: Matrix) -> None:
    headers = {"Authorization": f"Bearer {HS_TOKEN}"}
    for body in (b"", b"{", b"\xff", b"[" * 30_000):
        path = f"{PREFIX}/transactions/{fresh()}"
        assert matrix.vigie.request("PUT", path, body, **headers).status == 400


def test_odd_events_hold_up_nothing(matrix: Matrix) -> None:
    """What came back would come back for ever, and all others behind it."""
    person = matrix.newcomer()
    room = person.opens()
    person.says("bonjour")
    hears(person, 1)
    odd = [
        None,
        {},
        {"type": ["m.room.message"], "event_id": {}, "room_id": 7, "sender": None},
        event_in(room, "", content=[]),
        event_in(room, "", content={"msgtype": {}, "body": 1, "m.relates_to": "x"}),
        event_in(room, "Que fait le DoI ?", origin_server_ts=10**400),
        event_in("!nowhere:matrix.example", "Que fait le DoI ?"),
        event_in(room, "a" * 60_000),
    ]
    assert transaction(matrix.vigie, *odd).status == 200
    person.says("Que fait le DoJ ?")
    wait_until(lambda: any("(DoJ)" in text for text in person.heard()), SECONDS)


def leaves_saying_why(person: Person) -> None:
    wait_until(lambda: person.doors()[-1:] == ["leave"], SECONDS)
    said = hears(person, 1)
    assert "chiffré" in said[-1] and "Je le quitte" in said[-1] and HOTLINE in said[-1]


ENCRYPTION = {"algorithm": "m.megolm.v1.aes-sha2"}
CIPHERTEXT = {**ENCRYPTION, "ciphertext": "x", "session_id": "y", "sender_key": "z"}


def test_an_encrypted_room_is_left_with_a_sentence(matrix: Matrix) -> None:
    person = matrix.newcomer()
    state = {"type": "m.room.encryption", "state_key": "", "content": ENCRYPTION}
    room = person.opens(initial_state=[state])
    leaves_saying_why(person)
    assert person.doors() == ["join", "leave"] and len(person.heard()) == 1
    assert room not in rooms_of_bot(matrix)


def test_a_room_that_becomes_encrypted_is_left_with_a_sentence(matrix: Matrix) -> None:
    person = matrix.newcomer()
    person.opens()
    person.says("Que fait le DoL ?")
    hears(person, 1)
    person.call(
        "room_put_state", room_id=person.room, event_type="m.room.encryption", content=ENCRYPTION
    )
    for _ in range(3):
        person.sends("m.room.encrypted", **CIPHERTEXT)
    leaves_saying_why(person)
    assert len(person.heard()) == 2, "once, however many messages are not read"


def test_a_room_that_everybody_left_is_left(matrix: Matrix) -> None:
    person = matrix.newcomer()
    room = person.opens()
    person.says("bonjour")
    hears(person, 1)
    assert room in rooms_of_bot(matrix)
    person.call("room_leave", room_id=room)
    wait_until(lambda: room not in rooms_of_bot(matrix), SECONDS)


def test_somebody_who_invites_without_end_is_not_followed(matrix: Matrix) -> None:
    spammer, person = matrix.newcomer(), matrix.newcomer()
    rooms = [spammer.opens() for _ in range(INVITES + 3)]
    person.opens()
    person.says("Que fait le DoL ?")
    assert "(DoL)" in hears(person, 1)[0]
    wait_until(lambda: len(set(rooms) & set(rooms_of_bot(matrix))) == INVITES, SECONDS)
    assert (
        matrix.vigie.metric('vigie_channel_received_total{channel="matrix",outcome="too_fast"}')
        == 3
    )


def test_what_is_written_while_a_server_is_down_is_answered_once(matrix: Matrix) -> None:
    """Vigie stops; people write, and invite; the homeserver stops; Vigie starts without it; the
    homeserver starts, and delivers."""
    known, new = matrix.newcomer(), matrix.newcomer()
    known.opens()
    known.says("Qui surveille le travail forcé ?")
    hears(known, 1)
    assert matrix.vigie.stop() == 0
    known.says("Que fait le DoL ?")
    new.opens()
    new.says("Que fait le DoI ?")
    matrix.synapse.stop()
    matrix.start_vigie()
    assert matrix.vigie.say("bonjour")
    matrix.synapse.start()
    assert "(DoL)" in hears(known, 2)[1]
    assert "(DoI)" in hears(new, 1)[0]
    known.says("Que fait le DoJ ?")
    new.says("Que fait le DoJ ?")
    assert len(hears(known, 3)) == 3 and len(hears(new, 2)) == 2


def test_an_answer_waits_for_the_homeserver(matrix: Matrix) -> None:
    """It stops between the question and the answer."""
    person = matrix.newcomer()
    room = person.opens()
    person.says("bonjour")
    hears(person, 1)
    matrix.synapse.stop()
    asked = event_in(room, "Que fait le DoL ?", sender=person.user_id)
    assert transaction(matrix.vigie, asked).status == 200
    matrix.vigie.wait_until('vigie_channel_retries_total{channel="matrix"}', 1)
    matrix.synapse.start()
    assert "(DoL)" in hears(person, 2)[1]
    person.says("Que fait le DoJ ?")
    assert len(hears(person, 3)) == 3


def test_vigie_has_the_homeserver_deliver_when_it_starts(matrix: Matrix) -> None:
    """By itself, a homeserver tries again after up to 8 minutes."""
    before = matrix.synapse.log.count("/appservice/vigie/ping")
    matrix.vigie.stop()
    matrix.start_vigie()
    wait_until(lambda: matrix.synapse.log.count("/appservice/vigie/ping") > before, SECONDS)
