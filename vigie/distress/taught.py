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
    return {"name": TABLE, "elements": [json.dumps(row, ensure_ascii=False) for row in rows]}


def taken(tables: Iterable[Mapping[str, Any]]) -> list[Message]:
    """The messages that `table` put into training data."""
    rows = [json.loads(e) for t in tables if t["name"] == TABLE for e in t["elements"]]
    return [Message(author, text, Labels(*labels)) for author, text, *labels in rows]
