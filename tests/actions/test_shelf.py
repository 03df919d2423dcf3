"""The shelf: read once, kept when the files break, read again on demand."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import actions
from actions import shelf as module
from vigie.knowledge.problems import KnowledgeError

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of what the actions read; the shelf in use comes back afterwards."""
    shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge")
    shutil.copy(ROOT / "domain.yml", tmp_path)
    monkeypatch.setattr(module, "PROJECT", tmp_path)
    monkeypatch.setattr(module._Keeper, "shelf", None)
    yield tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_it_is_read_once(project: Path) -> None:
    first = module.shelf()
    edit(project / "domain.yml", "Bonjour !", "Salut !")
    assert module.shelf() is first and "Bonjour" in first.phrases.say("greet")


def test_it_is_read_again_on_demand(project: Path) -> None:
    module.shelf()
    edit(project / "domain.yml", "Bonjour !", "Salut !")
    edit(project / "knowledge" / "laws.yml", "instaure le SPOG", "fonde le SPOG")
    actions.refresh()
    assert "Salut" in module.shelf().phrases.say("greet")
    assert any(law.about.says == "fonde le SPOG" for law in module.shelf().tables.knowledge.laws)


def test_broken_files_leave_the_last_good_shelf(project: Path) -> None:
    good = module.shelf()
    edit(project / "knowledge" / "laws.yml", "  year: 2015", "  year: deux mille")
    with pytest.raises(KnowledgeError, match="year"):
        actions.refresh()
    assert module.shelf() is good


def test_broken_files_at_the_start_are_said(project: Path) -> None:
    (project / "knowledge" / "laws.yml").write_text("- id: [")
    with pytest.raises(KnowledgeError, match=r"laws\.yml"):
        module.shelf()
