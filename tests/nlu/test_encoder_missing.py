"""Without what was learned beside the encoder: Vigie does without it, and the log says so once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from vigie.nlu.encoder import calls, loaded, missing, tags, writer
from vigie.nlu.encoder.base import BaseMissing
from vigie.nlu.encoder.files import CALLS, FOLDER, TAGS, WRITER, Files
from vigie.nlu.encoder.reader import Reader

READERS: dict[str, tuple[ModuleType, Files, Any, str]] = {
    # what it is without: where it is read, its files, what loads it once, a word of the log
    "calls for help": (calls, CALLS, loaded.ear, "appels à l’aide"),
    "where to cut": (tags, TAGS, loaded.tagger, "couper"),
    "queries that are written": (writer, WRITER, loaded.writing, "lectures"),
}
EACH = pytest.mark.parametrize(("module", "files", "once", "word"), READERS.values(), ids=READERS)


@pytest.fixture(autouse=True)
def afresh() -> Iterator[None]:
    for _, _, once, _ in READERS.values():
        once.cache_clear()
    yield
    for _, _, once, _ in READERS.values():
        once.cache_clear()
    missing.note(None)


@EACH
def test_weights_that_were_changed_are_refused(
    module: ModuleType, files: Files, once: Any, word: str, tmp_path: Path
) -> None:
    for name in files:
        shutil.copy(FOLDER / name, tmp_path)
    (tmp_path / files.weights).write_bytes(b"changed")
    with pytest.raises(BaseMissing, match="annonce"):
        module.load(folder=tmp_path)


@EACH
def test_that_they_are_missing_is_said_once(
    module: ModuleType, files: Files, once: Any, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(loaded.log, "warning", lambda text, *more: said.append(text % more))

    def gone(beside: Reader) -> None:
        raise BaseMissing(f"{files.weights} manque")

    monkeypatch.setattr(module, "load", gone)
    assert once() is None
    assert once() is None
    assert missing.missing() == f"{files.weights} manque"
    assert len(said) == 1 and word in said[0]
