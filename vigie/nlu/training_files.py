"""The examples of data/nlu as Rasa's training data, read by the C parser of PyYAML.

Rasa's own reader parses and validates in pure Python: two milliseconds an example, three times
a training. A file that holds anything but blocks of an intent is left to it.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from rasa.shared.nlu.constants import METADATA
from rasa.shared.nlu.training_data.entities_parser import (
    find_entities_in_training_example,
    replace_entities,
)
from rasa.shared.nlu.training_data.loading import load_data
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.synonyms_parser import add_synonyms_from_entities
from rasa.shared.nlu.training_data.training_data import TrainingData

from vigie.knowledge.tree import Loader

_BLANK = "\n\r "
"""What Rasa's reader takes from the ends of an example."""


class Example(Message):
    """A message of Rasa that is cheap to copy: merging copies every message ten times."""

    def set(self, prop: str, info: Any, add_to_output: bool = False) -> None:
        """Set a value; one that is there already leaves the fingerprint as it was."""
        if add_to_output or prop not in self.data or self.data[prop] != info:
            super().set(prop, info, add_to_output)

    def __deepcopy__(self, memo: dict[int, Any]) -> Example:
        """A copy of its own, but for the marks of its block, which nobody changes."""
        twin = copy.copy(self)
        twin.data = {
            key: value if key == METADATA else copy.deepcopy(value, memo)
            for key, value in self.data.items()
        }
        twin.features = copy.deepcopy(self.features, memo)
        twin.output_properties = set(self.output_properties)
        return twin


def training_data(paths: Iterable[str], language: str) -> TrainingData:
    """All that the files of `paths` hold, as Rasa reads it."""
    messages: list[Message] = []
    synonyms: dict[str, str] = {}
    others: list[TrainingData] = []
    for path in paths:
        blocks = _blocks(Path(path))
        if blocks is None:
            others.append(load_data(path, language))
        else:
            messages += _messages(blocks, synonyms)
    plain = TrainingData(messages, synonyms)
    return plain.merge(*others) if others else plain


def _blocks(path: Path) -> list[dict[str, Any]] | None:
    """The blocks of a file of plain examples; None for what only Rasa's reader knows."""
    if path.suffix not in (".yml", ".yaml"):
        return None
    try:
        content = yaml.load(path.read_bytes(), Loader=Loader)  # noqa: S506, a safe one
    except yaml.YAMLError:
        return None  # Rasa's reader says where the fault is
    if not isinstance(content, dict) or content.keys() - {"version", "nlu"}:
        return None
    blocks = content.get("nlu")
    if not isinstance(blocks, list) or not all(map(_plain, blocks)):
        return None
    return blocks


def _plain(block: Any) -> bool:
    """Whether `block` is an intent with examples that are well formed."""
    if not isinstance(block, dict) or not isinstance(block.get("intent"), str):
        return False
    examples = block.get("examples")
    if isinstance(examples, str):
        return bool(block["intent"]) and all(e.startswith("-") for e in examples.splitlines())
    return isinstance(examples, list) and all(
        isinstance(e, dict) and isinstance(e.get("text"), str) for e in examples
    )


def _messages(blocks: list[dict[str, Any]], synonyms: dict[str, str]) -> Iterator[Message]:
    """The messages of `blocks`; words marked to mean others are added to `synonyms`."""
    for block in blocks:
        for example, own in _examples(block["examples"]):
            text, entities = replace_entities(example), find_entities_in_training_example(example)
            add_synonyms_from_entities(text, entities, synonyms)
            yield Example.build(text, block["intent"], entities, block.get("metadata"), own)


def _examples(written: str | list[dict[str, Any]]) -> Iterator[tuple[str, Any]]:
    """Each example of a block, and the metadata of its own if it has some."""
    if isinstance(written, str):
        for line in written.splitlines():
            yield line[1:].strip(_BLANK), None
    else:
        for item in written:
            yield item["text"].strip(_BLANK), item.get("metadata")
