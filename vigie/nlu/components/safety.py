"""VigieSafety: distress found by rules comes before whatever the classifier believes."""

from __future__ import annotations

from typing import Any, Optional

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message

from vigie.distress import detect, framed
from vigie.nlu.frame import DISTRESS

CALM = ("insult", "compliment", "thanks", "goodbye", "erase")
"""Intents that the rules, which look at single words, sometimes take for distress."""
SURELY_CALM = 0.95
SURE = 0.3
"""Likelihood of distress from which the classifiers alone raise the alarm; set on held-out
authors, see evaluation/README.md."""
SURE_IN_FRAME = 0.8
"""The same where the message names what the knowledge knows, or reads as work on the subject."""


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
                name = "distress_other" if urgency.other else "distress_self"
                intent = {"name": name, "confidence": 1.0}
            else:
                intent = _likeliest(message, in_distress=_alarming(message)) or intent
            message.set("intent", intent, add_to_output=True)
        return messages


def _alarming(message: Message) -> bool:
    """Whether the classifiers alone are sure enough of distress."""
    read = message.get("frame") or {}
    alarm = float(read.get("alarm") or 0.0)
    if not SURE <= alarm < SURE_IN_FRAME:
        return alarm >= SURE
    return not read.get("mentions") and not framed(message.get("text") or "")


def _calm(intent: dict[str, Any]) -> bool:
    return intent.get("name") in CALM and float(intent.get("confidence") or 0.0) >= SURELY_CALM


def _likeliest(message: Message, in_distress: bool) -> Optional[dict[str, Any]]:
    """The likeliest intent of the ranking that is, or is not, one of distress."""
    ranking = message.get("intent_ranking") or []
    return next((r for r in ranking if (r["name"] in DISTRESS) == in_distress), None)
