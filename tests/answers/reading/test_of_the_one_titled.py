"""Which of the reports just told a word of their titles names."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.reading.finer.of_the_one_titled import of_the_one_titled

DOL = "select report by=dol"


@pytest.mark.parametrize(
    ("words", "line", "meant"),
    [
        ("lequel des trois porte sur les biens", DOL, "describe goods_list"),
        ("lequel parle de la servitude", DOL, "describe products_list"),
        ("lequel porte sur le travail", DOL, DOL),
        ("lequel ne porte pas sur les biens", DOL, DOL),
        ("lesquels parlent des biens", DOL, DOL),
        ("lesquels sont annuels", DOL, DOL),
        ("les biens", DOL, DOL),
        ("lequel parle des biens", "select agency does=training", "select agency does=training"),
    ],
)
def test_one_report_has_the_word(words: str, line: str, meant: str) -> None:
    found = of_the_one_titled(read(line), asked(words), view().world, after(DOL))
    assert write(found) == meant
