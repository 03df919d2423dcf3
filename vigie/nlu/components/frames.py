"""VigieFrames: what a message asks, from its masked words; and the frame that answers read."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from vigie.nlu.components.base import (
    PARSED,
    code_digest,
    examples_of,
    load_linear,
    parsed_of,
    save_linear,
)
from vigie.nlu.features import frame_features
from vigie.nlu.linear import Example, Linear, train
from vigie.nlu.understanding import frame, with_intent

RANKED = 10
"""Intents kept in `intent_ranking`, as Rasa does."""


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=True)
class VigieFrames(GraphComponent):
    """Multinomial logistic regression; see evaluation/README.md for what it was compared with."""

    def __init__(self, storage: ModelStorage, resource: Resource) -> None:
        self._storage = storage
        self._resource = resource
        self._head: Linear | None = None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> VigieFrames:
        """A component that has learned nothing yet."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> VigieFrames:
        """The component as trained."""
        component = cls(model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component._head = load_linear(folder)
        return component

    @classmethod
    def required_components(cls) -> list[type]:
        """Names and topics come first."""
        from vigie.nlu.components.topics import VigieTopics

        return [VigieTopics]

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """A change in vigie/nlu retrains."""
        return code_digest()

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the intents from the masked words."""
        self._head = train(
            [
                Example(
                    tuple(frame_features(parsed_of(m).words, m.get("text"))),
                    m.get("vigie_dense"),
                    (m.get("intent"),),
                )
                for m in examples_of(training_data)
            ],
            several=False,
            least=3,
            strength=60.0,
            dense_scale=0.5,
        )
        with self._storage.write_to(self._resource) as folder:
            save_linear(folder, self._head)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the intent, the ranking and the frame."""
        assert self._head is not None
        for message in messages:
            parsed = with_intent(parsed_of(message), self._head, message.get("vigie_vectors"))
            ranking = [{"name": name, "confidence": p} for name, p in parsed.ranking[:RANKED]]
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
            message.set("frame", frame(parsed), add_to_output=True)
            message.data.pop(PARSED, None)
            message.data.pop("vigie_vectors", None)
        return messages
