"""VigieSafety: distress found by rules comes before whatever the classifier believes."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message

from vigie.answers.distress import detect

DISTRESS = ("distress_self", "distress_other")
CALM = ("insult", "compliment", "thanks", "goodbye", "erase")
"""Intents that the rules, which look at single words, sometimes take for distress."""
SURELY_CALM = 0.95
SURE = 0.4
"""Probability from which the classifier alone raises the alarm."""


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=False)
class VigieSafety(GraphComponent):
    """The last word on the intent: help when the rules, or a very sure classifier, say so."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> VigieSafety:
        """Nothing to configure."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent to distress, or take an unsure guess of it away."""
        for message in messages:
            urgency = detect(message.get("text") or "")
            intent = message.get("intent") or {}
            if urgency is not None and not urgency.immediate and _calm(intent):
                urgency = None
            if urgency is not None:
                name = DISTRESS[1] if urgency.other else DISTRESS[0]
                message.set("intent", {"name": name, "confidence": 1.0}, add_to_output=True)
            elif intent.get("name") in DISTRESS and _summed(message) < SURE:
                others = [r for r in message.get("intent_ranking") if r["name"] not in DISTRESS]
                message.set("intent", others[0], add_to_output=True)
        return messages


def _calm(intent: dict[str, Any]) -> bool:
    return intent.get("name") in CALM and float(intent.get("confidence") or 0.0) >= SURELY_CALM


def _summed(message: Message) -> float:
    return float(
        sum(r["confidence"] for r in message.get("intent_ranking") if r["name"] in DISTRESS)
    )
