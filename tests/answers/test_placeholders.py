"""A place of a sentence that nothing fills is found before anybody is answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.made import ROOT
from vigie.answers.placeholders import problems

FAULTS = {
    # old, new, what is said, the remedy
    "another name": (
        '"Depuis la rédaction : {text} ({url}', '"Depuis la rédaction : {texte} ({url}',
        "{texte} n'est rempli par rien", "écrire {text}",
    ),
    "a place of another sentence": (
        '"{chair:Le} préside {bodies}."', '"{chair:Le} préside {reports}."',
        "{reports} n'est rempli par rien", "{bodies}",
    ),
    "a form that is none": (
        '"{chair:Le} préside {bodies}."', '"{chair:Lle} préside {bodies}."',
        "« Lle » n'est pas une forme", "{chair:le}",
    ),
    "an open brace": (
        '"{chair:Le} préside {bodies}."', '"{chair:Le} préside {bodies."', "accolade", "{nom}",
    ),
    "by a name that the code makes": (
        "{noun:nom} ; en anglais : « {english} »", "{noun:nom} ; en anglais : « {anglais} »",
        "{anglais} n'est rempli par rien", "{",
    ),
}  # fmt: skip


def test_the_sentences_have_no_fault() -> None:
    assert problems(ROOT / "domain.yml") == []


@pytest.mark.parametrize(("old", "new", "says", "remedy"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_found_with_its_line(
    old: str, new: str, says: str, remedy: str, tmp_path: Path
) -> None:
    text = (ROOT / "domain.yml").read_text("utf-8")
    assert old in text
    (tmp_path / "domain.yml").write_text(text.replace(old, new, 1), "utf-8")
    (problem,) = problems(tmp_path / "domain.yml")
    assert says in problem.says and remedy in problem.remedy
    assert problem.line == text[: text.index(old)].count("\n") + 1
