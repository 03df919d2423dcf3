"""The names of the knowledge, as training hands them to the matcher."""

from __future__ import annotations

from pathlib import Path

import pytest

from vigie.commands.pieces import Trained, unpack
from vigie.knowledge.load import load
from vigie.knowledge.model.knowledge import Knowledge
from vigie.nlu.lexicon import forms, tables
from vigie.nlu.names import NameMatcher

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load(ROOT / "knowledge")


@pytest.fixture(scope="session")
def matcher(knowledge: Knowledge) -> NameMatcher:
    """What finds the names of the project, without any trained model."""
    lookup = [{"name": name, "elements": list(words)} for name, words in tables(knowledge)]
    return NameMatcher(forms(lookup))


@pytest.fixture(scope="session")
def trained(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """What the trained model understands, without Rasa."""
    return unpack(archive, tmp_path_factory.mktemp("trained"))
