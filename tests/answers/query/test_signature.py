"""What may stand where in a query that somebody is answered by."""

from __future__ import annotations

import pytest

from tests.answers.made import view
from vigie.answers.query.line import read
from vigie.answers.query.signature import misplaced


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("select agency does=investigation/@FBI", ("@FBI",)),
        ("verify does(hhs,@FBI)", ("@FBI",)),
        ("select agency does=@", ()),
        ("select agency does=training among=@FBI,doj", ()),
        ("verify does(@FBI,training)", ()),
    ],
)
def test_who_is_not_named_is_no_topic(line: str, wrong: tuple[str, ...]) -> None:
    """ "Qui enquête, FBI ou la police ?" was read so, and had no answer at all."""
    assert misplaced(read(line), view().world) == wrong
