"""Encrypted rooms on a real Matrix server, with clients that encipher."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest

from tests.channels.fakes.base import wait_until
from tests.channels.real.bridge import STORE_KEY, TOKEN
from tests.channels.real.conftest import Encrypted
from tests.channels.real.people import Person
from tests.channels.real.synapse import BOT
from tests.server.running import Response
from vigie.server.texts import HOTLINE

SECONDS = 60
SECRET_ROOM: list[dict[str, Any]] = [
    {"type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}
]
OPEN = {"type": "m.room.join_rules", "state_key": "", "content": {"join_rule": "public"}}


def opens(person: Person, *invited: str, **how: Any) -> str:
    """An encrypted room with the bot, as Element opens one; once the bot is there."""
    room = person.opens(*(invited or (BOT,)), initial_state=SECRET_ROOM, is_direct=True, **how)
    wait_until(lambda: "join" in person.doors(), SECONDS)
    return room


def says(person: Person, body: str, **content: Any) -> str:
    return person.says(body, unverified=True, **content)


def hears(person: Person, count: int) -> list[str]:
    wait_until(lambda: len(person.heard()) >= count, SECONDS)
    return [text.replace("\u00a0", " ") for text in person.heard()]


def test_a_question_and_its_answer_are_read_by_nobody_else(encrypted: Encrypted) -> None:
    person = encrypted.newcomer()
    opens(person)
    says(person, "Que fait le département ?")
    (asked,) = hears(person, 1)
    assert "Vigie, et non votre serveur Matrix, voit nos messages" in asked
    says(person, "2")
    assert "institutions financières" in hears(person, 2)[1]
    assert all(person.secret()), "each answer came enciphered"
    database = sqlite3.connect(encrypted.synapse.folder / "synapse.db")
    kept = "".join(row[0] for row in database.execute("SELECT json FROM event_json"))
    database.close()
    assert "m.room.encrypted" in kept
    for word in ("institutions financières", "Que fait le département"):
        assert word not in kept, "the homeserver cannot read it"


def test_what_cannot_be_deciphered_gets_the_number_and_may_be_said_again(
    encrypted: Encrypted,
) -> None:
    """A message whose key nobody has: a client may not give it to who came in just now."""
    person = encrypted.newcomer()
    opens(person)
    person.sends_as_is(
        encrypted.synapse.url,
        "m.room.encrypted",
        algorithm="m.megolm.v1.aes-sha2",
        ciphertext="AwgAEnACgAkLmt6qF84IK",
        session_id="of-nobody",
    )
    (said,) = hears(person, 1)
    assert "Je n’ai pas pu déchiffrer" in said and HOTLINE in said and all(person.secret())
    says(person, "Qui surveille le travail forcé ?")
    assert "(USTR)" in hears(person, 2)[1]


def test_neither_vigie_nor_the_homeserver_loses_a_message_by_a_restart(
    encrypted: Encrypted,
) -> None:
    person = encrypted.newcomer()
    opens(person)
    encrypted.vigie.server.stop()
    says(person, "Qui surveille le travail forcé ?")
    encrypted.vigie.launch()
    encrypted.vigie.ready()
    assert "(USTR)" in hears(person, 1)[0]
    encrypted.synapse.stop()
    encrypted.synapse.start()
    says(person, "Que fait le DoL ?")
    assert "(DoL)" in hears(person, 2)[1] and len(person.heard()) == 2


def test_help_comes_first(encrypted: Encrypted) -> None:
    person = encrypted.newcomer()
    opens(person)
    says(person, "on m’a pris mon passeport, je travaille sans être payée")
    (said,) = hears(person, 1)
    assert HOTLINE in said.splitlines()[0] and "911" in said and all(person.secret())
    says(person, "stop")
    hears(person, 2)
    says(person, "Qui surveille le travail forcé ?")
    says(person, "au secours, il me frappe")
    assert "911" in hears(person, 3)[2]
    assert len(person.heard()) == 3, "silence is kept but for help"


def test_who_watches_is_told_that_the_bridge_listens(encrypted: Encrypted) -> None:
    encrypted.vigie.server.wait_until('vigie_channel_bridge_ready{channel="matrix_e2e"} ', 1)


@pytest.mark.parametrize("kill", [False, True], ids=["stopped", "killed"])
def test_after_a_restart_it_still_deciphers(encrypted: Encrypted, kill: bool) -> None:
    """What was written meanwhile, with a key from before, is answered too, and once."""
    person = encrypted.newcomer()
    opens(person)
    says(person, "Qui surveille le travail forcé ?")
    hears(person, 1)
    assert encrypted.bridge.stop(kill=kill) == (-9 if kill else 0)
    says(person, "et le DoJ ?")
    encrypted.bridge.start()
    assert "(DoJ)" in hears(person, 2)[1]
    says(person, "Que fait le DoL ?")
    assert "(DoL)" in hears(person, 3)[2]
    assert len(person.heard()) == 3 and all(person.secret())


def test_a_group_is_answered_where_the_bot_is_named(encrypted: Encrypted) -> None:
    first, second = encrypted.newcomer(), encrypted.newcomer()
    room = opens(first, second.user_id, BOT)
    second.enters(room)
    wait_until(lambda: len(first.arrivals()) >= 2, SECONDS)
    says(first, "Qui surveille le travail forcé ?")
    named = says(first, "Vigie : que fait le DoL ?")
    assert "(DoL)" in hears(first, 1)[0] and len(first.heard()) == 1
    reply = first.events()[0]["content"]["m.relates_to"]["m.in_reply_to"]["event_id"]
    assert reply == named
    assert "(DoL)" in hears(second, 1)[0]


@pytest.mark.parametrize(
    "how",
    [{}, {"initial_state": [*SECRET_ROOM, OPEN]}],
    ids=["not encrypted", "open to all"],
)
def test_it_does_not_speak_where_others_can_read(encrypted: Encrypted, how: dict[str, Any]) -> None:
    person = encrypted.newcomer()
    person.opens(BOT, **how)
    wait_until(lambda: person.doors() == ["join", "leave"], SECONDS)
    (said,) = hears(person, 1)
    assert "D’autres peuvent lire" in said and HOTLINE in said


def test_a_stranger_at_the_door_is_turned_away(encrypted: Encrypted) -> None:
    server = encrypted.vigie.server
    path = "/webhooks/matrix_e2e/webhook"

    def knock(method: str, **headers: str) -> Response:
        return server.request(method, path, b'{"events": []}', **headers)

    for method in ("GET", "POST"):
        assert knock(method).status == 401
        assert knock(method, Authorization="Bearer wrong").status == 403
        assert knock(method, Authorization=f"Bearer {TOKEN}").status == 200


def test_keys_are_kept_enciphered_and_for_their_owner_alone(encrypted: Encrypted) -> None:
    store = encrypted.bridge.store
    files = [path for path in store.iterdir() if path.is_file()]
    assert files and all(path.stat().st_mode & 0o077 == 0 for path in (store, *files))
    kept = b"".join(path.read_bytes() for path in files)
    for secret in (STORE_KEY, TOKEN, encrypted.bridge.environment["MATRIX_E2E_ACCESS_TOKEN"]):
        assert secret.encode() not in kept
    encrypted.bridge.stop()
    right = encrypted.bridge.environment
    encrypted.bridge.environment = {**right, "MATRIX_E2E_STORE_KEY": "another key than before"}
    with pytest.raises(AssertionError, match="store_key a-t-elle changé"):
        encrypted.bridge.start()
    encrypted.bridge.environment = right
    encrypted.bridge.stop()
    encrypted.bridge.started -= 1
    encrypted.bridge.start()


def test_nothing_of_people_is_in_the_logs(encrypted: Encrypted) -> None:
    person = encrypted.newcomer()
    room = opens(person)
    says(person, "Je m’appelle Aïssatou, que fait le DoL ?")
    hears(person, 1)
    said = encrypted.vigie.output + encrypted.bridge.output
    for secret in (person.user_id, room, "Aïssatou", TOKEN, STORE_KEY):
        assert secret not in said
