"""VigieForms: the form of the query that a message means, learned from the corpus."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Optional

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from vigie.answers.reading import beside
from vigie.nlu.components.base import (
    PARSED,
    Trained,
    load_linear,
    meta,
    parsed_of,
    save_linear,
)
from vigie.nlu.derived import DERIVED
from vigie.nlu.encoder.loaded import second, writing
from vigie.nlu.features import frame_features
from vigie.nlu.forms import Forms, learned, with_forms
from vigie.nlu.linear import Example
from vigie.nlu.second import Second
from vigie.nlu.taught import FORM

LABELS = "forms.json"


def labelled(messages: Iterable[Message]) -> Iterator[tuple[Message, str]]:
    """The messages whose form is written, or follows from their intent."""
    for message in messages:
        parsed = message.get(PARSED)
        if parsed is None or not message.get("text"):
            continue
        label: Optional[str] = meta(message).get(FORM) or DERIVED.get(message.get("intent"))
        if label:
            yield message, label


def form_examples(data: TrainingData) -> Iterator[Example]:
    """Every example that has a form, as its features."""
    for message, label in labelled(data.training_examples):
        words = message.get(PARSED).words
        yield Example(tuple(frame_features(words, message.get("text"))), (label,))


def save_forms(folder: Path, forms: Forms) -> None:
    """Write them into a folder."""
    save_linear(folder, forms.head)
    (folder / LABELS).write_text(json.dumps(forms.labels, ensure_ascii=False), "utf-8")


def load_forms(folder: Path) -> Optional[Forms]:
    """Read what `save_forms` wrote; None where there is nothing."""
    if not (folder / LABELS).exists():
        return None
    return Forms.of(load_linear(folder), json.loads((folder / LABELS).read_text("utf-8")))


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER], is_trainable=True)
class VigieForms(Trained):
    """Support vector machines over the forms and their parts; the answers fill and rank them.

    Where they are unsure, or the topic that the form takes is, the encoder reads the message too,
    if config.yml asks for it: form and topics are then those of both."""

    def __init__(self, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(storage, resource)
        self._forms: Optional[Forms] = None
        self._second: Optional[Second] = None

    @classmethod
    def required_components(cls) -> list[type]:
        """Names must be known first, and misspellings mended."""
        from vigie.nlu.components.topics import VigieTopics

        return [VigieTopics]

    def restore(self, folder: Path) -> None:
        """The weights; none where nothing was taught."""
        self._forms = load_forms(folder)

    def join_encoder(self) -> None:
        """The encoder reads what the head is unsure of, and weighs for the answers what they are
        unsure of."""
        reader = second() if self._forms else None
        if reader is not None and self._forms:
            self._second = Second.to(reader, self._forms.labels)
        beside.use(writing() if reader else None)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example that has a form; nothing where they are all alike."""
        examples = list(form_examples(training_data))

        def learn(folder: Path) -> None:
            if len({one.labels for one in examples}) > 1:
                save_forms(folder, learned(examples))

        return self.learned_once(examples, learn)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """The same: no later component learns from forms."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the likeliest forms to the parsed form."""
        if self._forms is not None:
            for message in messages:
                found = with_forms(parsed_of(message), self._forms, self._second)
                message.set(PARSED, found)
        return messages
