"""What a heavier reader fills in must be surer than what the message itself says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.answers.made import after, asked, view
from vigie.answers.query.line import read
from vigie.answers.question import Focus
from vigie.answers.reading.understand import understand
from vigie.answers.surely import SURER, SURER_TOLD, surely

BETWEEN = (SURER + SURER_TOLD) / 2
NAMED, ADDED = "verify does(hhs,grants)", "verify does(doj,grants)"


@pytest.mark.parametrize(
    ("line", "told", "focus", "expected"),
    [
        (NAMED, -0.1, Focus(), True),
        (ADDED, -0.1, Focus(), False),
        (ADDED, None, Focus(), True),
        (ADDED, -0.1, after("describe doj"), True),
    ],
    ids=["named", "filled in", "by the light reader", "said before"],
)
def test_how_sure_it_must_be(line: str, told: float | None, focus: Focus, expected: bool) -> None:
    question = asked("il paie ?", names="hhs", topics="grants", forms="verify does(?,?)")
    found = understand(question, view().world)
    best = replace(found.readings[0], query=read(line), told=told)
    found = replace(found, readings=(best, *found.readings[1:]), sure=BETWEEN)
    assert surely(found, view(focus)) is expected
    assert surely(replace(found, sure=SURER_TOLD), view(focus))
