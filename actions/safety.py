"""Help for somebody in distress: first, short, in their language, in words for who they are."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions import care
from actions.respond import respond
from actions.shelf import shelf
from vigie.answers.account import helped
from vigie.answers.converse import converse
from vigie.answers.english import with_english
from vigie.answers.message import render
from vigie.answers.question import Focus, Question, read_question
from vigie.distress import Call

ALSO_ASKED = 0.6
"""Probability from which a message about somebody else is answered too, after the help: a
question in the third person may be a student's as well as a witness's."""
UNLIKELY = 0.05
"""Probability of distress under which a message in the first person is answered as well."""
PLAINLY_ASKED = 0.9
"""The same where the message names neither a topic nor a body that we know."""
DISTRESS = ("distress_self", "distress_other")
ASKED_IN_ENGLISH = ("French interpreter", "Haitian Creole")
"""What the sentences of help tell people to say to the hotline, in its own language."""
_HELPED = re.compile(r"(?i)\bqui (?:peut|pourrait|va) (?:l['’]|les |la |lui |m['’]|nous )?aider\b")
"""A question to which the help is the answer."""


class ActionSafety(Action):
    """The hotline, and 911 where there is danger now."""

    def name(self) -> str:
        """As in domain.yml and the rules."""
        return "action_safety"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Say the help; the intent tells to whom when nothing else does. A question on public
        bodies, once it was said, is answered."""
        if care.asks_of_bodies(tracker):
            return respond(dispatcher, tracker)
        writer = "witness" if _of_another(tracker.latest_message) else "victim"
        call = care.called(tracker) or Call("fr", writer)
        return attend(call, dispatcher, tracker)


def attend(call: Call, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
    """Say the help for `call`; or, where it asks about the help that was said, the answer."""
    word = care.answer(call, tracker)
    if word is None:
        return _say_help(call, dispatcher, tracker)
    dispatcher.utter_message(text=word.text, json_message=_custom(call, word.language))
    return list(word.events)


def _say_help(call: Call, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
    """Say the help for `call`, and then what else the message asks."""
    call, text, remember = care.help_for(call, tracker)
    custom = _custom(call, call.language)
    english = tuple(words for words in ASKED_IN_ENGLISH if words in text and call.language != "en")
    answer = _answer(read_question(tracker.latest_message), call)
    if answer:
        text, english = f"{text}\n{answer}", (*english, *shelf().tables.english.within(answer))
    dispatcher.utter_message(text=text, json_message=with_english(custom, text, english))
    return [remember]


def _custom(call: Call, language: str) -> dict[str, Any]:
    return {
        "kind": "safety",
        "urgent": call.immediate,
        "lang": language,
        "account": helped(),
    }


def _of_another(message: dict[str, Any]) -> bool:
    return (message.get("intent") or {}).get("name") == "distress_other"


def _answer(question: Question, call: Call) -> str:
    """The answer to what is also asked, or "": only in French, for somebody else, without danger
    now, and where the message surely names what it asks about."""
    ranking = tuple(pair for pair in question.ranking if pair[0] not in DISTRESS)
    plain = bool(ranking) and ranking[0][1] >= PLAINLY_ASKED
    if _HELPED.search(question.text):
        return ""
    if call.language != "fr" or not (question.topics or question.ids() or plain):
        return ""
    feared = sum(p for name, p in question.ranking if name in DISTRESS)
    if call.immediate or not ranking or ranking[0][1] < ALSO_ASKED:
        return ""
    if not call.other and feared > UNLIKELY:
        return ""
    said, _ = converse(replace(question, ranking=ranking), Focus(), shelf().tables, shelf().phrases)
    return render(said).text if said.kind == "answer" else ""
