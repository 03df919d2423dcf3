"""JSON Schemas of the files, made from the shapes that the loader uses."""

from __future__ import annotations

import json

import msgspec

from vigie.knowledge.load import LISTS, SINGLES


def schemas() -> dict[str, str]:
    """For each file, without .yml, the text of its schema."""
    shapes = {name: list[kind] for name, kind in LISTS.items()}  # type: ignore[valid-type]
    described = {**shapes, **SINGLES}
    return {
        name: json.dumps(msgspec.json.schema(shape), ensure_ascii=False, indent=1) + "\n"
        for name, shape in described.items()
    }
