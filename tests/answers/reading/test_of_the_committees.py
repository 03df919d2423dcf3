"""Nobody is said to preside over a committee: their body is told of, and that."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, said, talk, told, view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.reading.finer.of_its_number import of_its_number
from vigie.answers.reading.finer.of_the_committees import of_the_committees

PITF, SPOG = "select agency chairs=pitf", "select agency chairs=spog"


@pytest.mark.parametrize(
    ("words", "names", "told", "meant"),
    [
        ("qui les preside", "", "select committee", SPOG),
        ("qui preside les comites", "", "describe doj", SPOG),
        ("qui preside", "pitf", "select committee", PITF),
        ("qui preside l equipe", "", "select committee", PITF),
        ("qui la preside", "", "describe pitf", PITF),
    ],
)
def test_committees_belong_to_a_body(words: str, names: str, told: str, meant: str) -> None:
    found = of_the_committees(read(PITF), asked(words, names), view().world, after(told))
    assert write(found) == meant


def test_no_chair_of_theirs_is_told() -> None:
    reply, _ = talk(asked("qui les préside", forms=SPOG), after("select committee"))
    assert "Le document ne dit pas qui préside les comités. Le département d'État" in said(reply)
    reply, _ = talk(asked("qui préside", "spog", forms="select agency chairs={body}"))
    assert "ne dit pas qui préside" not in said(reply)


@pytest.mark.parametrize(
    ("names", "owner", "meant"),
    [
        ("doj", "spog", "doj"),
        ("pitf", "pitf", "pitf"),
        ("", "spog", "spog"),
        ("spog pitf", "spog", "spog"),
    ],
)
def test_committees_are_counted_of_whom_is_named(names: str, owner: str, meant: str) -> None:
    line = "verify count(committee of={},5)"
    counted = asked("a cinq comites", names)
    found = of_the_committees(read(line.format(owner)), counted, view().world, after())
    assert write(found) == line.format(meant)


def test_who_has_none_is_told_whose_they_are() -> None:
    text = said(told("verify count(committee of=pitf,5)"))
    assert text.startswith("Non. Le document ne cite aucun comité permanent au sein de la PITF.")
    assert "relèvent du SPOG" in text


@pytest.mark.parametrize(
    ("words", "line", "meant"),
    [
        ("ce chiffre de onze il date de quand", "get date council", "get number council"),
        ("leur nombre a change", "get results council", "get number council"),
        ("leur nombre et la duree du mandat", "get term council", "get term council"),
        ("il date de quand", "get date council", "get date council"),
        ("ce chiffre date de quand", "get date tip_report", "get date tip_report"),
    ],
)
def test_a_number_is_told_with_its_date(words: str, line: str, meant: str) -> None:
    assert write(of_its_number(read(line), asked(words), view().world)) == meant
