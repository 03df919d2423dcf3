"""The commands of an editor, tried on a project of their own: check, due and diff."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.conftest import ROOT
from vigie.cli import app


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project without training data, in git, which is the current folder."""
    shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge")
    shutil.copy(ROOT / "domain.yml", tmp_path)
    (tmp_path / "config.yml").write_text("recipe: default.v1\n")
    identity = ("-c", "user.name=test", "-c", "user.email=test@example.org")
    for command in (("init", "-q"), ("add", "."), (*identity, "commit", "-qm", "first")):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words), env={"COLUMNS": "200"})


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_place_that_nothing_fills_stops_the_check_and_the_training(project: Path) -> None:
    assert run("check").exit_code == 0
    replace(project / "domain.yml", "Depuis la rédaction : {text}", "Depuis la rédaction : {texte}")
    assert "écrire {text}" in str(run("check").exception)
    assert "écrire {text}" in str(run("train").exception)


def test_problems_are_objects_for_another_program(project: Path) -> None:
    assert json.loads(run("check", "--json").output) == []
    replace(project / "knowledge" / "agencies.yml", "acronym: DoS", "acronyme: DoS")
    failed = run("check", "--json")
    assert failed.exit_code == 1
    (problem,) = json.loads(failed.output)
    assert (problem["file"], problem["entry"], problem["field"], problem["warning"]) == (
        "agencies.yml", "dos", "name.acronyme", False,
    )  # fmt: skip
    assert problem["line"] and problem["remedy"] == "écrire « acronym »"


def test_what_is_due_is_said_with_its_day_and_keeps_nothing_from_working(project: Path) -> None:
    assert "Rien n’est à relire" in run("due", "--le", "2026-11-27").output
    late = run("due", "--le", "2028-01-01").output
    assert "updates.yml : à relire depuis le 2027-05-25 : usaid" in late
    assert "safety.yml" in late and "source.yml" in late
    path = project / "knowledge" / "safety.yml"
    replace(path, 'checked_on: "2026-11-25"', 'checked_on: "2019-01-01"')
    replace(path, 'review_by: "2027-05-25"', 'review_by: "2020-01-01"')
    checked = run("check")
    assert checked.exit_code == 0 and "à relire depuis le 2020-01-01" in checked.output


def test_diff_shows_the_answers_that_change_and_no_others(project: Path) -> None:
    assert "Aucune réponse ne change" in run("diff").output
    replace(project / "knowledge" / "reports.yml", "owner: doj", "owner: dhs")
    replace(project / "domain.yml", "le document le cite en {rank}", "le texte le cite en {rank}")
    page = project / "page.html"
    shown = run("diff", "--html", str(page)).output
    assert "réponses changent depuis HEAD" in shown
    questions = page.read_text("utf-8")
    assert "Qui publie le «\u00a0Rapport du procureur général" in questions
    assert "De quoi s’occupe le comité sur la recherche" in questions
    assert "Que fait l’Agence des États-Unis" not in questions
    before, after = questions.split("Qui publie le «\u00a0Rapport du procureur général")[1].split(
        "<h3>Après</h3>"
    )[:2]
    assert "(DoJ)" in before and "(DHS)" in after.split("</section>")[0]


def test_diff_with_a_state_that_is_none_is_refused(project: Path) -> None:
    assert "ne désigne aucun état" in str(run("diff", "nowhere").exception)
