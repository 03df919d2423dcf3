"""The rules alone, unless a test asks for what was learned."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from vigie import distress
from vigie.distress.model import Model, load


@pytest.fixture(autouse=True)
def _rules_alone() -> Iterator[None]:
    """Whatever model another test of this process has loaded."""
    kept = distress._Held.model, distress._Held.second
    distress.use(None)
    yield
    distress.use(*kept)


@pytest.fixture(scope="session")
def learned(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Model:
    """What the trained model of the project holds for distress."""
    folder = tmp_path_factory.mktemp("distress")
    with tarfile.open(archive, "r:gz") as packed:
        packed.extractall(folder)
    (found,) = folder.glob("components/*VigieSafety*/distress.json")
    return load(found)
