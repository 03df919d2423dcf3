"""A yearly report of somebody whose reports have no rhythm in the document is neither yes nor no."""

from __future__ import annotations

import pytest

from tests.answers.made import view
from vigie.answers.query.line import read
from vigie.answers.render.answer import answer


@pytest.mark.parametrize(
    ("line", "begins", "holds"),
    [
        ("verify publishes(dol,{report freq=annual})", "Le document ne le dit pas", "rythme"),
        ("verify publishes(council,{report freq=annual})", "Le document ne le dit pas", "rythme"),
        ("verify publishes(doj,{report freq=annual})", "Oui.", "procureur général"),
        ("verify publishes(hhs,{report freq=annual})", "Non.", "procureur général"),
        ("verify only(publishes(dol,{report freq=annual}))", "Non.", "(DoJ)"),
    ],
)
def test_what_is_said_to_be_yearly(line: str, begins: str, holds: str) -> None:
    reply = answer(read(line), view())
    assert reply is not None and reply.lead.startswith(begins) and holds in reply.lead
