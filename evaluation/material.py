"""What the comparisons are made on: who is held out, and questions by people outside.

Held-out personas are the sound test: whoever wrote the test questions wrote none of the
training questions. Small talk and out-of-scope questions have almost only one author and are
not held out that way: they stay in training, where they can be mistaken for the rest.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from vigie import judge
from vigie.knowledge.load import load
from vigie.knowledge.query import Index
from vigie.nlu.examples import Example, examples
from vigie.nlu.importer import VigieImporter
from vigie.nlu.taught import mark

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "evaluation" / "results"
HELD_OUT = (
    ("ines_marc", "kenza_robert"),
    ("brice_helene", "johanne_marie"),
    ("crowd1", "crowd2"),
    ("crowd3", "distress2"),
)
"""Personas held out together: each group writes in every register, and the last one holds
three quarters of the questions of people in distress."""


@dataclass(frozen=True)
class Question:
    """A text, the intents that are right for it, and its topics."""

    text: str
    intents: frozenset[str]
    topics: frozenset[str]


class Label(msgspec.Struct, frozen=True):
    """The intents (any of them is right) and topics of a case, given by hand."""

    id: str
    intents: list[str]
    topics: list[str]


def written() -> list[Example]:
    """All the examples of data/nlu."""
    return examples(ROOT / "data")


def tables() -> list[dict[str, object]]:
    """The lookup tables that the importer makes from the knowledge."""
    importer = VigieImporter(str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [])
    return list(importer.get_nlu_data().lookup_tables)


def training_data(some: Iterable[Example], lookup: list[dict[str, object]]) -> TrainingData:
    """As Rasa hands it to the components."""
    messages = [
        Message(
            {
                "text": one.text,
                "intent": one.block.intent,
                "metadata": {
                    "intent": {"topics": list(one.block.topics), "query": one.block.query}
                },
            }
        )
        for one in some
    ]
    mark(messages, Index(load(ROOT / "knowledge")))
    return TrainingData(messages, lookup_tables=lookup)


def as_questions(some: Iterable[Example]) -> list[Question]:
    """Examples as questions to test with."""
    known = {topic.id for topic in load(ROOT / "knowledge").topics}
    return [
        Question(one.text, frozenset((one.block.intent,)), frozenset(one.block.about(known)))
        for one in some
    ]


def foreign() -> list[Question]:
    """The single questions of development.jsonl, labelled by hand in labels/."""
    lines = (ROOT / "evaluation" / "labels" / "development.jsonl").read_text("utf-8").splitlines()
    texts = {
        case.id: case.turns[0]
        for case in judge.load(ROOT / "evaluation" / "acceptance" / "development.jsonl")
    }
    labels = [msgspec.json.decode(line, type=Label) for line in lines]
    return [
        Question(texts[label.id], frozenset(label.intents), frozenset(label.topics))
        for label in labels
    ]


@dataclass(frozen=True)
class Split:
    """What is learned from, and what is asked."""

    name: str
    train: list[Example]
    test: list[Question]


def splits() -> list[Split]:
    """The held-out groups, then all the examples against the questions of outsiders."""
    every = written()
    found = []
    for group in HELD_OUT:
        held = [one for one in every if one.block.persona in group]
        kept = [one for one in every if one.block.persona not in group]
        found.append(Split("+".join(group), kept, as_questions(held)))
    return [*found, Split("development", every, foreign())]


def write(name: str, result: object) -> None:
    """Keep a result as evaluation/results/`name`.json."""
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps(result, ensure_ascii=False, indent=1)
    (RESULTS / f"{name}.json").write_text(text + "\n", "utf-8")
