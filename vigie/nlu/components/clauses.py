"""VigieClauses: cuts a message where it asks, or only tells, something else."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from vigie.nlu.clauses.cutting import Cutting
from vigie.nlu.clauses.structure import Grammar
from vigie.nlu.clauses.taught import taken, teach
from vigie.nlu.components.base import PARSED, Trained, load_linear, parsed_of, save_linear
from vigie.nlu.encoder.loaded import tagger
from vigie.nlu.encoder.tags import Tagger
from vigie.nlu.lexicon import forms
from vigie.nlu.names import NameMatcher
from vigie.nlu.take_apart import with_clauses

HEADS = ("suspicion", "cut", "told")


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER], is_trainable=True)
class VigieClauses(Trained):
    """Three logistic regressions; the last two read what spaCy says of the message. The encoder
    reads what the first suspects too, if config.yml asks for it."""

    def __init__(self, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(storage, resource)
        self._cutting: Optional[Cutting] = None
        self._grammar: Optional[Grammar] = None
        self._tagger: Optional[Tagger] = None

    def restore(self, folder: Path) -> None:
        """The weights, and spaCy's pipeline: loaded here, before anybody is served."""
        if (folder / f"{HEADS[0]}.json").exists():
            self._cutting = Cutting(*(load_linear(folder, name) for name in HEADS))
            self._grammar = Grammar()

    def join_encoder(self) -> None:
        """The encoder reads what may be cut."""
        self._tagger = tagger() if self._cutting else None

    @classmethod
    def required_components(cls) -> list[type]:
        """Names come first: they are masked, and nothing is cut inside of one."""
        from vigie.nlu.components.names import VigieNames

        return [VigieNames]

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the messages of the corpus; without any, nothing is ever cut."""
        written = taken(training_data.lookup_tables)
        named = forms(training_data.lookup_tables)

        def learn(folder: Path) -> None:
            if any(len(row.texts) > 1 for row in written):
                cutting = teach(written, NameMatcher(named), Grammar())
                for name in HEADS:
                    save_linear(folder, getattr(cutting, name), name)

        return self.learned_once((written, named), learn)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """The same: every example there is one stretch already."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the clauses that ask to the parsed form."""
        if self._cutting is not None and self._grammar is not None:
            learned = self._cutting, self._grammar, self._tagger
            for message in messages:
                message.set(PARSED, with_clauses(parsed_of(message), *learned))
        return messages
