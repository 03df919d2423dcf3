"""VigieNames: cleans the text, mends what is misspelt in it and finds what the knowledge names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from vigie.nlu.clauses.structure import french_words
from vigie.nlu.components import ahead
from vigie.nlu.components.base import PARSED, Trained
from vigie.nlu.components.safety import VigieSafety
from vigie.nlu.lexicon import forms, subject
from vigie.nlu.mending import Lexicon, Mending, learned
from vigie.nlu.mentions import Form
from vigie.nlu.names import NameMatcher
from vigie.nlu.subject import Subject
from vigie.nlu.take_apart import take_apart
from vigie.nlu.taught import taken

SPELT, KNOWN = "spelt.json", "known.npy"
SUBJECT = "subject.json"


@DefaultV1Recipe.register(
    [
        DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER,
        DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR,
    ],
    is_trainable=True,
)
class VigieNames(Trained):
    """Entities by name; learns the names from the tables that VigieImporter adds."""

    def __init__(self, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(storage, resource)
        self._matcher = NameMatcher(())
        self._mending = Mending(Lexicon({}, np.zeros(0, np.uint32)))
        self._subject = Subject()

    def restore(self, folder: Path) -> None:
        """The names, ready to be looked up."""
        stored = json.loads((folder / "names.json").read_text("utf-8"))
        self._matcher = NameMatcher(Form(tuple(w), tuple(i), k, s) for w, i, k, s in stored)
        self._mending = Mending(load_lexicon(folder))
        self._subject = Subject(*json.loads((folder / SUBJECT).read_text("utf-8")))

    def train(self, training_data: TrainingData) -> Resource:
        """Store the names.

        Raises:
            ValueError: the training data holds no names, so VigieImporter was not used.
        """
        found = forms(training_data.lookup_tables)
        if not any(form.kind == "agency" for form in found):
            raise ValueError(
                "The training data names no agency: list vigie.nlu.importer.VigieImporter "
                "under importers in config.yml."
            )
        ahead.begin(VigieSafety, training_data)  # which needs nothing of the others
        with self._storage.write_to(self._resource) as folder:
            stored = [[form.words, form.ids, form.kind, form.strength] for form in found]
            (folder / "names.json").write_text(json.dumps(stored, ensure_ascii=False), "utf-8")
            told = json.dumps(subject(training_data.lookup_tables), ensure_ascii=False)
            (folder / SUBJECT).write_text(told, "utf-8")
            named = (word for form in found for word in form.words)
            save_lexicon(folder, learned(_texts(training_data), named, french_words()))
        self._matcher = NameMatcher(found)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Parse every example, and those of the corpus, for the components that learn from the
        masked words."""
        whole = TrainingData(
            entity_synonyms=training_data.entity_synonyms,
            regex_features=training_data.regex_features,
            lookup_tables=training_data.lookup_tables,
            responses=training_data.responses,
        )
        corpus = taken(training_data.lookup_tables)
        whole.training_examples = [*training_data.training_examples, *corpus]
        for message in whole.training_examples:
            message.set(PARSED, take_apart(message.get("text") or "", self._matcher, whole=False))
        return whole

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the entities, where they stand in what was typed, and the parsed form of the text
        that was mended; the message keeps what was typed."""
        for message in messages:
            mended = self._mending.mended(message.get("text") or "")
            called = self._subject.called(mended.text, self._matcher.find)
            parsed = take_apart(called.text, self._matcher)
            entities = [
                {
                    "entity": mention.kind,
                    "value": mention.ids[0],
                    "start": mended.typed(called.typed(mention.start)),
                    "end": mended.typed(called.typed(mention.end)),
                    "extractor": type(self).__name__,
                    "candidates": list(mention.ids),
                }
                for mention in parsed.mentions
            ]
            message.set(PARSED, parsed)
            message.set(
                "entities", [*(message.get("entities") or []), *entities], add_to_output=True
            )
        return messages


def _texts(data: TrainingData) -> Iterator[str]:
    """All that was written to teach: the examples, and the corpus beside them."""
    for message in (*data.training_examples, *taken(data.lookup_tables)):
        yield message.get("text") or ""


def save_lexicon(folder: Path, lexicon: Lexicon) -> None:
    """Write it into a folder."""
    np.save(folder / KNOWN, lexicon.known)
    (folder / SPELT).write_text(json.dumps(dict(lexicon.spelt), ensure_ascii=False), "utf-8")


def load_lexicon(folder: Path) -> Lexicon:
    """Read what `save_lexicon` wrote."""
    spelt = json.loads((folder / SPELT).read_text("utf-8"))
    return Lexicon(spelt, np.load(folder / KNOWN, allow_pickle=False))
