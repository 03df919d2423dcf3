"""VigieSafety: whether somebody asks for help comes before whatever the intents say."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path
from typing import Any, Optional

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from vigie import distress
from vigie.distress.call import Call
from vigie.distress.corpus import Follow
from vigie.distress.corpus import Message as Told
from vigie.distress.cues import Cues
from vigie.distress.learn import teach
from vigie.distress.model import Model, load
from vigie.distress.rules import Rules
from vigie.distress.taught import taken, taken_follows, taken_questions
from vigie.distress.texts import FOLDER
from vigie.nlu.components.base import Trained, examples_of, meta
from vigie.nlu.encoder.loaded import ear
from vigie.nlu.intents import DISTRESS
from vigie.nlu.taught import CONTEXT

FILE = "distress.json"
Questions = list[tuple[str, bool]]
Material = tuple[Questions, list[Told], Questions, list[Follow]]
CALL = "distress"
"""Key of the message under which the verdict travels to the actions."""


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=True)
class VigieSafety(Trained):
    """The last word on the intent: one verdict, of the rules and of what was learned together.

    What it learned also serves the channels, which ask before any queue: see `vigie.distress`.
    Where config.yml says `encoder: true`, the encoder hears too.
    """

    def __init__(self, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(storage, resource)
        self._model: Optional[Model] = None

    def restore(self, folder: Path) -> None:
        """What was learned; the files of the room are read again beside it."""
        self._model = load(folder / FILE)
        distress.load()
        distress.use(self._model)

    def join_encoder(self) -> None:
        """The encoder hears calls too."""
        distress.use(self._model, ear())

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """A change in vigie/distress retrains too, but of the sentences that are said."""
        digest = hashlib.sha256(super().fingerprint_addon(config).encode())
        for path in sorted(Path(distress.__file__).parent.rglob("*")):
            if path.suffix in (".py", ".yml") and path.parent != FOLDER:
                digest.update(path.read_bytes())
        return digest.hexdigest()

    @staticmethod
    def material(data: TrainingData) -> Material:
        """The examples of data/nlu, the corpus of distress, and the questions of data/corpus, each
        whole."""
        ordinary = [
            (m.get("text"), m.get("intent") in DISTRESS)
            for m in examples_of(data)
            if CONTEXT not in meta(m)
        ]
        tables = data.lookup_tables
        return ordinary, taken(tables), taken_questions(tables), taken_follows(tables)

    @staticmethod
    def learn(folder: Path, material: Material) -> None:
        """Write the heads."""
        teach(Rules(Cues()), *material).save(folder / FILE)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from all of that."""
        material = self.material(training_data)
        return self.learned_once(material, partial(self.learn, material=material))

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent to distress, or take a guess of it away."""
        for message in messages:
            call = distress.detect(message.get("text") or "")
            intent = _calm(message) if call is None else _of(call)
            message.set("intent", intent, add_to_output=True)
            message.set(CALL, call.plain() if call else None, add_to_output=True)
        return messages


def _of(call: Call) -> dict[str, Any]:
    """The intent of a call for help."""
    return {"name": "distress_other" if call.other else "distress_self", "confidence": 1.0}


def _calm(message: Message) -> dict[str, Any]:
    """The likeliest intent of the ranking that is not one of distress."""
    ranking = message.get("intent_ranking") or []
    calm: list[dict[str, Any]] = [r for r in ranking if r["name"] not in DISTRESS]
    return calm[0] if calm else message.get("intent") or {}
