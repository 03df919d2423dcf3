"""VigieLinks: what a message means without naming it, learned from the corpus."""

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
    load_linear,
    meta,
    parsed_of,
    save_linear,
)
from vigie.nlu.linear import Example, Linear
from vigie.nlu.links import example, learned, with_links
from vigie.nlu.taught import THINGS


def link_examples(data: TrainingData) -> list[Example]:
    """The questions that stand on their own, each with what it means and does not name."""
    return [
        example(message.get(PARSED), message.get("text"), meta(message)[THINGS])
        for message in data.training_examples
        if THINGS in meta(message) and message.get(PARSED) is not None
    ]


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER], is_trainable=True)
class VigieLinks(Trained):
    """Scores each entity of the knowledge on its own; most messages mean none."""

    def __init__(self, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(storage, resource)
        self._head: Linear | None = None

    def restore(self, folder: Path) -> None:
        """The weights; none where nothing was left unnamed."""
        if (folder / "head.json").exists():
            self._head = load_linear(folder)

    @classmethod
    def required_components(cls) -> list[type]:
        """Names must be known first, and misspellings mended."""
        from vigie.nlu.components.topics import VigieTopics

        return [VigieTopics]

    def train(self, training_data: TrainingData) -> Resource:
        """Learn what is meant from the masked words."""
        taught = link_examples(training_data)
        with self._storage.write_to(self._resource) as folder:
            if any(one.labels for one in taught):
                self._head = learned(taught)
                save_linear(folder, self._head)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """The same: no later component learns from it."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add what may be meant to the parsed form."""
        if self._head is not None:
            for message in messages:
                message.set(PARSED, with_links(parsed_of(message), self._head))
        return messages
