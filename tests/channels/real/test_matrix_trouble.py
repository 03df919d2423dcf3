"""Servers that are down, requests that are forged or repeated, rooms that the bot leaves."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

from tests.channels.fakes.base import wait_until
from tests.channels.real.conftest import Matrix
from tests.channels.real.deliveries import PREFIX, event_in, transaction
from tests.channels.real.people import Person
from tests.channels.real.synapse import BOT
from tests.channels.real.test_matrix import SECONDS, hears
from tests.channels.real.vigie import AS_TOKEN, HS_TOKEN
from tests.channels.running import fresh
from tests.server.running import Response, Server
from vigie.server.texts import HOTLINE


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


def test_forged_requests_are_refused(matrix: Matrix) -> None:
    person = matrix.newcomer()
    room = person.opens()
    person.says("bonjour")
    hears(person, 1)
    event = event_in(room, "Qui surveille le travail forcé ?")
    for name, (status, forge) in FORGED.items():
        series = f'vigie_channel_refused_total{{channel="matrix",status="{status}"}}'
        before = matrix.vigie.server.metric(series)
        assert forge(matrix.vigie.server, event).status == status, name
        assert matrix.vigie.server.metric(series) == before + 1, name
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
        assert transaction(matrix.vigie.server, again, new).status == 200
    person.says("Que fait le DoJ ?")
    said = hears(person, 3)
    assert len(said) == 3
    assert "(DoL)" in said[1] and "(DoJ)" in said[2]


def test_what_is_no_transaction_is_refused(matrix: Matrix) -> None:
    headers = {"Authorization": f"Bearer {HS_TOKEN}"}
    for body in (b"", b"{", b"\xff", b"[" * 30_000):
        path = f"{PREFIX}/transactions/{fresh()}"
        assert matrix.vigie.server.request("PUT", path, body, **headers).status == 400


def test_odd_events_hold_up_nothing(matrix: Matrix) -> None:
    """What came back would come back for ever, and all others behind it."""
    person = matrix.newcomer()
    room = person.opens()
    person.says("bonjour")
    hears(person, 1)
    odd: list[Any] = [
        None,
        {},
        {"type": ["m.room.message"], "event_id": {}, "room_id": 7, "sender": None},
        {**event_in(room, ""), "content": []},
        {**event_in(room, ""), "content": {"msgtype": {}, "body": 1, "m.relates_to": "x"}},
        event_in(room, "Que fait le DoI ?", origin_server_ts=10**400),
        event_in("!nowhere:matrix.example", "Que fait le DoI ?"),
        event_in(room, "a" * 60_000),
    ]
    assert transaction(matrix.vigie.server, *odd).status == 200
    person.says("Que fait le DoJ ?")
    wait_until(lambda: any("(DoJ)" in text for text in person.heard()), SECONDS)


def leaves_saying_why(person: Person) -> None:
    wait_until(lambda: person.doors()[-1:] == ["leave"], SECONDS)
    said = hears(person, 1)
    assert "chiffré" in said[-1] and "Je le quitte" in said[-1] and HOTLINE in said[-1]


ENCRYPTION = {"algorithm": "m.megolm.v1.aes-sha2"}
CIPHERTEXT: dict[str, Any] = {**ENCRYPTION, "ciphertext": "x", "session_id": "y", "sender_key": "z"}


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


def test_what_is_written_while_a_server_is_down_is_answered_once(matrix: Matrix) -> None:
    """Vigie stops; people write, and invite; Vigie starts, and is told. Then the homeserver stops
    and starts, while Vigie serves its other channels."""
    known, new, other = acquainted(matrix)
    assert matrix.vigie.server.stop() == 0
    known.says("Que fait le DoL ?")
    new.opens()
    new.says("Que fait le DoI ?")
    matrix.vigie.launch()
    matrix.vigie.ready()
    assert "(DoL)" in hears(known, 2)[1]
    assert "(DoI)" in hears(new, 1)[0]
    matrix.synapse.stop()
    assert matrix.vigie.server.say("bonjour"), "other channels are served"
    matrix.synapse.start()
    other.says("Que fait le DoJ ?")
    assert "(DoJ)" in hears(other, 2)[1]
    known.says("Que fait le DoJ ?")
    new.says("Que fait le DoJ ?")
    assert len(hears(known, 3)) == 3 and len(hears(new, 2)) == 2


def test_what_is_written_while_both_servers_go_down_is_answered_once(matrix: Matrix) -> None:
    """The homeserver stops before it has seen that Vigie did: it forgets what it had to deliver.
    Nobody writes again."""
    known, _, other = acquainted(matrix)
    assert matrix.vigie.server.stop() == 0
    known.says("Que fait le DoL ?")
    other.says("Que fait le DoI ?")
    matrix.synapse.stop()
    matrix.vigie.launch()
    matrix.vigie.ready()
    matrix.synapse.start()
    assert "(DoL)" in hears(known, 2)[1]
    assert "(DoI)" in hears(other, 2)[1]
    for person in (known, other):
        person.says("Que fait le DoJ ?")
    assert "(DoJ)" in hears(known, 3)[2] and "(DoJ)" in hears(other, 3)[2]
    assert len(known.heard()) == len(other.heard()) == 3


def acquainted(matrix: Matrix) -> tuple[Person, Person, Person]:
    """Somebody who knows Vigie, somebody who does not, and another who does."""
    known, new, other = matrix.newcomer(), matrix.newcomer(), matrix.newcomer()
    for person in (known, other):
        person.opens()
        person.says("Qui surveille le travail forcé ?")
        hears(person, 1)
    return known, new, other
