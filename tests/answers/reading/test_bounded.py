"""Numbers that are said as bounds: a question on "plus de dix" is not answered on ten."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, view
from vigie.answers.query.evaluate import find
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.reading.finer.bounded import bounded
from vigie.answers.reading.understand import understand
from vigie.answers.render.answer import answer

TRAINING = "verify count(agency does=training,{})"


@pytest.mark.parametrize(
    ("words", "line", "expected"),
    [
        ("plus de cinq organismes forment", TRAINING.format(5), TRAINING.format(">5")),
        ("ils sont au moins sept a former", TRAINING.format(7), TRAINING.format("≥7")),
        ("sept ou plus", TRAINING.format(7), TRAINING.format("≥7")),
        ("moins de 9 organismes", TRAINING.format(9), TRAINING.format("<9")),
        ("il n y en a pas plus de 8", TRAINING.format(8), TRAINING.format("≤8")),
        (
            "il n y en a pas plus de 8",
            "verify !count(agency does=training,8)",
            "verify !count(agency does=training,>8)",
        ),
        ("y en a t il plus de six", "select agency does=training", TRAINING.format(">6")),
        ("sont ils plus d une dizaine", "count agency does=training", TRAINING.format(">10")),
        (
            "le conseil a plus de dix membres",
            "get number council",
            "verify number(council,>10)",
        ),
        ("plus de dix huit organismes", "get number pitf", "verify number(pitf,>18)"),
        ("plus de vingt cinq", "verify number(pitf,25)", "verify number(pitf,>25)"),
        (
            "le conseil a 10 membres au moins",
            "verify number(council,10)",
            "verify number(council,≥10)",
        ),
        ("posterieure a l annee 2010", "verify year(jvta,2010)", "verify year(jvta,>2010)"),
        ("est ce qu il y en a plus de cinq", "count report", "verify count(report,>5)"),
        (
            "il n y en a pas au moins 5",
            "verify !count(agency does=training,5)",
            "verify !count(agency does=training,≥5)",
        ),
        ("ils sont plus de dix", "verify number(pitf,12)", "verify number(pitf,>10)"),
        ("une loi d apres 2010", "verify year(jvta,2010)", "verify year(jvta,>2010)"),
        ("quelles lois avant 2010", "select law year=2010", "select law year=<2010"),
    ],
)
def test_a_bound_is_claimed_as_it_is_said(words: str, line: str, expected: str) -> None:
    assert write(bounded(read(line), words)) == expected
    assert write(read(expected)) == expected


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("sept organismes forment", TRAINING.format(7)),
        ("cite au moins un organisme qui forme", "select agency does=training"),
        ("combien sont plus de dix", "count agency does=training"),
        ("plus de formation avant 10 h", "describe dod about=training"),
        ("plus d une fois le doj forme", "verify does(doj,training)"),
        ("apres 5 rapports", "count report by=dol"),
        ("y a t il un programme pour les moins de 18 ans", "select programme about=training"),
        ("j ai plus de 18 ans il y a un rapport", "select report"),
        ("la jvta a plus de 20 ans", "verify year(jvta,2015)"),
    ],
)
def test_what_says_no_bound_stays(words: str, line: str) -> None:
    assert write(bounded(read(line), words)) == line


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (TRAINING.format(">5"), "Oui. Le document en cite sept."),
        (TRAINING.format("≥7"), "Oui."),
        (TRAINING.format(">7"), "Non. Le document cite sept"),
        (TRAINING.format("<7"), "Non."),
        ("verify number(council,>10)", "Oui."),
        ("verify number(council,≥12)", "Non."),
        ("verify year(jvta,>2010)", "Oui."),
        ("verify year(jvta,<2010)", "Non."),
        ("verify year(tvpa,<2010)", "Oui."),
        ("verify year(tvpa,>2005)", "Non."),
        ("verify year(tvpa,<1990)", "Le document ne le dit pas."),
        ("verify count(law year=<2010,>1)", "Oui."),
    ],
)
def test_the_verdict_is_on_the_bound(line: str, verdict: str) -> None:
    reply = answer(read(line), view())
    assert reply is not None and reply.lead.startswith(verdict)


@pytest.mark.parametrize(
    ("line", "laws"),
    [
        ("select law year=>2010", ("jvta",)),
        ("select law year=<2010", ("tvpa", "tvpa_2003")),  # amended in 2003, so older
        ("select law year!=<2010", ("jvta",)),
        ("select law year=<1990", ()),
        ("select law year!=<1990", ("tvpa_2003", "jvta")),  # of the TVPA nobody can tell
    ],
)
def test_a_list_keeps_to_the_bound_of_its_years(line: str, laws: tuple[str, ...]) -> None:
    query = read(line)
    assert query.select is not None and find(query.select, view().world) == laws


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("select report", "y en a-t-il plus de cinq ?", "verify count(report,>5)"),
        ("verify count(report,>5)", "pas plus de six ?", "verify count(report,≤6)"),
    ],
)
def test_a_bound_alone_is_of_the_last_list(before: str, text: str, expected: str) -> None:
    question = asked(text, forms={"max report by=year": 0.3}, leans={"pronoun": 0.9})
    best = understand(question, view().world, after(before)).readings[0]
    assert write(best.query) == expected
