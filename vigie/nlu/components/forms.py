"""VigieForms: the form of the query that a message means, learned from the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Optional

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from vigie.nlu.components.base import PARSED, OneHead, meta
from vigie.nlu.derived import DERIVED
from vigie.nlu.encoder.loaded import second
from vigie.nlu.features import frame_features
from vigie.nlu.forms import learned, with_forms
from vigie.nlu.linear import Example, Linear
from vigie.nlu.parsed import Parsed
from vigie.nlu.second import Second
from vigie.nlu.taught import FORM


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


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER], is_trainable=True)
class VigieForms(OneHead):
    """A linear support vector machine over the forms; the answers fill and rank them.

    Where it is unsure, or the topic that its form takes is, the encoder reads the message too, if
    config.yml asks for it: form and topics are then those of both."""

    _second: Second | None = None

    def join_encoder(self) -> None:
        """The encoder reads what the head is unsure of."""
        reader = second() if self._head is not None else None
        if reader is not None and self._head is not None:
            self._second = Second.to(reader, self._head.labels)

    def taught(self, data: TrainingData) -> list[Example]:
        """Every example that has a form."""
        return list(form_examples(data))

    def learned(self, examples: list[Example]) -> Linear:
        """The head, of the forms that have enough examples."""
        return learned(examples)

    def told(self, parsed: Parsed, head: Linear) -> Parsed:
        """With the likeliest forms."""
        return with_forms(parsed, head, self._second)
