"""VigieFrames: what a message asks, from its masked words; and the frame that answers read."""

from __future__ import annotations

from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from vigie.nlu.components.base import (
    PARSED,
    Trained,
    examples_of,
    load_linear,
    meta,
    parsed_of,
    save_linear,
)
from vigie.nlu.features import frame_features
from vigie.nlu.frame import DISTRESS, frame, with_intent
from vigie.nlu.linear import Example, Linear, train
from vigie.nlu.taught import FORM

RANKED = 10
"""Intents kept in `intent_ranking`, as Rasa does."""
ALARM = "alarm"
"""File of the head that knows only distress."""
ALARM_STRENGTH = 30.0
"""C of its logistic regression."""


def frame_examples(data: TrainingData) -> list[Example]:
    """Every example of data/nlu with its intent. Those of the corpus teach forms: the thresholds
    of the gate were set on the intents of data/nlu alone, and hold for these."""
    return [
        Example(tuple(frame_features(parsed_of(m).words, m.get("text"))), (m.get("intent"),))
        for m in examples_of(data)
        if FORM not in meta(m)
    ]


def alarm_examples(taught: list[Example]) -> list[Example]:
    """The same with nothing to tell but whether somebody is in distress."""
    return [
        Example(one.features, ("distress",) if one.labels[0] in DISTRESS else ()) for one in taught
    ]


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=True)
class VigieFrames(Trained):
    """A linear support vector machine for the intents and a logistic regression for distress;
    see evaluation/README.md for what they were compared with."""

    def __init__(self, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(storage, resource)
        self._head: Linear | None = None
        self._alarm: Linear | None = None

    def restore(self, folder: Path) -> None:
        """The weights."""
        self._head, self._alarm = load_linear(folder), load_linear(folder, ALARM)

    @classmethod
    def required_components(cls) -> list[type]:
        """Names and topics come first."""
        from vigie.nlu.components.topics import VigieTopics

        return [VigieTopics]

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the intents, and distress, from the masked words."""
        taught = frame_examples(training_data)
        self._head = train(taught, several=False, least=3)
        self._alarm = train(alarm_examples(taught), several=True, least=2, strength=ALARM_STRENGTH)
        with self._storage.write_to(self._resource) as folder:
            save_linear(folder, self._head)
            save_linear(folder, self._alarm, ALARM)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the intent, the ranking and the frame."""
        assert self._head is not None and self._alarm is not None
        for message in messages:
            parsed = with_intent(parsed_of(message), self._head, self._alarm)
            ranking = [{"name": name, "confidence": p} for name, p in parsed.ranking[:RANKED]]
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
            message.set("frame", frame(parsed), add_to_output=True)
            message.data.pop(PARSED, None)
        return messages
