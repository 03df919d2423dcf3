"""Outside the document: each kind has its own sentence, none states a fact, talk stays short."""

from __future__ import annotations

import pytest

from tests.answers.made import answer, asked, outcome, phrases, said
from vigie.answers.question import Focus
from vigie.answers.scope import REFUSALS, TALK, examples

KINDS = {
    "oos_figures": "ni statistiques, ni budgets, ni effectifs",
    "oos_person": "nom de personne",
    "oos_country": "États-Unis",
    "oos_legal": "avocat",
    "oos_news": "actualité",
    "oos_near": "ne traite pas de ce point",
    "oos_far": "sort de mon domaine",
    "injection": "Je ne peux pas traiter ce message",
    "gibberish": "Je n'ai pas compris",
}


@pytest.mark.parametrize(("intent", "piece"), KINDS.items())
def test_each_kind_of_outside_has_its_sentence(intent: str, piece: str) -> None:
    reply = answer(intent, asked("?"))
    assert piece in said(reply)
    assert (reply.kind, reply.focus, reply.places) == ("refusal", None, ())


def test_there_is_no_other_kind() -> None:
    assert set(KINDS) == set(REFUSALS)


@pytest.mark.parametrize("intent", [*REFUSALS, *TALK])
def test_they_are_short_and_calm(intent: str) -> None:
    text = said(answer(intent, asked("?")))
    assert 0 < len(text) <= 320 and "!!" not in text
    assert not any(shout in text for shout in ("ERREUR", "Traceback", "undefined", "None"))


def test_no_two_kinds_say_the_same() -> None:
    assert len({said(answer(intent, asked("?"))) for intent in (*REFUSALS, *TALK)}) == len(
        REFUSALS
    ) + len(TALK)


def test_an_organisation_outside_the_document_is_said_to_be_so() -> None:
    text = said(answer("oos_near", asked("et", names="?")))
    assert "ne nomme pas cet organisme" in text


@pytest.mark.parametrize("intent", ["greet", "capabilities"])
def test_a_greeting_offers_something_to_ask(intent: str) -> None:
    assert answer(intent, asked("bonjour")).choices == examples()


def test_it_says_that_it_is_a_robot() -> None:
    for intent in ("greet", "bot_challenge", "capabilities", "how_are_you"):
        assert "robot" in said(answer(intent, asked("?")))


@pytest.mark.parametrize("choice", examples(), ids=lambda choice: choice.title)
def test_every_example_can_be_answered(choice) -> None:  # type: ignore[no-untyped-def]
    question = asked(names=" ".join(choice.ids), topics=" ".join(choice.topics))
    assert answer(choice.intent, question).kind == "answer"


def test_small_talk_keeps_the_subject() -> None:
    reply = answer("thanks", asked("merci"), Focus("describe", ("doj",)))
    assert reply.focus is None


def test_erasing_empties_the_focus() -> None:
    assert answer("erase", asked("efface"), Focus("describe", ("doj",))).focus == Focus()


def test_an_intent_without_handler_is_no_answer() -> None:
    assert outcome("nlu_fallback", asked("?")) is None


def test_no_sentence_promises_the_hotline_in_french_by_text() -> None:
    hotline = phrases().say("hotline_languages", voice="{voice}", text="{text}")
    assert "{voice}" in hotline and "{text}" in hotline and "français" not in hotline
