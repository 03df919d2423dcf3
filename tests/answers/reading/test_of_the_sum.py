"""Two lists told one after the other, counted together."""

from __future__ import annotations

import pytest

from tests.answers.made import asked, view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Focus
from vigie.answers.reading.finer.of_the_sum import of_the_sum

REPORTS = ("count report by=dol", "count report by=doj")
DOERS = ("select agency does=training", "select agency does=investigation")


@pytest.mark.parametrize(
    ("words", "told", "line", "meant"),
    [
        ("donc quatre en tout", REPORTS, "verify count(report by=doj,4)",
         "verify count(report by=dol/doj,4)"),
        ("ils sont dix a enqueter", DOERS, "verify count(agency does=investigation,10)",
         "verify count(agency does=investigation,10)"),
        ("combien en commun dans les deux listes ensemble", DOERS,
         "count agency does=investigation", "count agency does=investigation"),
        ("sept et trois donc dix", DOERS, "verify count(agency does=investigation,10)",
         "verify count(agency does=training/investigation,10)"),
        ("ca fait combien les deux ensemble", DOERS, "count agency does=investigation",
         "count agency does=training/investigation"),
        ("donc trois en tout", DOERS, "verify count(agency does=investigation,3)",
         "verify count(agency does=investigation,3)"),
        ("ils sont combien en tout", DOERS, "count agency does=investigation",
         "count agency does=investigation"),
        ("donc quatre en tout", ("select committee", "count report by=doj"),
         "verify count(report by=doj,4)", "verify count(report by=doj,4)"),
    ],
)  # fmt: skip
def test_a_sum_is_of_both(words: str, told: tuple[str, str], line: str, meant: str) -> None:
    found = of_the_sum(read(line), asked(words), view().world, Focus(queries=told))
    assert write(found) == meant
