"""Help for somebody in distress: first, short, in their language, nothing remembered."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from vigie.answers.distress import Urgency, detect, reply


class ActionSafety(Action):
    """The hotline, and 911 where there is danger now."""

    def name(self) -> str:
        """As in domain.yml and the rules."""
        return "action_safety"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Say the help; the intent tells for whom when the rules see nothing."""
        message = tracker.latest_message
        urgency = detect(message.get("text") or "") or Urgency(
            language="fr",
            immediate=False,
            other=(message.get("intent") or {}).get("name") == "distress_other",
        )
        dispatcher.utter_message(
            text=reply(urgency), json_message={"kind": "safety", "urgent": urgency.immediate}
        )
        return []
