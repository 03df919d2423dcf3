"""The actions alone, on a tracker made by hand: what they say, and which slots they change."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import overdue
from actions.answer import ActionAnswer, ActionErase
from actions.safety import ActionSafety
from tests.answers.made import plain
from vigie import distress
from vigie.answers.account import helped
from vigie.answers.misses import known_words
from vigie.answers.question import Focus
from vigie.distress import Call

EMPTY = Focus().slots()


def tracker(text: str, intent: str, slots: dict[str, Any] | None = None, **frame: Any) -> Tracker:
    message: dict[str, Any] = {"text": text, "intent": {"name": intent}}
    if frame:
        bare = {"words": text, "outside": text, "known": 1.0, "mentions": [], "topics": []}
        forms = [[frame.pop("form"), 0.95]] if "form" in frame else []
        message["frame"] = {
            "text": text, "ranking": [[intent, 0.9]], "excluded_topics": [], "scores": {},
            "forms": forms, **bare, **frame,
        }  # fmt: skip
    return Tracker("someone", slots or EMPTY, message, [], False, None, {}, "action_listen")


def run(action: Any, told: Tracker) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The messages, and the slots that the action sets."""
    dispatcher = CollectingDispatcher()
    events = action.run(dispatcher, told, {})
    return dispatcher.messages, {e["name"]: e["value"] for e in events if e["event"] == "slot"}


JUSTICE = {
    "ids": ["doj"],
    "kind": "agency",
    "start": 9,
    "end": 12,
    "strength": "full",
    "excluded": False,
}


def test_an_answer_is_said_once_and_remembered_as_ids() -> None:
    messages, slots = run(
        ActionAnswer(),
        tracker("que fait le DoJ", "describe", form="describe ?", mentions=[JUSTICE]),
    )
    (message,) = messages
    assert "(DoJ)" in message["text"] and message["custom"]["kind"] == "answer"
    offered = slots.pop("pending")
    assert [one["key"] for one in offered] == ["choix:1", "choix:2", "choix:3"]
    assert slots == {
        "subjects": ["doj"], "shown": ["doj"], "places": [["members", 5]],
        "queries": ["describe doj"],
    }  # fmt: skip


def test_the_english_names_that_are_said_are_listed_for_the_page() -> None:
    told = tracker(
        "que fait le DHS", "describe", form="describe ?", mentions=[{**JUSTICE, "ids": ["dhs"]}]
    )
    (message,), _ = run(ActionAnswer(), told)
    assert message["custom"]["english"] == ["Blue Campaign"]


def test_a_slot_that_does_not_change_is_not_written() -> None:
    asked = tracker("que fait le DoJ", "describe", form="describe ?", mentions=[JUSTICE])
    _, slots = run(ActionAnswer(), asked)
    again = tracker(
        "que fait le DoJ", "describe", {**EMPTY, **slots}, form="describe ?", mentions=[JUSTICE]
    )
    (message,), changed = run(ActionAnswer(), again)
    assert set(changed) == {"queries"}, "the query was asked once more"
    assert plain(message["text"]).startswith("Je n'ai rien d'autre à ce sujet.")


def test_a_question_back_offers_buttons_and_keeps_the_choices() -> None:
    asked = tracker("combien de membres", "count_members", form="get number ?")
    messages, slots = run(ActionAnswer(), asked)
    assert [b["payload"] for b in messages[0]["buttons"]] == ["choix:1", "choix:2", "choix:3"]
    assert [choice["query"] for choice in slots["pending"]] == [
        "get number pitf",
        "get number spog",
        "get number council",
    ]


def test_what_is_overdue_is_counted_from_the_knowledge_that_answers() -> None:
    assert overdue(date(2026, 11, 27)) == 0
    assert overdue(date(2100, 1, 1)) > 10


def test_a_question_that_is_refused_leaves_known_words_and_kinds_for_the_server() -> None:
    told = tracker(
        "le salaire de Fatou au DoJ",
        "oos_person",
        form="get person ?",
        mentions=[{**JUSTICE, "start": 23, "end": 26}],
    )
    (message,), _ = run(ActionAnswer(), told)
    custom = message["custom"]
    assert custom["account"]["kind"] in ("refusal", "partial")
    assert custom["miss"] == {"words": ["salaire"], "kinds": ["agency"]}
    told = tracker("missions du DoJ", "describe", form="describe ?", mentions=[JUSTICE])
    (message,), _ = run(ActionAnswer(), told)
    assert "missions" in known_words() and "miss" not in message["custom"]
    assert message["custom"]["account"] == {
        "kind": "answer", "reason": "", "acts": ["describe"], "topics": [],
    }  # fmt: skip


def test_help_is_counted_as_help_and_leaves_nothing() -> None:
    told = tracker("au secours, mon patron garde mon passeport et me frappe", "distress_self")
    (message,), _ = run(ActionAnswer(), told)
    assert message["custom"]["account"] == helped() and "miss" not in message["custom"]


def test_small_talk_changes_nothing() -> None:
    messages, slots = run(ActionAnswer(), tracker("merci", "thanks", form="talk thanks"))
    assert messages[0]["text"] and slots == {}


def test_slots_of_a_fresh_tracker_may_be_none() -> None:
    messages, _ = run(
        ActionAnswer(), tracker("merci", "thanks", dict.fromkeys(EMPTY), form="talk thanks")
    )
    assert messages[0]["text"]


@pytest.mark.parametrize("action", [ActionErase, ActionAnswer])
def test_erasing_says_so_and_restarts(action: type[Any]) -> None:
    """Whichever of the intent and of the query is read as a wish to erase."""
    dispatcher = CollectingDispatcher()
    events = action().run(dispatcher, tracker("efface", "erase", form="meta erase"), {})
    assert [event["event"] for event in events] == ["restart"]
    (message,) = dispatcher.messages
    assert message["text"].startswith("C\u2019est effacé")
    assert message["custom"]["erased"] is True


def test_what_only_the_intent_takes_for_a_wish_to_erase_erases_nothing() -> None:
    dispatcher = CollectingDispatcher()
    told = tracker("no tengo dinero para yamar", "erase", form="help self")
    events = ActionErase().run(dispatcher, told, {})
    assert "restart" not in [event["event"] for event in events]
    assert "1-888-373-7888" in dispatcher.messages[0]["text"]


def test_after_an_all_clear_thanks_are_still_answered_in_their_language() -> None:
    call = {"call": Call("es", "witness").plain(), "said": 1, "since": 0}
    told = tracker("era para una tarea", "x", {**EMPTY, "help": call}, form="told")
    messages, slots = run(ActionAnswer(), told)
    assert "Entendí mal" in messages[0]["text"]
    told = tracker("ok gracias", "thanks", {**EMPTY, **slots}, form="talk thanks")
    messages, _ = run(ActionAnswer(), told)
    assert "De nada" in messages[0]["text"] or "día y noche" in messages[0]["text"]


def test_thanks_in_the_language_of_the_help_do_not_keep_a_question_from_being_answered() -> None:
    """ "Mèsi anpil. Et le FBI, il ne fait rien ?" was answered in Creole, by "mwen pa konnen"."""
    call = {"call": Call("ht", "other").plain(), "said": 1, "since": 0}
    text = "Mèsi anpil. Et la Justice, que fait-elle ?"
    told = tracker(text, "describe", {**EMPTY, "help": call}, form="describe ?", mentions=[JUSTICE])
    messages, _ = run(ActionAnswer(), told)
    assert "ce que fait le département de la Justice" in messages[0]["text"]


SAFETY = {
    # text, intent: what is said
    "the writer": ("on me garde enfermée", "distress_self", "1-888-373-7888", "fr"),
    "in English": ("please help me, they took my passport", "distress_self", "1-888-373-7888", "en"),
    "only the classifier is sure": ("ça ne va pas là où je suis", "distress_self", "1-888-373-7888", "fr"),
    "somebody else, by the classifier": ("ma voisine ne sort plus", "distress_other", "1-888-373-7888", "fr"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "intent", "number", "language"), SAFETY.values(), ids=SAFETY)
def test_help_comes_with_the_number_and_marks_alone_are_remembered(
    text: str, intent: str, number: str, language: str
) -> None:
    messages, slots = run(ActionSafety(), tracker(text, intent))
    assert number in messages[0]["text"] and set(slots) == {"help"}
    assert text not in str(slots["help"])
    assert messages[0]["custom"]["kind"] == "safety"
    assert messages[0]["custom"]["lang"] == language
    # What to tell the hotline is English inside a French text, and part of an English one.
    assert ("French interpreter" in messages[0]["custom"]["english"]) == (language == "fr")
    assert ("assistant automatique" in messages[0]["text"]) or language != "fr"


def test_danger_now_is_marked_for_the_channel() -> None:
    messages, _ = run(
        ActionSafety(), tracker("au secours il me frappe maintenant", "distress_self")
    )
    assert messages[0]["custom"]["urgent"] is True and "911" in messages[0]["text"]


AUNT: dict[str, Any] = {
    "call": Call("fr", "relative", minor=True, where="us").plain(),
    "said": 2,
    "since": 0,
}
"""What is remembered of help that was given to somebody who worries about a child."""


def said_to_the_aunt(text: str, intent: str = "distress_self", since: int = 0) -> str:
    action = ActionSafety() if intent.startswith("distress") else ActionAnswer()
    slots = {**EMPTY, "help": {**AUNT, "since": since}}
    messages, _ = run(action, tracker(text, intent, slots, known=1.0))
    return " ".join(plain(one.get("text") or "") for one in messages)


def test_who_speaks_for_somebody_goes_on_to_be_spoken_to_so() -> None:
    assert "cette personne" in said_to_the_aunt("il va tuer ma nièce ce soir, vite")


def test_what_plainly_befalls_the_writer_makes_them_the_one_in_danger() -> None:
    assert "cette personne" not in said_to_the_aunt("il me frappe et il m'enferme moi aussi")


def test_a_question_on_the_help_is_answered_though_it_sounds_like_a_call() -> None:
    text = said_to_the_aunt("je suis au Sénégal comment j'appelle")
    assert "autre pays" in text and "911" not in text


def test_whoever_got_away_is_told_what_the_help_can_still_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Though it sounds like a call, with the numbers in case danger comes back; nothing of it where
    danger goes on."""
    monkeypatch.setattr(distress, "follows", lambda text: ("out",))
    for intent in ("distress_self", "describe"):
        told = said_to_the_aunt("elle est sortie de chez eux, elle dort chez moi", intent)
        assert "peut encore" in told or "Pour la suite" in told
        assert "911" in told and "1-888-373-7888" in told
    assert "peut encore" not in said_to_the_aunt("sortie, mais il la frappe, au secours")


def test_thanks_beside_what_is_done_to_somebody_get_the_help_again_whatever_is_named() -> None:
    slots = {**EMPTY, "help": AUNT}
    told = tracker("merci le DoJ mais il la frappe", "thanks", slots, mentions=[JUSTICE])
    messages, _ = run(ActionAnswer(), told)
    assert "1-888-373-7888" in messages[0]["text"] and "vous en prie" not in messages[0]["text"]


@pytest.mark.parametrize(("sure", "both"), [("", False), ("secret", True)])
def test_what_the_document_surely_answers_is_told_whatever_the_help_makes_of_it(
    monkeypatch: pytest.MonkeyPatch, sure: str, both: bool
) -> None:
    """ "Qui donne la lettre ?" was heard as a question on secrecy, and got that alone."""
    monkeypatch.setattr(distress, "follows", lambda text: ("secret",))
    monkeypatch.setattr(distress, "surely", lambda text, *least: sure)
    form: dict[str, Any] = {"form": "select agency does=certification", "topics": ["certification"]}
    slots = {**EMPTY, "help": {"call": Call("fr", "victim").plain(), "said": 1, "since": 0}}
    messages, _ = run(
        ActionAnswer(), tracker("qui donne la lettre ?", "which_agency", slots, **form)
    )
    (text,) = [one["text"] for one in messages]
    assert "délivre aux victimes étrangères" in text and ("confidentiel" in text) == both


def test_what_the_document_answers_lets_the_help_go_by_sooner() -> None:
    """Two such questions after a call for somebody else, and "ils parlent français ?" is no more of
    the line; who is in danger asks of papers, then of the hotline again."""
    form: dict[str, Any] = {"form": "describe ?", "mentions": [JUSTICE]}
    asks = tracker("que fait le DoJ", "describe", {**EMPTY, "help": AUNT}, **form)
    _, slots = run(ActionAnswer(), asks)
    assert slots["help"]["since"] == AUNT["since"] + 2
    victim = {"call": Call("fr", "victim").plain(), "said": 1, "since": 0}
    asks = tracker("que fait le DoJ", "describe", {**EMPTY, "help": victim}, form="describe ?")
    _, slots = run(ActionAnswer(), asks)
    assert slots["help"]["since"] == 1
    _, slots = run(ActionAnswer(), tracker("mouais", "describe", {**EMPTY, "help": AUNT}))
    assert slots["help"]["since"] == AUNT["since"] + 1


def test_what_is_not_understood_after_the_help_gets_the_number_for_some_messages_only() -> None:
    assert "1-888-373-7888" in said_to_the_aunt("mouais bof", "describe")
    assert "1-888-373-7888" not in said_to_the_aunt("mouais bof", "describe", since=4)
