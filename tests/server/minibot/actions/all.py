"""One action that counts, one that offers choices, and each way in which an action can fail."""

from __future__ import annotations

import time
from typing import Any

from rasa_sdk import Action
from rasa_sdk.events import SlotSet


class Count(Action):
    def name(self) -> str:
        return "action_count"

    def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[dict[str, Any]]:
        count = (tracker.get_slot("count") or 0) + 1
        dispatcher.utter_message(
            text=f"Tour {count}.\n\nUne ligne vide plus haut.", json_message={"count": count}
        )
        return [SlotSet("count", count)]


class Choose(Action):
    def name(self) -> str:
        return "action_choose"

    def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[dict[str, Any]]:
        dispatcher.utter_message(
            text="Lequel ?",
            buttons=[{"title": "Le premier", "payload": "choix:abc123"}],
            json_message={
                "kind": "choices",
                "account": {
                    "kind": "ask",
                    "reason": "",
                    "acts": ["select"],
                    "topics": ["training"],
                },
                "miss": {"words": ["budget"], "kinds": ["agency"]},
            },
        )
        return []


class Boom(Action):
    def name(self) -> str:
        return "action_boom"

    def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[dict[str, Any]]:
        raise ValueError(f"secret: {tracker.latest_message['text']} of {tracker.sender_id}")


class Hang(Action):
    def name(self) -> str:
        return "action_hang"

    def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[dict[str, Any]]:
        time.sleep(60)
        return []


class Nonsense(Action):
    def name(self) -> str:
        return "action_nonsense"

    def run(self, dispatcher: Any, tracker: Any, domain: Any) -> Any:
        return [{"event": "never_heard_of"}]


class Mute(Action):
    def name(self) -> str:
        return "action_mute"

    def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[dict[str, Any]]:
        return []
