"""The knowledge of the repository, loaded once, and copies of it that a test may break."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Condition, Select
from vigie.answers.query.world import World
from vigie.knowledge.load import load
from vigie.knowledge.model.knowledge import Knowledge
from vigie.knowledge.query import Index

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load(ROOT / "knowledge")


@pytest.fixture(scope="session")
def index(knowledge: Knowledge) -> Index:
    return Index(knowledge)


def select(index: Index, sort: str, key: str, *topics: str, every: bool = False) -> list[str]:
    """What the queries of the product find: the things of a sort that work on, or are about, one
    of the topics (each of them if `every`)."""
    return [*find(Select(sort, (Condition(key, topics, every=every),)), World(index))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the knowledge that the test may change."""
    return Path(shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge"))


@pytest.fixture
def replace(folder: Path) -> Callable[[str, str, str], int]:
    """Replace the first occurrence of a text in a file of the copy; its line comes back."""

    def edit(file: str, old: str, new: str) -> int:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} has no {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    return edit
