"""VigieRoles: what each topic and name of a message is for, learned from the corpus."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Optional

import numpy as np
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
from vigie.nlu.linear import Example
from vigie.nlu.locate import Locator, locator
from vigie.nlu.parsed import Parsed
from vigie.nlu.roles import Roles, learned, name_examples, topic_examples
from vigie.nlu.taught import ASKED, CONTEXT, REFUSED

TOPICS, NAMES, WHERE = "topics", "names", "where"


def taught_roles(data: TrainingData) -> Iterator[tuple[Parsed, Message]]:
    """The questions of fact, those of the corpus and those of data/nlu."""
    for message in data.training_examples:
        if ASKED in meta(message) and message.get(PARSED) is not None:
            yield message.get(PARSED), message


def roles_from(data: TrainingData) -> Optional[Roles]:
    """What the corpus teaches; None where it refuses nothing."""
    pairs = list(taught_roles(data))
    alone = [pair for pair in pairs if meta(pair[1]).get(CONTEXT, "new") == "new"]
    where = locator((parsed.words, topics_of(message)) for parsed, message in alone)
    topics: list[Example] = []
    names: list[Example] = []
    for parsed, message in alone:
        refused = meta(message)[REFUSED]
        topics += topic_examples(parsed, where, topics_of(message), refused)
    for parsed, message in pairs:
        names += name_examples(parsed, meta(message)[ASKED], meta(message)[REFUSED])
    if not all(any(one.labels for one in some) for some in (topics, names)):
        return None
    return Roles(where, learned(topics), learned(names))


def save_roles(folder: Path, roles: Roles) -> None:
    """Write them into a folder."""
    told = {"labels": list(roles.where.labels), "words": list(roles.where.words)}
    (folder / f"{WHERE}.json").write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    np.savez(folder / f"{WHERE}.npz", odds=roles.where.odds.astype(np.float16))
    save_linear(folder, roles.topics, TOPICS)
    save_linear(folder, roles.names, NAMES)


def load_roles(folder: Path) -> Optional[Roles]:
    """Read what `save_roles` wrote; None where there is nothing."""
    if not (folder / f"{WHERE}.json").exists():
        return None
    told = json.loads((folder / f"{WHERE}.json").read_text("utf-8"))
    with np.load(folder / f"{WHERE}.npz", allow_pickle=False) as arrays:
        odds = arrays["odds"].astype(np.float32)
    labels, words = ({one: n for n, one in enumerate(told[key])} for key in ("labels", "words"))
    where = Locator(labels, words, odds)
    return Roles(where, load_linear(folder, TOPICS), load_linear(folder, NAMES))


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER], is_trainable=True)
class VigieRoles(Trained):
    """Says of each topic and name whether it is asked about or refused."""

    def __init__(self, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(storage, resource)
        self._roles: Roles | None = None

    @classmethod
    def required_components(cls) -> list[type]:
        """The topics must be known, by all readers."""
        from vigie.nlu.components.forms import VigieForms

        return [VigieForms]

    def restore(self, folder: Path) -> None:
        """The weights; none where nothing was taught."""
        self._roles = load_roles(folder)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn where each topic stands, and what is refused."""
        self._roles = roles = roles_from(training_data)
        with self._storage.write_to(self._resource) as folder:
            if roles is not None:
                save_roles(folder, roles)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """The same: no later component learns from roles."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the roles to the parsed form."""
        if self._roles is not None:
            for message in messages:
                message.set(PARSED, self._roles.told(parsed_of(message)))
        return messages
