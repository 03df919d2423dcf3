"""VigieNames: cleans the text and finds what the knowledge names."""

from __future__ import annotations

import json
from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from vigie.nlu.components.base import PARSED, Trained
from vigie.nlu.lexicon import forms
from vigie.nlu.mentions import Form
from vigie.nlu.names import NameMatcher
from vigie.nlu.take_apart import take_apart
from vigie.nlu.taught import taken


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

    def restore(self, folder: Path) -> None:
        """The names, ready to be looked up."""
        stored = json.loads((folder / "names.json").read_text("utf-8"))
        self._matcher = NameMatcher(Form(tuple(w), tuple(i), k, s) for w, i, k, s in stored)

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
        with self._storage.write_to(self._resource) as folder:
            stored = [[form.words, form.ids, form.kind, form.strength] for form in found]
            (folder / "names.json").write_text(json.dumps(stored, ensure_ascii=False), "utf-8")
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
        """Add the entities and the parsed form."""
        for message in messages:
            parsed = take_apart(message.get("text") or "", self._matcher)
            entities = [
                {
                    "entity": mention.kind,
                    "value": mention.ids[0],
                    "start": mention.start,
                    "end": mention.end,
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
