"""Ids that no file defines, looked for in what is written: a malformed entry hides none."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

from vigie.knowledge.problems import Problem
from vigie.knowledge.tree import Tree, Way

DOCUMENT = "document"
"""What an update is about that concerns the document as a whole."""

REFERENCES: Mapping[str, tuple[str, ...]] = {
    "topics": ("topics",),
    "within": ("topics",),
    "near": ("topics",),
    "matter": ("topics",),
    "agencies": ("agencies",),
    "agency": ("agencies",),
    "body": ("bodies",),
    "advises": ("bodies",),
    "law": ("laws",),
    "amends": ("laws",),
    "owner": ("agencies", "bodies"),
    "en_source": ("source",),
    "acronym_source": ("source",),
    "source": ("source",),
    "emergency_source": ("source",),
    "inference_source": ("source",),
    "programme": ("programmes",),
    "creates": ("bodies",),
    "about": ("agencies", "bodies", "committees", "reports", "programmes", "laws", "contexts"),
}
"""The fields that hold ids, and the files (without .yml) where those ids are defined."""


def check_references(trees: Mapping[str, Tree], ids: Mapping[str, set[str]]) -> Iterator[Problem]:
    """Ids that do not exist. A file that `ids` has not is broken: nothing is said of its ids."""
    for name, tree in trees.items():
        for way, value in written(tree.value):
            names = [step for step in way if isinstance(step, str)]
            field = names[-1] if names else ""
            if field not in REFERENCES or not isinstance(value, str) or not value:
                continue
            if (name, field, value) == ("updates", "about", DOCUMENT):
                continue
            files = REFERENCES[field]
            if not all(file in ids for file in files):
                continue
            known = [ident for file in files for ident in sorted(ids[file])]
            if value not in known:
                where = " ou ".join(f"{file}.yml" for file in files)
                remedy = f"écrire un identifiant de {where}, ou l'y ajouter"
                yield tree.problem(way, f"« {value} » n'existe pas", near(value, known) or remedy)


def near(value: str, known: list[str]) -> str:
    """ "Voulez-vous dire « dos » ?", or nothing where no name is near."""
    close = difflib.get_close_matches(value.lower(), known, n=2, cutoff=0.6)
    return f"voulez-vous dire {' ou '.join(f'« {one} »' for one in close)} ?" if close else ""


def written(value: Any, way: Way = ()) -> Iterator[tuple[Way, Any]]:
    """Every value of a file as it is written, with the way to it."""
    yield way, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from written(inner, (*way, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from written(inner, (*way, index))
