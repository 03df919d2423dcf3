"""What a form becomes among the things that are named, with one thing more, or counted."""

from __future__ import annotations

import pytest

from tests.answers.made import asked, view
from tests.answers.reading.test_understand import best
from vigie.answers.query.signature import faults
from vigie.answers.query.write import write
from vigie.answers.question import Focus
from vigie.answers.reading.understand import understand


@pytest.mark.parametrize(
    ("text", "form", "names", "topics", "read"),
    [
        ("du spog et du conseil lequel est le plus ancien", "min law by=year", "spog council", "",
         "min body among=spog,council by=year"),
        ("du travail et de la justice laquelle en fait le plus", "max agency by=topic", "dol doj",
         "", "max agency among=dol,doj by=topic"),
        ("du travail et de l'eeoc qui enquete", "select agency does=?", "dol eeoc",
         "investigation", "select agency does=investigation among=dol,eeoc"),
        ("combien enquetent du travail et de l'eeoc", "select agency does=?", "dol eeoc",
         "investigation", "count agency does=investigation among=dol,eeoc"),
        ("qui siege a la pitf et au spog a la fois", "select agency in=?", "pitf spog", "",
         "select agency in=pitf+spog"),
        ("qui siege a la pitf ou au spog", "select agency in=?", "pitf spog", "",
         "select agency in=pitf/spog"),
        ("les rapports du dos et de la justice", "select report by=?", "dos doj", "",
         "select report by=dos/doj"),
        ("combien de rapports du dos ou de la justice", "select report by=?", "dos doj", "",
         "count report by=dos/doj"),
    ],
)  # fmt: skip
def test_nothing_that_is_named_is_left(
    text: str, form: str, names: str, topics: str, read: str
) -> None:
    assert best({form: 0.9}, text=text, names=names, topics=topics) == read


def test_the_oldest_of_two_agencies_is_no_question_of_years() -> None:
    """The document dates no agency."""
    read = best({"min law by=year": 0.9}, text="du dol et du doj le plus ancien", names="dol doj")
    assert "among" not in read


def test_the_least_is_not_the_most() -> None:
    forms = {"max agency by=report": 0.5, "min agency by=report": 0.4}
    assert best(forms, text="qui publie le moins de rapports") == "min agency by=report"


@pytest.mark.parametrize(
    ("text", "form", "read"),
    [
        ("du spog et du conseil le plus vieux", "max body among=?,? by=member",
         "min body among=spog,council by=year"),
        ("du spog et du conseil le plus recent", "max body among=?,? by=member",
         "max body among=spog,council by=year"),
    ],
)  # fmt: skip
def test_an_age_is_no_number(text: str, form: str, read: str) -> None:
    assert best({form: 0.9}, text=text, names="spog council") == read


def test_the_least_is_found_where_only_the_most_was_learned() -> None:
    assert best({"max agency by=report": 0.9}, text="qui publie le moins de rapports") == (
        "min agency by=report"
    )


def test_a_programme_is_no_topic_though_one_bears_its_name() -> None:
    """ "hotline" is both, and whoever reads of it is lost where the other is taken for a topic."""
    question = asked(
        "qui gere", names="hotline certification_letters", topics="hotline",
        forms={"select agency does=?": 0.9},
    )  # fmt: skip
    found = understand(question, view().world, Focus()).readings
    assert found
    assert [fault for one in found for fault in faults(one.query, view().world)] == []


def test_a_topic_that_is_refused_is_set_aside_from_what_somebody_does() -> None:
    """Few have asked so: "je ne parle pas des projets qu'elle paie : que fait l'USAID ?"."""
    roles = {"grants": (3, 0.97)}
    question = asked(
        "je ne parle pas des subventions sinon que fait-elle",
        names="doj",
        topics="grants",
        forms={"describe ? about=?": 0.6, "describe ?": 0.1},
        roles=roles,
    )
    best_one = understand(question, view().world).readings[0].query
    assert write(best_one) == "describe doj about!=grants"
