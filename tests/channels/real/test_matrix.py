"""Conversations with the real assistant on a real Matrix server."""

from __future__ import annotations

from tests.channels.fakes.base import wait_until
from tests.channels.real.conftest import Matrix
from tests.channels.real.deliveries import event_in, transaction
from tests.channels.real.people import Person
from tests.channels.real.synapse import BOT
from tests.channels.real.vigie import AS_TOKEN, HS_TOKEN
from vigie.channels.shared import texts
from vigie.server.texts import HOTLINE

SECONDS = 60
"""The machine may be busy, and Synapse waits twice as long after each delivery that failed."""


def hears(person: Person, count: int) -> list[str]:
    """The first `count` texts of the bot, once they are there."""
    wait_until(lambda: len(person.heard()) >= count, SECONDS)
    return [text.replace("\u00a0", " ") for text in person.heard()]


def test_question_choice_and_follow_up(matrix: Matrix) -> None:
    """The first one in the same breath as the invitation; the homeserver stops between the third
    and its answer."""
    person = matrix.newcomer()
    room = person.opens(is_direct=True)
    person.says("Que fait le département ?")
    (asked,) = hears(person, 1)
    assert "À savoir : votre serveur Matrix voit nos messages" in asked
    assert "\n2. Le département du Trésor\n" in asked and "numéro" in asked
    person.says("2")
    assert "institutions financières" in hears(person, 2)[1]
    matrix.synapse.stop()
    delivered = event_in(room, "Et le DoJ ?", sender=person.user_id)
    assert transaction(matrix.vigie.server, delivered).status == 200
    matrix.vigie.server.wait_until('vigie_channel_retries_total{channel="matrix"}', 1)
    matrix.synapse.start()
    assert "(DoJ)" in hears(person, 3)[2]
    person.says("Qui surveille le travail forcé ?")
    last = hears(person, 4)
    assert "(DoL)" in last[3] and "(USTR)" in last[3] and "Source" in last[3]
    assert len(last) == 4, "nothing was said twice"
    assert person.doors() == ["join"]
    html = person.events()[3]["content"]["formatted_body"]
    assert "<i>Source" in html and "<br>" in html


def test_a_choice_is_made_by_its_title(matrix: Matrix) -> None:
    person = matrix.newcomer()
    person.opens()
    person.says("Que fait le département ?")
    hears(person, 1)
    person.says("le département du Trésor")
    assert "institutions financières" in hears(person, 2)[1]


def test_somebody_in_distress_gets_the_number(matrix: Matrix) -> None:
    person = matrix.newcomer()
    person.opens()
    person.says("aidez-moi, on m’a pris mon passeport et je suis enfermée")
    (said,) = hears(person, 1)
    assert HOTLINE in said and "911" in said
    person.says("stop")
    hears(person, 2)
    person.says("Qui surveille le travail forcé ?")
    person.says("au secours, il me frappe")
    assert "911" in hears(person, 3)[2]
    assert len(person.heard()) == 3, "silence is kept but for help"


def test_a_group_is_answered_where_the_bot_is_mentioned(matrix: Matrix) -> None:
    first, second = matrix.newcomer(), matrix.newcomer()
    room = first.opens(second.user_id, BOT)
    second.enters(room)
    wait_until(lambda: first.doors() == ["join"], SECONDS)
    first.says("Qui surveille le travail forcé ?")
    named = second.says("Vigie : qui surveille le travail forcé ?")
    marked = first.says("et le DoJ ?", **{"m.mentions": {"user_ids": [BOT]}})
    said = hears(first, 2)
    assert len(said) == 2
    answers = {
        event["content"]["m.relates_to"]["m.in_reply_to"]["event_id"]: event["content"]["body"]
        for event in first.events()
    }
    assert set(answers) == {named, marked}
    assert "(USTR)" in answers[named]


def test_a_reply_that_mentions_nobody_is_for_whom_it_replies_to(matrix: Matrix) -> None:
    first, second = matrix.newcomer(), matrix.newcomer()
    room = first.opens(second.user_id, BOT)
    second.enters(room)
    wait_until(lambda: first.doors() == ["join"], SECONDS)
    own = first.says("Vigie : que fait le DoL ?")
    hears(first, 1)
    (answer,) = [event["event_id"] for event in first.events()]
    second.says("et le DoJ ?", **_replying(own))
    second.says("et le DoJ ?", **_replying(answer))
    assert "(DoJ)" in hears(first, 2)[1]
    assert len(first.heard()) == 2, "a reply to somebody else is not for the bot"


def _replying(event: str) -> dict[str, object]:
    return {"m.relates_to": {"m.in_reply_to": {"event_id": event}}}


def test_a_cry_for_help_in_a_group_is_answered_in_private(matrix: Matrix) -> None:
    """In a room that the bot opens for it; the group reads that there is an answer, not which."""
    crying, other = matrix.newcomer(), matrix.newcomer()
    room = other.opens(crying.user_id, BOT)
    crying.enters(room)
    wait_until(lambda: other.doors() == ["join"], SECONDS)
    crying.says("Vigie : au secours, il me frappe")
    (pointer,) = hears(other, 1)
    assert pointer == texts.PRIVATELY_INVITED.replace("\u00a0", " ")
    invited = crying.call("invitations")["rooms"]
    assert len(invited) == 1
    crying.enters(invited[0])
    assert "911" in hears(crying, 1)[0]
    other.says("Vigie : que fait le DoL ?")
    assert "(DoL)" in hears(other, 2)[1]


def test_a_room_that_is_upgraded_is_followed(matrix: Matrix) -> None:
    first, second = matrix.newcomer(), matrix.newcomer()
    rule = {"type": "m.room.join_rules", "state_key": "", "content": {"join_rule": "public"}}
    room = first.opens(second.user_id, BOT, initial_state=[rule])
    second.enters(room)
    wait_until(lambda: first.doors() == ["join"], SECONDS)
    first.enters(first.call("upgrade", room_id=room, new_version="11")["replacement_room"])
    wait_until(lambda: first.doors()[-1:] == ["join"], SECONDS)
    first.says("Vigie : que fait le DoL ?")
    assert "(DoL)" in hears(first, 1)[0]


def test_a_corrected_question_is_answered_and_shown_to_be_read(matrix: Matrix) -> None:
    person = matrix.newcomer()
    person.opens()
    event = person.says("Que fait le Dol d’Alaska ?")
    hears(person, 1)
    new = {"msgtype": "m.text", "body": "Que fait le DoJ ?"}
    relation = {"rel_type": "m.replace", "event_id": event}
    person.says("* Que fait le DoJ ?", **{"m.new_content": new, "m.relates_to": relation})
    assert "(DoJ)" in hears(person, 2)[1]
    wait_until(lambda: person.call("receipts", room_id=person.room, user=BOT)["receipts"], SECONDS)


def test_a_picture_gets_a_sentence(matrix: Matrix) -> None:
    person = matrix.newcomer()
    person.opens()
    person.sends("m.room.message", msgtype="m.image", body="photo.jpg", url="mxc://a/b")
    assert "Je lis seulement le texte" in hears(person, 1)[0]


def test_nothing_of_people_is_in_the_log(matrix: Matrix) -> None:
    person = matrix.newcomer()
    room = person.opens()
    person.says("Je m’appelle Aïssatou, que fait le DoL ?")
    hears(person, 1)
    said = matrix.vigie.output
    assert "DEBUG" in said or "debug" in said
    for secret in (person.user_id, room, "Aïssatou", AS_TOKEN, HS_TOKEN):
        assert secret not in said
