"""What was learned beside the base weights, as files: half floats, and the recipe that names both
by their checksums."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from vigie.nlu.encoder import base
from vigie.nlu.encoder.base import Base, BaseMissing, Floats

FOLDER = Path(__file__).resolve().parent


class Files(NamedTuple):
    """What holds something that was learned: the weights, and how they were made."""

    weights: str
    recipe: str


QUESTIONS = Files("adapter.npz", "recipe.json")
CALLS = Files("calls.npz", "calls.json")
AFTER = Files("after.npz", "after.json")
WHO = Files("who.npz", "who.json")
TAGS = Files("tags.npz", "tags.json")
WRITER = Files("writer.npz", "writer.json")
BEYOND = Files("beyond.npz", "beyond.json")


def digest(file: Path) -> str:
    """SHA-256 of a file."""
    found = hashlib.sha256()
    with file.open("rb") as stream:
        while block := stream.read(1 << 20):
            found.update(block)
    return found.hexdigest()


def checked(folder: Path, files: Files) -> Base:
    """The base weights, when they and what was learned are those that the recipe names.

    Raises:
        BaseMissing: they are not.
    """
    for name in files:
        if not (folder / name).is_file():
            raise BaseMissing(f"{name} manque")
    recipe = recipe_of(folder, files)
    file = base.path()
    if _digest_once(file) != recipe["base"]["sha256"]:
        raise BaseMissing(
            f"{base.FILE} n’est pas celui de {base.PACKAGE} {recipe['base']['version']}"
        )
    if digest(folder / files.weights) != recipe["adapter"]["sha256"]:
        raise BaseMissing(f"{files.weights} n’est pas celui que {files.recipe} annonce")
    return base.load(file)


@lru_cache(maxsize=1)
def _digest_once(file: Path) -> str:
    """Four readers rest on the same 91 MB."""
    return digest(file)


def recipe_of(folder: Path, files: Files) -> dict[str, Any]:
    """How something was learned, and what it tells apart."""
    found: dict[str, Any] = json.loads((folder / files.recipe).read_text("utf-8"))
    return found


def arrays(folder: Path, files: Files) -> dict[str, Floats]:
    """The weights that `keep` wrote."""
    with np.load(folder / files.weights, allow_pickle=False) as found:
        return {name: found[name].astype(np.float32) for name in found.files}


def keep(
    folder: Path, files: Files, weights: Mapping[str, Floats], recipe: Mapping[str, Any]
) -> None:
    """Write weights, in half floats, and their recipe with its checksums."""
    halves = {name: value.astype(np.float16) for name, value in weights.items()}
    np.savez(folder / files.weights, **halves)
    told = {
        **recipe,
        "base": {**recipe["base"], "file": base.FILE, "sha256": digest(base.path())},
        "adapter": {"file": files.weights, "sha256": digest(folder / files.weights)},
    }
    (folder / files.recipe).write_text(
        json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
