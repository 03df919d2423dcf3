"""The JSON Schemas that an editor's own text editor reads: those of today's shapes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vigie.knowledge.schema import schemas

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_schema_is_that_of_the_shapes_and_its_file_names_it(name: str) -> None:
    written = (ROOT / "docs" / "schemas" / f"{name}.json").read_text("utf-8")
    assert written == schemas()[name], "lancer « vigie schema »"
    first = (ROOT / "knowledge" / f"{name}.yml").read_text("utf-8").split("\n")[0]
    assert first == f"# yaml-language-server: $schema=../docs/schemas/{name}.json"
    assert json.loads(written)
