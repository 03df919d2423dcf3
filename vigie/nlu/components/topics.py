"""VigieTopics: what a message is about, among the topics of the knowledge."""

from __future__ import annotations

import json
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
    topics_of,
)
from vigie.nlu.examples import TOPICAL
from vigie.nlu.features import topic_features
from vigie.nlu.lexicon import ways
from vigie.nlu.linear import Example, Linear, train
from vigie.nlu.shorthand import spell_out
from vigie.nlu.spelling import Speller
from vigie.nlu.text import fold
from vigie.nlu.topics import with_topics

STRENGTH = 8.0
"""C of the logistic regression of each topic."""


def topic_examples(data: TrainingData) -> list[Example]:
    """The ways of the knowledge and the marked questions; all other questions have no topic,
    but where one was left out only by mistake."""
    found = []
    for topic, way in ways(data.lookup_tables):
        words = spell_out(fold(way).split())
        found.append(Example(tuple(topic_features(words)), (topic,)))
    for message in examples_of(data):
        if meta(message).get("context", "new") != "new":
            continue  # its topic may stand in what was said before
        topics = topics_of(message)
        if topics or message.get("intent") not in TOPICAL:
            found.append(Example(tuple(topic_features(parsed_of(message).words)), topics))
    return [example for example in found if example.features]


CARELESS = frozenset(("typo", "sms"))
"""Registers whose words are not to be copied."""


def known_words(data: TrainingData) -> list[str]:
    """The words of the training data that a misspelling may stand for."""
    careful = [m for m in examples_of(data) if meta(m).get("register") not in CARELESS]
    texts: list[tuple[str, ...]] = [parsed_of(m).words for m in careful]
    texts += [tuple(spell_out(fold(way).split())) for _, way in ways(data.lookup_tables)]
    return sorted({word for text in texts for word in text if not word.startswith("<")})


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER], is_trainable=True)
class VigieTopics(Trained):
    """Scores each topic on its own, so that a question may have several or none."""

    def __init__(self, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(storage, resource)
        self._head: Linear | None = None
        self._speller = Speller(())

    def restore(self, folder: Path) -> None:
        """The weights, and the words that a misspelling may stand for."""
        self._head = load_linear(folder)
        self._speller = Speller(json.loads((folder / "words.json").read_text("utf-8")))

    @classmethod
    def required_components(cls) -> list[type]:
        """The names must be known first: they are masked."""
        from vigie.nlu.components.names import VigieNames

        return [VigieNames]

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the topics, and the words."""
        self._head = train(topic_examples(training_data), several=True, least=1, strength=STRENGTH)
        words = known_words(training_data)
        self._speller = Speller(words)
        with self._storage.write_to(self._resource) as folder:
            save_linear(folder, self._head)
            (folder / "words.json").write_text(json.dumps(words, ensure_ascii=False), "utf-8")
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """The same: no later component learns from topics, but Rasa asks for this step."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the topics and their scores to the parsed form."""
        assert self._head is not None
        for message in messages:
            message.set(PARSED, with_topics(parsed_of(message), self._head, self._speller))
        return messages
