"""`vigie misses` prints the queue, and says where there is none."""

from __future__ import annotations

import pytest

from vigie.answers.misses import KINDS
from vigie.commands import misses
from vigie.server.misses import Row


def test_each_kind_of_name_is_said_in_french() -> None:
    assert set(misses.NAMES) == KINDS


def test_a_line_says_how_often_what_became_of_it_and_the_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    misses.show([Row(("budget", "salaire"), ("agency", "outsider"), "refusal", 7)])
    (line,) = [one for one in capsys.readouterr().out.splitlines() if "budget" in one]
    cells = [cell.strip() for cell in line.strip("│").split("│")]
    assert cells == ["7", "refus", "budget salaire", "organisme, nom inconnu"]


def test_an_empty_queue_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    misses.show([])
    assert "Aucune question" in capsys.readouterr().out
