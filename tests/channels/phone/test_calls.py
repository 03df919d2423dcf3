"""Calls with the real assistant: what is asked, what is heard, which keys do what."""

from __future__ import annotations

import re

import pytest

from tests.channels.phone.calls import Call
from tests.server.running import Server
from vigie.channels.phone.menu import TOPICS

HOTLINE = "un, | huit, huit, huit, | trois, sept, trois, | sept, huit, huit, huit"
NINE_ONE_ONE = "neuf, un, un"


def test_the_number_comes_first_slowly_and_twice_then_who_speaks(chat_server: Server) -> None:
    call = Call(chat_server).begin()
    first, second, *_ = call.heard.findall("Say")
    for say in (first, second):
        prosody = say.find("prosody")
        assert prosody is not None and prosody.attrib["rate"] == "75%"
    said = call.heard_words()
    assert said[0].startswith("Aide confidentielle") and HOTLINE in said[0] and HOTLINE in said[1]
    assert NINE_ONE_ONE in said[2]
    assert "une machine, pas une personne" in said[3]
    gather = call.heard.find("Gather")
    assert gather is not None
    assert gather.attrib["language"] == "fr-FR" and gather.attrib["input"] == "dtmf speech"
    assert "journal du téléphone" in said[4], "what can be cut short comes last"


def test_a_question_is_answered_for_the_ear(chat_server: Server) -> None:
    said = Call(chat_server).begin().say("qui surveille le travail forcé")
    lead, *items = said.splitlines()
    assert lead.startswith("Trois organismes")
    assert items[0].startswith("Le département d’État dialogue")
    assert "D’après un document officiel écrit entre octobre 2016 et la fin de 2017." in items
    assert any("ont pris fin en mars 2025" in item for item in items), "what has changed since"
    assert not re.search(r"https?:|www\.|[•*«»_§()]", said)
    assert items[-1] == "Une autre question ?"


def test_what_is_asked_back_is_chosen_by_its_key(chat_server: Server) -> None:
    call = Call(chat_server).begin()
    said = call.say("que fait le département")
    assert "Pour le département du Trésor, tapez 2." in said.splitlines()
    assert "institutions financières" in call.press("2")


def test_what_is_asked_back_is_chosen_by_voice(chat_server: Server) -> None:
    call = Call(chat_server).begin()
    call.say("que fait le département")
    assert "institutions financières" in call.say("le département du Trésor")


def test_a_follow_up_is_understood(chat_server: Server) -> None:
    call = Call(chat_server).begin()
    call.say("qui surveille le travail forcé")
    assert "département de la Justice" in call.say("et le département de la Justice")


@pytest.mark.parametrize("how", ["la suite", "#"])
def test_a_long_list_stops_after_six(chat_server: Server, how: str) -> None:
    call = Call(chat_server).begin()
    first = call.say("liste des départements")
    offered = re.search(r"Il en reste (\d+)", first)
    assert offered, first
    told = [line for line in first.splitlines() if not line.endswith(":")]
    heard = [line for line in told if line.startswith(("Le ", "La ", "L’"))]
    assert len(heard) == 6
    then = call.press("#") if how == "#" else call.say(how)
    rest = [line for line in then.splitlines() if line.startswith(("Le ", "La ", "L’"))]
    assert len(rest) == min(6, int(offered.group(1))) and not set(rest) & set(heard)


def test_the_star_says_it_again_slowly(chat_server: Server) -> None:
    call = Call(chat_server).begin()
    call.say("que fait le département")
    again = call.press("*")
    assert "Pour le département du Trésor, tapez 2." in again
    assert all(say.find("prosody") is not None for say in call.heard.iter("Say"))
    assert "institutions financières" in call.press("2"), "and the keys still hold"


def test_who_says_nothing_twice_gets_the_topics_then_the_number(chat_server: Server) -> None:
    call = Call(chat_server).begin()
    assert "Je n’ai rien entendu" in call.wait()
    menu = call.wait()
    assert f"Pour {TOPICS[0].said}, tapez 1." in menu and "numéro d’aide, tapez zéro" in menu
    call.wait()
    assert HOTLINE in call.wait()
    assert call.over


@pytest.mark.parametrize("key", range(1, len(TOPICS) + 1))
def test_each_topic_of_the_keypad_has_an_answer(chat_server: Server, key: int) -> None:
    call = Call(chat_server).begin()
    call.wait()
    call.wait()
    said = call.press(str(key))
    assert "D’après un document officiel" in said, said


@pytest.mark.parametrize("key", ["9", "5"])
def test_a_key_that_means_nothing_brings_the_topics(chat_server: Server, key: str) -> None:
    call = Call(chat_server).begin()
    assert "Choisissez un sujet sur le clavier." in call.press(key)


def test_zero_says_the_number_and_connects_to_nobody(chat_server: Server) -> None:
    call = Call(chat_server).begin()
    assert call.press("0").count(HOTLINE) == 2
    assert call.heard.find("Dial") is None
    assert call.say("qui surveille le travail forcé").startswith("Trois organismes")


@pytest.mark.parametrize("said", ["au revoir", "stop", "raccrochez"])
def test_who_says_goodbye_is_left_with_the_number(chat_server: Server, said: str) -> None:
    call = Call(chat_server).begin()
    assert HOTLINE in call.say(said) and call.over


def test_what_was_badly_heard_is_said_first(chat_server: Server) -> None:
    call = Call(chat_server).begin()
    said = call.say("qui surveille le travail forcé", Confidence="0.21")
    assert said.startswith("J’ai entendu : qui surveille le travail forcé.")


def test_each_call_is_a_conversation_of_its_own(chat_server: Server) -> None:
    """Somebody else may hold the phone now."""
    first = Call(chat_server).begin()
    first.say("que fait le département")
    first.say("liste des départements")
    second = Call(chat_server, first.caller).begin()
    assert "département" not in second.press("*")
    assert "n’y a pas de suite" in second.say("la suite")
    assert "Il en reste" in first.press("*")
    assert "département" in first.say("la suite")


def test_a_call_comes_to_an_end(chat_server: Server) -> None:
    call = Call(chat_server).begin()
    call.url = call.url.replace("tour=1", "tour=40")
    assert "je dois raccrocher" in call.say("qui surveille le travail forcé")
    assert call.over


def test_who_asks_for_a_person_hears_the_number_and_whom_to_reach(chat_server: Server) -> None:
    said = Call(chat_server).begin().say("je voudrais parler à une personne")
    assert HOTLINE in said.splitlines()[0] and "une machine, pas une personne" in said
    assert "Pour joindre une personne : equipe" in said
    assert f"Pour {TOPICS[0].said}, tapez 1." in said


def test_help_comes_before_everything(chat_server: Server) -> None:
    call = Call(chat_server).begin()
    said = call.say("on m’a pris mon passeport je travaille sans être payée")
    first, *_, last = said.splitlines()
    assert HOTLINE in first and last.startswith("Je répète") and HOTLINE in last
    assert NINE_ONE_ONE in last
    assert "document" not in said, "and nothing else"
    gather = call.heard.find("Gather")
    assert gather is not None and gather.attrib["bargeIn"] == "false", "noise does not stop it"
    assert all(say.find("prosody") is not None for say in call.heard.iter("Say"))


def test_help_comes_in_the_language_of_the_cry(chat_server: Server) -> None:
    call = Call(chat_server).begin()
    said = call.say("help me they took my passport and locked me in")
    (first, *_) = call.heard.iter("Say")
    assert first.attrib["language"] == "en-US"
    assert "1, 8 8 8, 3 7 3, 7 8 8 8" in said


def test_a_cry_in_two_pieces_is_heard(chat_server: Server) -> None:
    call = Call(chat_server).begin()
    call.say("je suis")
    assert HOTLINE in call.say("enfermée")


def test_help_comes_even_in_a_call_that_was_too_long(chat_server: Server) -> None:
    call = Call(chat_server).begin()
    call.url = call.url.replace("tour=1", "tour=40")
    assert call.say("au secours il me frappe").count(NINE_ONE_ONE) >= 2
    assert not call.over
