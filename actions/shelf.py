"""What the actions answer from: the knowledge and the phrases, read once, on first use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from vigie.answers.phrases import Phrases, load_phrases
from vigie.answers.view import Tables
from vigie.knowledge.load import load

PROJECT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Shelf:
    """Look-ups of the knowledge, and every sentence of domain.yml."""

    tables: Tables
    phrases: Phrases


@lru_cache(maxsize=1)
def shelf() -> Shelf:
    """The shelf of this project. A running server keeps what it first read, whatever happens
    to the files, until it is restarted.

    Raises:
        KnowledgeError: a file of knowledge/ is wrong; the message lists every problem.
    """
    return Shelf(Tables(load(PROJECT / "knowledge")), load_phrases(PROJECT / "domain.yml"))
