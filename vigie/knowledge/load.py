"""The folder of YAML files, read into one frozen `Knowledge` or refused with all its faults."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from vigie.knowledge import check, check_dated, check_french, check_names, shape, tree
from vigie.knowledge.check import Entry
from vigie.knowledge.check_references import check_references
from vigie.knowledge.model.hotline import Hotline
from vigie.knowledge.model.knowledge import Context, Knowledge, Topic
from vigie.knowledge.model.measures import Law, Programme, Report
from vigie.knowledge.model.organisations import Agency, Body, Committee
from vigie.knowledge.model.sources import Source, Update
from vigie.knowledge.problems import KnowledgeError, Problem
from vigie.knowledge.tree import Tree

LISTS: Mapping[str, type[Any]] = {
    "agencies": Agency,
    "bodies": Body,
    "committees": Committee,
    "reports": Report,
    "programmes": Programme,
    "laws": Law,
    "contexts": Context,
    "topics": Topic,
    "updates": Update,
}
"""The files that hold a list of entries, without .yml, and the shape of their entries."""

SINGLES: Mapping[str, type[Any]] = {"source": Source, "safety": Hotline}
"""The files that hold one entry."""

ENTITIES = ("agencies", "bodies", "committees", "reports", "programmes", "laws", "contexts")


def load(folder: Path) -> Knowledge:
    """All that `folder` says. Raises `KnowledgeError` with every problem when there is one."""
    knowledge, found = _read(folder)
    if found or knowledge is None:
        raise KnowledgeError(found)
    return knowledge


def load_loosely(folder: Path) -> Knowledge | None:
    """What `folder` says where every entry is well formed, even if entries disagree: a state of
    the past is read by the rules of its day."""
    return _read(folder, strict=False)[0]


def problems(folder: Path) -> list[Problem]:
    """Everything wrong with `folder`, file by file; an empty list when it can be used."""
    return _read(folder)[1]


def digest(folder: Path) -> str:
    """SHA-256 of the names and contents of the YAML files of `folder`, hexadecimal."""
    total = hashlib.sha256()
    for path in sorted(folder.glob("*.yml")):
        content = path.read_bytes()
        total.update(f"{path.name}\0{len(content)}\0".encode() + content)
    return total.hexdigest()


def _read(folder: Path, strict: bool = True) -> tuple[Knowledge | None, list[Problem]]:
    found = list(_wrong_files(folder))
    names = [*SINGLES, *LISTS]
    trees = {n: tree.read(folder / f"{n}.yml") for n in names if (folder / f"{n}.yml").is_file()}
    usable = {name: one for name, one in trees.items() if one.value is not None}
    for name, one in trees.items():
        found += one.problems
        if name not in usable and not one.problems:
            found.append(one.problem((), "le fichier est vide", "y écrire au moins une entrée"))
    entries: dict[str, list[Entry]] = {name: [] for name in names}
    for name, one in usable.items():
        good, faults = _shape(name, one)
        entries[name], found = good, found + faults
    if strict or found:
        found += _cross(usable, entries, complete=not found)
    if found:
        order = {f"{name}.yml": rank for rank, name in enumerate(names)}
        return None, sorted(found, key=lambda p: (order.get(p.file, -1), p.line or 0, p.field))
    values: dict[str, Any] = {n: tuple(entry.value for entry in entries[n]) for n in LISTS}
    values.update((name, entries[name][0].value) for name in SINGLES)
    return Knowledge(**values, digest=digest(folder)), []


def _wrong_files(folder: Path) -> Iterator[Problem]:
    expected = {f"{name}.yml" for name in (*SINGLES, *LISTS)}
    present = {path.name for path in folder.glob("*.y*ml")} if folder.is_dir() else set()
    for name in sorted(expected - present):
        yield Problem(name, None, "", "", "le fichier manque", f"le créer dans {folder}")
    for name in sorted(present - expected):
        remedy = f"le renommer ou le retirer ; fichiers attendus : {', '.join(sorted(expected))}"
        yield Problem(name, None, "", "", "fichier inconnu", remedy)


def _shape(name: str, one: Tree) -> tuple[list[Entry], list[Problem]]:
    if name in SINGLES:
        value, faults = shape.single(one, SINGLES[name])
        return ([Entry(one, (), value)] if not faults else []), faults
    good, faults = shape.entries(one, LISTS[name])
    return [Entry(one, (index,), value) for index, value in good], faults


def _cross(
    trees: Mapping[str, Tree], entries: Mapping[str, list[Entry]], complete: bool
) -> list[Problem]:
    """The problems between entries. `complete` is false when some entry is already refused."""
    every = list(chain.from_iterable(entries.values()))
    entities = list(chain.from_iterable(entries[name] for name in ENTITIES))
    sections = {s.id: s.paragraphs for entry in entries["source"] for s in entry.value.sections}
    ids = {name: _ids(trees[name]) for name in LISTS if name in trees}
    if "source" in trees:
        ids["source"] = _outside(trees["source"])
    unknown = list(check_references(trees, ids))
    return [
        *check.check_ids(trees),
        *unknown,
        *(check.check_places(every, sections) if sections else ()),
        *(one for entry in entries["source"] for one in check.check_words(entry)),
        *check.check_texts(every),
        *check.check_lists(entities),
        *_dated(entries),
        *check_dated.check_updates(entries["updates"], entities),
        *check_french.check_french(entities),
        *check_french.contradictions(entries["agencies"], entries["bodies"]),
        *check_names.check_names(entities),
        *check_names.check_shorts(entities),
        *check_names.check_again(entities),
        *check_names.check_topics(entries["topics"], entities, complete and not unknown),
    ]


def _dated(entries: Mapping[str, list[Entry]]) -> Iterator[Problem]:
    today = date.today()
    for entry in entries["updates"] + entries["safety"]:
        yield from check_dated.check_dated(entry, (), entry.value, today)
    for entry in entries["source"]:
        for index, one in enumerate(entry.value.others):
            yield from check_dated.check_dated(entry, ("others", index), one, today)


def _outside(one: Tree | None) -> set[str]:
    """The ids of the sources other than the document."""
    value = one.value if one is not None else None
    others = value.get("others") if isinstance(value, dict) else None
    items = others if isinstance(others, list) else []
    return {str(item["id"]) for item in items if isinstance(item, dict) and "id" in item}


def _ids(one: Tree | None) -> set[str]:
    """The ids that a file defines, in its malformed entries too."""
    items = one.value if one is not None and isinstance(one.value, list) else []
    return {str(item["id"]) for item in items if isinstance(item, dict) and "id" in item}
