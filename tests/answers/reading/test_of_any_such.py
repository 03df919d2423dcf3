"""Who alone publishes "un rapport annuel" is not asked of the report that was just told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.answers.made import asked, view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Mention
from vigie.answers.reading.finer.of_any_such import of_any_such

ONLY = "verify only(publishes(dos,tip_report))"


@pytest.mark.parametrize(
    ("words", "names", "line", "expected"),
    [
        ("est ce le seul ministere a publier un rapport annuel", "", ONLY,
         "verify only(publishes(dos,{report freq=annual}))"),
        ("il est seul a faire des rapports", "", ONLY, "verify only(publishes(dos,{report}))"),
        ("est ce le seul a publier ce rapport annuel", "", ONLY, ONLY),
        ("il est seul a publier un rapport comme le tip", "tip_report", ONLY, ONLY),
        ("il publie un rapport annuel", "", "verify publishes(dos,tip_report)",
         "verify publishes(dos,tip_report)"),
        ("la justice publie aussi un rapport", "doj", "verify publishes(doj,tip_report)",
         "verify publishes(doj,{report})"),
        ("la justice publie aussi un rapport chaque annee", "doj",
         "verify publishes(doj,tip_report) & freq(tip_report,annual)",
         "verify publishes(doj,{report freq=annual})"),
        ("le travail publie aussi un rapport annuel", "dol", "verify publishes(dol,tip_report)",
         "verify publishes(dol,{report freq=annual})"),
        ("c est un rapport de la justice", "doj", "verify publishes(doj,tip_report)",
         "verify publishes(doj,tip_report)"),
        ("la justice publie aussi un rapport chaque mois", "doj",
         "verify publishes(doj,tip_report) & freq(tip_report,annual)",
         "verify publishes(doj,tip_report) & freq(tip_report,annual)"),
        ("la justice publie un rapport sur le travail des enfants", "doj",
         "verify publishes(doj,child_labour_findings)", "verify publishes(doj,child_labour_findings)"),
        ("la justice publie ce rapport", "doj", "verify publishes(doj,tip_report)",
         "verify publishes(doj,tip_report)"),
        ("le hhs publie un rapport", "hhs", "verify publishes(hhs,tip_report)",
         "verify publishes(hhs,tip_report)"),
        ("la justice publie un rapport cree par la tvpa", "doj",
         "verify publishes(doj,tip_report) & creates(tvpa,pitf)",
         "verify publishes(doj,tip_report) & creates(tvpa,pitf)"),
    ],
)  # fmt: skip
def test_any_report(words: str, names: str, line: str, expected: str) -> None:
    question = asked(words, names)
    assert write(of_any_such(read(line), question, view().world)) == expected


def test_each_publishes_one_of_their_own() -> None:
    line = "verify publishes(dos,council_report) & publishes(doj,council_report)"
    words = "le dos et le doj chacun publie son propre rapport annuel"
    meant = "verify publishes(dos,{report freq=annual}) & publishes(doj,{report freq=annual})"
    found = of_any_such(read(line), asked(words, "dos doj"), view().world)
    assert write(found) == meant
    named = asked(words, "dos doj tip_report")
    assert write(of_any_such(read(line), named, view().world)) == line


def test_a_yearly_report_is_none_by_name() -> None:
    text = "le seul à publier un rapport annuel sur la traite"
    begins = text.index("rapport")
    heard = Mention(("tip_report",), "report", begins, len(text))
    question = replace(asked(text), mentions=(heard,))
    meant = "verify only(publishes(dos,{report freq=annual}))"
    assert write(of_any_such(read(ONLY), question, view().world)) == meant
    text = "le seul à publier le rapport annuel sur la traite"
    heard = replace(heard, start=text.index("rapport"), end=len(text))
    question = replace(asked(text), mentions=(heard,))
    assert write(of_any_such(read(ONLY), question, view().world)) == ONLY


def test_a_report_by_its_title_is_none_of_any() -> None:
    text, line = (
        "seul à publier un rapport du procureur général",
        "verify only(publishes(doj,ag_report))",
    )
    heard = Mention(("ag_report",), "report", text.index("rapport"), len(text))
    question = replace(asked(text), mentions=(heard,))
    assert write(of_any_such(read(line), question, view().world)) == line
    of_health = asked("publie son propre rapport", "dos", topics="public_health")
    line = "verify publishes(dos,ag_report)"
    assert write(of_any_such(read(line), of_health, view().world)) == line
