"""Of the publications, two are lists: who asks for lists does not get the third."""

from __future__ import annotations

import pytest

from tests.answers.made import view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.reading.finer.called_lists import called_lists
from vigie.answers.render.answer import answer
from vigie.answers.render.worded import worded


@pytest.mark.parametrize(
    ("words", "line", "expected"),
    [
        (
            "quelles listes publie le travail",
            "select report by=dol",
            "select report by=dol kind=list",
        ),
        ("combien de listes", "count report", "count report kind=list"),
        (
            "y a que le travail qui publie des listes",
            "verify only(publishes(dol,any))",
            "verify only(publishes(dol,{report kind=list}))",
        ),
        (
            "une seule liste j en avais entendu deux",
            "verify count(report by=dol,2)",
            "verify count(report by=dol kind=list,2)",
        ),
        ("quels rapports publie le travail", "select report by=dol", "select report by=dol"),
        ("la liste des rapports du travail", "select report by=dol", "select report by=dol"),
        ("les rapports et les listes", "select report by=dol", "select report by=dol"),
        ("quelles listes de ministeres", "select agency kind=department", None),
        ("quelles listes", "select report kind=list", None),
    ],
)
def test_lists_are_asked_for_where_they_are_called_so(
    words: str, line: str, expected: str | None
) -> None:
    assert write(called_lists(read(line), words, view().world)) == (expected or line)


def test_lists_are_told_and_named_as_lists() -> None:
    query = read("select report by=dol kind=list")
    reply = answer(query, view())
    assert reply is not None and "deux listes" in reply.lead and len(reply.items) == 2
    assert worded(query, view()) == "Quelles listes viennent du département du Travail (DoL) ?"
    alone = answer(read("verify only(publishes(dol,{report kind=list}))"), view())
    assert alone is not None and alone.lead.startswith("Oui.")
