"""The acceptance cases, played with the real model: the floors that CI holds.

They are a few points under what passes since every message is read as queries; the rules before
that, which had been mended case by case on these files, passed more (evaluation/notes/cases.md).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT, run_vigie

CASES = ROOT / "evaluation" / "acceptance"

FLOORS = [
    # The project's own suite: what the product promises.
    ("cases.jsonl", 92, 60),
    # Held-out questions whose failures were looked at for their kinds.
    ("development.jsonl", 90, 70),
    ("development2.jsonl", 88, 65),
    ("development3.jsonl", 92, 65),
    ("development4.jsonl", 92, 50),
    ("development5.jsonl", 86, 35),
    ("development6.jsonl", 78, 55),
    ("development7.jsonl", 88, 40),
    ("development8.jsonl", 82, 50),
    # Held-out questions of which only totals are looked at.
    ("blind.jsonl", 88, 35),
]


@pytest.mark.parametrize(("name", "least", "least_each"), FLOORS, ids=[row[0] for row in FLOORS])
def test_the_acceptance_cases_stay_above_their_floor(
    archive: Path, name: str, least: int, least_each: int
) -> None:
    """All in all, and in each category (per cent)."""
    played = run_vigie(
        ROOT,
        "eval",
        str(CASES / name),
        "--min",
        str(least),
        "--min-category",
        str(least_each),
        "--failures",
        "0",
    )
    assert played.returncode == 0, played.stdout + played.stderr
