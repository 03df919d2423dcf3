"""`vigie ask --why`: what was found, what it may mean, and where the answer stands."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import run_vigie
from vigie.project import Project


def test_it_tells_how_a_question_was_understood_then_the_answer(
    project: Project, archive: Path
) -> None:
    told = run_vigie(project.root, "ask", "--why", "Qui préside la PITF, et qui enquête ?")
    assert told.returncode == 0, told.stdout + told.stderr
    why, answer = told.stdout.split("\n\n", 1)
    assert "noms : pitf" in why and "sujets : investigation" in why
    queries = re.findall(r"^  requête : (.*) \(sûre à 0\.\d\d : répondue, ", why, re.M)
    assert queries == ["select agency chairs=pitf", "select agency does=investigation"]
    assert re.search(r"^ +-?\d+\.\d\d  select agency chairs=pitf", why, re.M)
    assert "faits : members § 5, members § 12, members § 15" in why
    assert "préside" in answer and "Source\u00a0: " in answer
