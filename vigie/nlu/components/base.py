"""What the components share: the parsed message that travels between them, and its storage."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Optional

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from vigie.nlu import LANGUAGE, shapes_a_model
from vigie.nlu.components import ahead, relearned
from vigie.nlu.linear import Example, Linear
from vigie.nlu.packing import packed, unpacked
from vigie.nlu.parsed import Parsed

PARSED = "vigie_parsed"
"""Key of the message under which the parsed form travels; never part of the output."""

ENCODER = "encoder"
"""Key of a component's configuration: whether the encoder is asked beside what it has learned."""


class Trained(GraphComponent):
    """A component that stores what it learned in one folder and reads it back to serve."""

    def __init__(self, storage: ModelStorage, resource: Resource) -> None:
        self._storage = storage
        self._resource = resource

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Trained:
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
    ) -> Trained:
        """The component as trained."""
        component = cls(model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component.restore(folder)
        if config.get(ENCODER):
            component.join_encoder()
        return component

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """A change in vigie/nlu retrains: Rasa's own fingerprint sees only the class."""
        return code_digest()

    def restore(self, folder: Path) -> None:
        """Read what `train` stored in `folder`."""
        raise NotImplementedError

    def learned_once(self, material: object, learn: Callable[[Path], None]) -> Resource:
        """Store what `learn` writes, or wrote before of the same `material` (`relearned.py`)."""
        name, code = type(self).__name__, self.fingerprint_addon({})
        ahead.ended(name)
        with self._storage.write_to(self._resource) as folder:
            relearned.learned_into(folder, name, code, material, learn)
        return self._resource

    def join_encoder(self) -> None:
        """Have the encoder read too, where config.yml says `encoder: true` and it can be had."""
        raise NotImplementedError


class OneHead(Trained):
    """A component that learns one linear head, and adds what it says to the parsed form."""

    def __init__(self, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(storage, resource)
        self._head: Optional[Linear] = None

    def taught(self, data: TrainingData) -> list[Example]:
        """What it learns from."""
        raise NotImplementedError

    def learned(self, examples: list[Example]) -> Linear:
        """The head."""
        raise NotImplementedError

    def told(self, parsed: Parsed, head: Linear) -> Parsed:
        """A parsed form with what the head says of it."""
        raise NotImplementedError

    def restore(self, folder: Path) -> None:
        """The weights; none where nothing was taught."""
        if (folder / "head.json").exists():
            self._head = load_linear(folder)

    @classmethod
    def required_components(cls) -> list[type]:
        """Names must be known first, and misspellings mended."""
        from vigie.nlu.components.topics import VigieTopics

        return [VigieTopics]

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the masked words; nothing where the examples are all alike."""
        examples = self.taught(training_data)

        def learn(folder: Path) -> None:
            if len({one.labels for one in examples}) > 1:
                save_linear(folder, self.learned(examples))

        return self.learned_once(examples, learn)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """The same: no later component learns from what it says."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add what the head says to the parsed form."""
        if self._head is not None:
            for message in messages:
                message.set(PARSED, self.told(parsed_of(message), self._head))
        return messages


def parsed_of(message: Message) -> Parsed:
    """The parsed form of a message.

    Raises:
        ValueError: VigieNames does not stand before this component in config.yml.
    """
    parsed = message.get(PARSED)
    if not isinstance(parsed, Parsed):
        raise ValueError("VigieNames must stand before the other Vigie components in config.yml.")
    return parsed


def meta(message: Message) -> dict[str, Any]:
    """What the YAML says of an example beside its text: register, topics, persona."""
    data = message.get("metadata") or {}
    return {**(data.get("intent") or {}), **(data.get("example") or {})}


def topics_of(message: Message) -> tuple[str, ...]:
    """The topics with which an example is marked."""
    named = meta(message).get("topics") or ()
    return (named,) if isinstance(named, str) else tuple(named)


def code_digest() -> str:
    """SHA-256 of the modules that shape what is learned: a change retrains (Rasa's own
    fingerprint sees only the component's class)."""
    folder = Path(__file__).resolve().parents[1]
    language = folder.parent / LANGUAGE
    digest = hashlib.sha256()
    for path in sorted([*folder.glob("**/*.py"), *language.glob("*.py")]):
        if shapes_a_model(path):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def save_linear(folder: Path, head: Linear, name: str = "head") -> None:
    """Write a head as `name`.npz and `name`.json."""
    np.savez(folder / f"{name}.npz", **packed(head.weights), bias=head.bias)
    names = {"labels": head.labels, "vocabulary": list(head.vocabulary), "several": head.several}
    (folder / f"{name}.json").write_text(json.dumps(names, ensure_ascii=False), "utf-8")


def load_linear(folder: Path, name: str = "head") -> Linear:
    """Read what `save_linear` wrote."""
    names = json.loads((folder / f"{name}.json").read_text("utf-8"))
    with np.load(folder / f"{name}.npz", allow_pickle=False) as arrays:
        return Linear(
            tuple(names["labels"]),
            {feature: row for row, feature in enumerate(names["vocabulary"])},
            unpacked(arrays),
            arrays["bias"],
            names["several"],
        )


def examples_of(data: TrainingData, intent: Optional[str] = None) -> list[Message]:
    """The examples that have a text and an intent."""
    told = (m for m in data.intent_examples if m.get("text"))
    return [m for m in told if intent is None or m.get("intent") == intent]
