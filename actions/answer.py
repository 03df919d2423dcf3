"""The actions behind every question, and behind a wish to be forgotten."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions import care
from actions.respond import erase, respond
from actions.safety import attend
from vigie.answers.question import read_question

ERASES = "meta erase"
"""The form of a query that asks to forget."""
ERASES_FROM = 0.2
"""Its likelihood from which a message that the intent takes for one is one: a cry in another
language is not."""


class ActionAnswer(Action):
    """One action for all questions: which reading of a question is right is for the answers to
    weigh, with the knowledge in hand, not for the intent alone."""

    def name(self) -> str:
        """As in domain.yml and the rules."""
        return "action_answer"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Say the reply and return the slots that changed."""
        call = care.called(tracker) or care.goes_on(tracker)  # with what was said before it
        return attend(call, dispatcher, tracker) if call else respond(dispatcher, tracker)


class ActionErase(Action):
    """Forget the conversation, on request."""

    def name(self) -> str:
        """As in domain.yml and the rules."""
        return "action_erase"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Erase what is asked to be erased; what the intent alone takes for that ("no tengo
        dinero") is answered as any message is."""
        if dict(read_question(tracker.latest_message).forms).get(ERASES, 0.0) >= ERASES_FROM:
            return erase(dispatcher, tracker)
        return ActionAnswer().run(dispatcher, tracker, domain)
