"""The judge of replies."""

from __future__ import annotations

from pathlib import Path

import pytest

from vigie.errors import Refusal
from vigie.judge import Case, Judge, count, fold, load

TOKENS = {"@DOL": "ministere du travail|\\bdol\\b"}


def case(**more: object) -> Case:
    base = {"id": "a", "turns": ["x"], "category": "c", "register": "r", "must": [["@DOL"]]}
    return Case(**{**base, **more})  # type: ignore[arg-type]


def test_folding_leaves_plain_lower_case() -> None:
    assert fold("L’ŒUVRE  du\u00a0DOL – été") == "l'oeuvre du dol - ete"


@pytest.mark.parametrize(
    ("what", "reply", "choices", "passed"),
    [
        ({}, "C’est le Ministère du Travail.", [], True),
        ({}, "C’est le DOJ.", [], False),
        ({}, "", [], False),
        ({}, "Voici.\nSource : DOL, section 3", [], False),
        ({"must": [["source"]]}, "Source : section 3", [], True),
        ({"must_not": ["@DOL"], "must": []}, "Le DOL.", [], False),
        ({"must": [["@DOL", "doj"], ["deux"]]}, "Deux : le DOJ et un autre.", [], True),
        ({"must": [["@DOL", "doj"], ["deux"]]}, "Le DOJ.", [], False),
        ({"kind": "clarify"}, "Lequel ?", ["DOL"], True),
        ({}, "Lequel ?", ["DOL"], False),
    ],
)
def test_a_reply_is_judged(
    what: dict[str, object], reply: str, choices: list[str], passed: bool
) -> None:
    judged = case(**what)
    assert Judge([judged], TOKENS).judge(judged, reply, choices).passed == passed


def test_passed_and_total_are_counted_by_category() -> None:
    judging = Judge([case()], TOKENS)
    verdicts = [judging.judge(case(), reply, []) for reply in ("DOL", "DOJ")]
    assert count(verdicts, "category") == {"c": (1, 2)}


def test_passed_and_total_are_counted_by_the_kind_of_the_reply() -> None:
    judging = Judge([case()], TOKENS)
    said = [("DOL", "answer"), ("DOJ", "answer"), ("DOJ", "refusal")]
    verdicts = [judging.judge(case(), reply, [], kind) for reply, kind in said]
    assert count(verdicts, "said") == {"answer": (1, 2), "refusal": (0, 1)}


def test_bad_cases_are_refused_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    with pytest.raises(Refusal, match="n’existe pas"):
        load(path)
    path.write_text('\n{"id": 3}\n')
    with pytest.raises(Refusal, match="ligne 2"):
        load(path)
    with pytest.raises(Refusal, match="@NONE"):
        Judge([case(must=[["@NONE"]])], TOKENS)
    with pytest.raises(Refusal, match="a :"):
        Judge([case(must=[["("]])], TOKENS)
