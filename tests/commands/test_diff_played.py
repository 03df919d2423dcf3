"""`vigie diff --acceptance`: before any training, with the names of each state."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.conftest import ROOT
from vigie.cli import app

TURNS = (
    ["Que fait l'EEOC ?"],
    ["Que fait le Bureau des ballons ?"],
    ["Bonjour", "Que fait le Bureau des ballons ?"],
    ["Qui préside la PITF ?"],
)


@pytest.fixture
def edited(tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in git, with a few cases and the model of the whole project."""
    shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge")
    shutil.copy(ROOT / "domain.yml", tmp_path)
    (tmp_path / "config.yml").write_text("recipe: default.v1\n")
    played = tmp_path / "evaluation" / "acceptance"
    played.mkdir(parents=True)
    cases = [json.dumps({"turns": turns}) for turns in TURNS]
    (played / "cases.jsonl").write_text("\n".join(cases) + "\n\n", "utf-8")
    (tmp_path / "models").mkdir()
    for path in (archive, archive.parent / "manifest.json"):
        shutil.copy(path, tmp_path / "models")
    identity = ("-c", "user.name=test", "-c", "user.email=test@example.org")
    kept = ("add", "knowledge", "domain.yml")
    for command in (("init", "-q"), kept, (*identity, "commit", "-qm", "first")):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["diff", "--acceptance", *words], env={"COLUMNS": "200"})


def test_what_nobody_edited_says_the_same(edited: Path) -> None:
    assert "Aucune réponse ne change" in run().output


def test_a_new_name_changes_what_is_said_to_whoever_uses_it_and_to_nobody_else(
    edited: Path,
) -> None:
    path = edited / "knowledge" / "agencies.yml"
    text = path.read_text("utf-8")
    before, after = text.split("acronym: EEOC\n    also:\n")
    path.write_text(
        f"{before}acronym: EEOC\n    also:\n      - Bureau des ballons\n{after}", "utf-8"
    )
    shown = run("--html", "page.html")
    assert "2 réponses changent" in shown.output, shown.output
    page = (edited / "page.html").read_text("utf-8")
    assert "Bonjour / Que fait le Bureau des ballons" in page
    assert "EEOC ?</h2>" not in page, "its answer is the same"


def test_without_any_model_it_says_what_to_do(edited: Path) -> None:
    (edited / "models" / "manifest.json").unlink()
    assert "lancez « make train »" in str(run().exception)
