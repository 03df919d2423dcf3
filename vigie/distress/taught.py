"""The corpus as a Rasa lookup table: what is in the training data is in Rasa's fingerprints,
so that a new message retrains."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from vigie.distress.corpus import Labels, Message, Talk, messages, talks

TABLE = "distress"
"""Its name; it has no slash, which the tables of names have."""

_FIRST = "[]"
"""Rasa looks whether the first element names a file, which fails on a long one."""


def told(found: Iterable[Talk]) -> list[Message]:
    """The turns of conversations, each as a message."""
    return [
        Message(talk.author, text, talk.labels if call else Labels(False, talk.labels.language, ""))
        for talk in found
        for text, call in talk.turns
    ]


def table(folder: Path) -> dict[str, Any]:
    """All messages under `folder`.

    Raises:
        CorpusError: a file is malformed.
    """
    every = [*messages(folder), *told(talks(folder))]
    rows = [[m.author, m.text, *vars(m.labels).values()] for m in every]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    return {"name": TABLE, "elements": [_FIRST, *lines]}


def taken(tables: Iterable[Mapping[str, Any]]) -> list[Message]:
    """The messages that `table` put into training data."""
    rows = [json.loads(e) for t in tables if t["name"] == TABLE for e in t["elements"][1:]]
    return [Message(author, text, Labels(*labels)) for author, text, *labels in rows]
