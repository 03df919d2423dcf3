"""VigieForms: the form of the query that a message means, learned from the corpus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Optional

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from vigie.nlu.components.base import (
    PARSED,
    Trained,
    load_linear,
    meta,
    parsed_of,
    save_linear,
    topics_of,
)
from vigie.nlu.derived import derived
from vigie.nlu.features import frame_features
from vigie.nlu.forms import learned, with_forms
from vigie.nlu.linear import Example, Linear
from vigie.nlu.taught import FORM


def form_examples(data: TrainingData) -> Iterator[Example]:
    """Every example whose form is written, or follows from its intent, names and topics."""
    for message in data.training_examples:
        parsed = message.get(PARSED)
        if parsed is None or not message.get("text"):
            continue
        label: Optional[str] = meta(message).get(FORM)
        if label is None and message.get("intent"):
            label = derived(
                message.get("intent"), parsed.mentions, topics_of(message), parsed.words
            )
        if label:
            yield Example(tuple(frame_features(parsed.words, message.get("text"))), (label,))


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER], is_trainable=True)
class VigieForms(Trained):
    """A linear support vector machine over the forms; the answers fill and rank them."""

    def __init__(self, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(storage, resource)
        self._head: Linear | None = None

    def restore(self, folder: Path) -> None:
        """The weights; none where no example had a form."""
        if (folder / "head.json").exists():
            self._head = load_linear(folder)

    @classmethod
    def required_components(cls) -> list[type]:
        """Names and topics come first."""
        from vigie.nlu.components.topics import VigieTopics

        return [VigieTopics]

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the forms from the masked words."""
        taught = list(form_examples(training_data))
        with self._storage.write_to(self._resource) as folder:
            if len({example.labels[0] for example in taught}) > 1:
                self._head = learned(taught)
                save_linear(folder, self._head)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """The same: no later component learns from forms."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the likeliest forms to the parsed form."""
        if self._head is not None:
            for message in messages:
                message.set(PARSED, with_forms(parsed_of(message), self._head))
        return messages
