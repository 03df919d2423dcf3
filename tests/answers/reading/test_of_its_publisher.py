"""The report of somebody who is named is not another's."""

from __future__ import annotations

import pytest

from tests.answers.made import asked, view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Focus
from vigie.answers.reading.finer.of_its_publisher import of_its_publisher


@pytest.mark.parametrize(
    ("names", "line", "expected"),
    [
        ("doj", "get owner tip_report", "get owner ag_report"),
        ("doj", "verify freq(tip_report,annual)", "verify freq(ag_report,annual)"),
        ("dol", "get frequency tip_report", "get frequency {report by=dol}"),
        ("dos", "get owner tip_report", "get owner tip_report"),
        ("doj tip_report", "get owner tip_report", "get owner tip_report"),
        ("doj dos", "get owner tip_report", "get owner tip_report"),
        ("usda", "get owner tip_report", "get owner tip_report"),
        ("doj", "verify publishes(doj,tip_report)", "verify publishes(doj,tip_report)"),
        ("doj", "select report except=tip_report", "select report except=tip_report"),
    ],
    ids=[
        "another's",
        "claimed of another's",
        "of several",
        "its own",
        "named too",
        "two are named",
        "who publishes none",
        "claimed of it",
        "a list",
    ],
)
def test_whose_report_is_asked_about(names: str, line: str, expected: str) -> None:
    told = of_its_publisher(read(line), asked("x", names=names), view().world, Focus())
    assert write(told) == expected


def test_of_a_report_that_was_spoken_of_its_own_is_asked() -> None:
    """ "Ce rapport parle-t-il du DoL ?" asks nothing of those of the DoL."""
    line = read("get subject tip_report")
    focus = Focus(subjects=("tip_report",))
    assert of_its_publisher(line, asked("x", names="dol"), view().world, focus) == line
