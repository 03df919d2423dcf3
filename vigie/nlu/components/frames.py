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
from vigie.nlu.frame import frame, with_intent
from vigie.nlu.linear import Example, Linear, train
from vigie.nlu.taught import CONTEXT

RANKED = 10
"""Intents kept in `intent_ranking`, as Rasa does."""


def frame_examples(data: TrainingData) -> list[Example]:
    """Every example of data/nlu with its intent. Those of the corpus teach forms."""
    return [
        Example(tuple(frame_features(parsed_of(m).words, m.get("text"))), (m.get("intent"),))
        for m in examples_of(data)
        if CONTEXT not in meta(m)
    ]


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=True)
class VigieFrames(Trained):
    """A linear support vector machine for the intents; evaluation/notes/intents.md has what it was
    compared with."""

    def __init__(self, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(storage, resource)
        self._head: Linear | None = None

    def restore(self, folder: Path) -> None:
        """The weights."""
        self._head = load_linear(folder)

    @classmethod
    def required_components(cls) -> list[type]:
        """Names and topics come first."""
        from vigie.nlu.components.topics import VigieTopics

        return [VigieTopics]

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the intents from the masked words."""
        self._head = train(frame_examples(training_data), several=False, least=3)
        with self._storage.write_to(self._resource) as folder:
            save_linear(folder, self._head)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the intent, the ranking and the frame."""
        assert self._head is not None
        for message in messages:
            parsed = with_intent(parsed_of(message), self._head)
            ranking = [{"name": name, "confidence": p} for name, p in parsed.ranking[:RANKED]]
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
            message.set("frame", frame(parsed), add_to_output=True)
            message.data.pop(PARSED, None)
        return messages
