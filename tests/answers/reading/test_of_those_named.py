"""Which of several that were only named; what tells of the whole subject."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Focus
from vigie.answers.reading.finer.of_all_of_it import of_all_of_it
from vigie.answers.reading.finer.of_those_named import of_those_named

THREE = Focus(("dhs",), (), ("dhs", "doj", "eeoc"))


@pytest.mark.parametrize(
    ("words", "focus", "line", "meant"),
    [
        ("lesquels publient un rapport", THREE, "select agency publishes=any",
         "select agency publishes=any among=dhs,doj,eeoc"),
        ("et parmi eux combien forment", THREE, "count agency does=training",
         "count agency does=training among=dhs,doj,eeoc"),
        ("qui publie un rapport", THREE, "select agency publishes=any",
         "select agency publishes=any"),
        ("lesquels sont annuels", THREE, "select report freq=annual", "select report freq=annual"),
        ("lesquels forment", after("select agency does=investigation"),
         "select agency does=training", "select agency does=training"),
        ("lesquels forment", Focus(), "select agency does=training", "select agency does=training"),
    ],
)  # fmt: skip
def test_it_is_asked_among_those_named(words: str, focus: Focus, line: str, meant: str) -> None:
    query = of_those_named(read(line), asked(words), view().world, focus)
    assert write(query) == meant


@pytest.mark.parametrize(
    ("words", "topics", "focus", "meant"),
    [
        ("quels rapports en parlent", "", Focus(), "select report"),
        (
            "quels rapports en parlent",
            "",
            after("describe dol"),
            "select report about=child_labour",
        ),
        ("quels rapports en parlent", "child_labour", Focus(), "select report about=child_labour"),
        ("quels rapports sur les enfants", "", Focus(), "select report about=child_labour"),
    ],
)
def test_a_pronoun_stands_for_no_topic_that_nobody_said(
    words: str, topics: str, focus: Focus, meant: str
) -> None:
    """ "Quels rapports en parlent ?" was told those on child labour."""
    query = read("select report about=child_labour")
    assert write(of_all_of_it(query, asked(words, topics=topics), focus)) == meant


def test_a_topic_that_is_hardly_said_is_none_for_a_report_and_kept_for_an_agency() -> None:
    weak = asked("qui en parle", scores={"child_labour": 0.39})
    report, agency = (
        read("select report about=child_labour"),
        read("select agency does=child_labour"),
    )
    assert write(of_all_of_it(report, weak, Focus())) == "select report"
    assert of_all_of_it(agency, weak, Focus()) == agency
