"""The corpus as a Rasa lookup table: what is in the training data is in Rasa's fingerprints,
so that a new message retrains."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from vigie.distress.corpus import Follow, Labels, Message, Talk, follows, messages, talks

TABLE = "distress"
"""Its name; it has no slash, which the tables of names have."""
QUESTIONS = "questions"
"""The name of the table of questions that are asked of the assistant."""
AFTER = "after help"
"""The name of the table of what is said once help was given."""

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
    return _table(TABLE, rows)


def after(folder: Path) -> dict[str, Any]:
    """What is said once help was given, of the files under `folder`.

    Raises:
        CorpusError: a file is malformed.
    """
    return _table(AFTER, [[f.author, f.language, f.kind, f.text] for f in follows(folder)])


def asked(questions: Iterable[tuple[str, bool]]) -> dict[str, Any]:
    """Texts of data/corpus, and whether each is a call for help."""
    return _table(QUESTIONS, questions)


def _table(name: str, rows: Iterable[Sequence[Any]]) -> dict[str, Any]:
    return {"name": name, "elements": [_FIRST, *(json.dumps(r, ensure_ascii=False) for r in rows)]}


def taken(tables: Iterable[Mapping[str, Any]]) -> list[Message]:
    """The messages that `table` put into training data."""
    rows = _rows(TABLE, tables)
    return [Message(author, text, Labels(*labels)) for author, text, *labels in rows]


def taken_questions(tables: Iterable[Mapping[str, Any]]) -> list[tuple[str, bool]]:
    """What `asked` put there."""
    return [(text, call) for text, call in _rows(QUESTIONS, tables)]


def taken_follows(tables: Iterable[Mapping[str, Any]]) -> list[Follow]:
    """What `after` put there."""
    return [Follow(*row) for row in _rows(AFTER, tables)]


def _rows(name: str, tables: Iterable[Mapping[str, Any]]) -> list[Any]:
    return [json.loads(e) for t in tables if t["name"] == name for e in t["elements"][1:]]
