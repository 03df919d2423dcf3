"""What the actions answer from: the knowledge and the phrases, read once, on first use."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from vigie.answers.phrases import Phrases, load_phrases
from vigie.answers.view import Tables
from vigie.knowledge.load import load

PROJECT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Shelf:
    """Look-ups of the knowledge, and every sentence of domain.yml."""

    tables: Tables
    phrases: Phrases


class _Keeper:
    """Holds the shelf in use."""

    shelf: Optional[Shelf] = None


def shelf() -> Shelf:
    """The shelf in use. A running server keeps what it read, whatever happens to the files,
    until `refresh`.

    Raises:
        KnowledgeError: a file of knowledge/ is wrong; the message lists every problem.
    """
    if _Keeper.shelf is None:
        refresh()
    assert _Keeper.shelf is not None
    return _Keeper.shelf


def refresh() -> None:
    """Read the files again, for a new model; on an error the old shelf stays.

    Raises:
        KnowledgeError: a file of knowledge/ is wrong; the message lists every problem.
    """
    _Keeper.shelf = Shelf(Tables(load(PROJECT / "knowledge")), load_phrases(PROJECT / "domain.yml"))
