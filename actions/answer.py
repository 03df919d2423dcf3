"""The action behind every question: read it, ask the knowledge, render, say, remember."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, Restarted, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import care
from actions.safety import say_help
from actions.shelf import shelf
from actions.shorts import with_short
from vigie.answers.converse import converse
from vigie.answers.english import with_english
from vigie.answers.grammar import typeset
from vigie.answers.question import Focus, read_question
from vigie.answers.reply import render


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
        call = care.called(tracker)  # with the message before it, perhaps
        if call:
            return say_help(call, dispatcher, tracker)
        word = care.after(tracker)
        if word:
            custom = {"kind": "talk", "lang": word.language}
            dispatcher.utter_message(text=word.text, json_message=custom)
            return list(word.events)
        focus = Focus.read(tracker.slots)
        answers = shelf()
        reply, after = converse(
            read_question(tracker.latest_message), focus, answers.tables, answers.phrases
        )
        if reply.erases:
            return ActionErase().run(dispatcher, tracker, domain)
        said = render(reply)
        dispatcher.utter_message(
            text=said.text,
            buttons=[with_short(b, answers.tables.knowledge) for b in said.buttons],
            json_message=with_english(
                dict(said.custom), said.text, answers.tables.english.within(said.text)
            ),
        )
        before = focus.slots()
        changed = after.slots().items()
        return [
            *(SlotSet(name, value) for name, value in changed if value != before[name]),
            *care.gone_by(tracker),
        ]


class ActionErase(Action):
    """Forget the conversation, on request."""

    def name(self) -> str:
        """As in domain.yml and the rules."""
        return "action_erase"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Say so, and restart the tracker: nothing of it is kept."""
        dispatcher.utter_message(
            text=typeset(shelf().phrases.say("erase")),
            # The channels that keep what was said, to show it again, then forget it too.
            json_message={"kind": "talk", "erased": True},
        )
        return [Restarted()]
