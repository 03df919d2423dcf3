"""What small words say of what was told before: what else, the others, the two, all of a list."""

from __future__ import annotations

import pytest

from tests.answers.made import after, spoken, tables
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.reading.finer.alone_without import alone_without
from vigie.answers.reading.finer.how_many_duties import how_many_duties
from vigie.answers.reading.finer.of_the_members import of_the_members
from vigie.answers.reading.finer.of_them import of_them
from vigie.answers.reading.finer.what_else import what_else

LIST = "select report by=dol"
ALL_THREE = "get frequency child_labour_findings goods_list products_list"
NAMED = "select agency in=pitf described=no"


@pytest.mark.parametrize(
    ("text", "before", "line", "expected"),
    [
        (
            "il fait quoi d'autre ?",
            "select agency does=investigation",
            "describe dhs",
            "describe dhs about!=investigation",
        ),
        (
            "et en plus de ça ?",
            "verify does(doj,prosecution)",
            "describe doj",
            "describe doj about!=prosecution",
        ),
        ("que fait-il ?", "select agency does=investigation", "describe dhs", "describe dhs"),
        (
            "d'autre part, que fait le DHS ?",
            "select agency does=investigation",
            "describe dhs",
            "describe dhs",
        ),
        (
            "passons à autre chose, le DHS ?",
            "select agency does=investigation",
            "describe dhs",
            "describe dhs",
        ),
        # Who does nothing of what was told has nothing to leave out; nor who does that alone.
        ("il fait quoi d'autre ?", "select agency does=grants", "describe dhs", "describe dhs"),
        ("quoi d'autre ?", "select agency does=native_communities", "describe doi", "describe doi"),
    ],
    ids=["a list", "a claim", "not asked", "besides", "aside", "another matter", "nothing else"],
)
def test_what_somebody_does_besides(text: str, before: str, line: str, expected: str) -> None:
    found = what_else(read(line), spoken(text), tables().world, after(before))
    assert write(found) == expected


@pytest.mark.parametrize(
    ("text", "before", "line", "expected"),
    [
        ("cite les 4 autres", "get number pitf", "select body except=pitf", NAMED),
        ("quels sont les autres ?", "verify number(pitf,18)", "select agency except=doj", NAMED),
        # Of five nothing was told; of the Council nobody is only named.
        ("les 5 autres", "get number pitf", "select body except=pitf", "select body except=pitf"),
        ("les autres", "get number council", "select body", "select body"),
        ("les autres", "describe pitf", "select body except=pitf", "select body except=pitf"),
        ("et les autres groupes ?", "get number pitf", "select body", "select body"),
        (
            "et parmi les autres, qui enquête ?",
            "get number pitf",
            "select agency does=investigation",
            "select agency does=investigation",
        ),
    ],
    ids=["four", "no number", "another number", "of people", "after another", "noun", "doers"],
)
def test_the_others_of_a_number_of_members(
    text: str, before: str, line: str, expected: str
) -> None:
    found = of_the_members(read(line), spoken(text), tables().world, after(before))
    assert write(found) == expected


@pytest.mark.parametrize(
    ("text", "before", "line", "expected"),
    [
        ("ça sort quand ?", (LIST,), "get frequency goods_list", ALL_THREE),
        ("les trois, ils sortent quand ?", (LIST,), "get frequency goods_list", ALL_THREE),
        # One of them is meant by "il" or by its place; "les deux" are not three.
        ("il sort quand ?", (LIST,), "get frequency goods_list", "get frequency goods_list"),
        ("les deux sortent quand", (LIST,), "get frequency goods_list", "get frequency goods_list"),
        ("c'est quoi son budget ?", (LIST,), "get budget goods_list", "get budget goods_list"),
        (
            "il enquête tous les deux ans ?",
            ("select agency does=grants",),
            "verify does(doj,investigation)",
            "verify does(doj,investigation)",
        ),
        (
            "un seul des deux enquête ?",
            ("select agency does=grants",),
            "verify does(doj,investigation)",
            "verify does(doj,investigation)",
        ),
        (
            "c'est le même chef pour les deux ?",
            ("select agency chairs=pitf", "select agency chairs=spog"),
            "verify chairs(dos,spog)",
            "verify chairs(dos,pitf) & chairs(dos,spog)",
        ),
    ],
    ids=["it all", "as many", "one", "not as many", "its own", "years", "one of two", "bodies"],
)
def test_what_is_asked_of_all_that_was_told(
    text: str, before: tuple[str, ...], line: str, expected: str
) -> None:
    found = of_them(read(line), spoken(text), tables().world, after(*before))
    assert set(write(found).removeprefix("verify ").split(" & ")) == set(
        expected.removeprefix("verify ").split(" & ")
    )


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        (
            "seul le DHS enquête sans poursuivre ?",
            "verify only(does(dhs,investigation)) & !does(dhs,prosecution)",
            "select agency does=investigation does!=prosecution",
        ),
        (
            "seul le DoJ enquête sans poursuivre ?",
            "verify only(does(doj,investigation)) & !does(doj,prosecution)",
            "verify only(does(doj,investigation)) & !does(doj,prosecution)",
        ),
        (
            "seul le DHS enquête ?",
            "verify only(does(dhs,investigation))",
            "verify only(does(dhs,investigation))",
        ),
        (
            "le DHS enquête sans poursuivre ?",
            "verify does(dhs,investigation) & !does(dhs,prosecution)",
            "verify does(dhs,investigation) & !does(dhs,prosecution)",
        ),
    ],
    ids=["alone", "another", "without nothing", "not alone"],
)
def test_who_is_alone_to_do_one_thing_without_another(text: str, line: str, expected: str) -> None:
    assert write(alone_without(read(line), spoken(text), tables().world)) == expected


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("combien de tâches a la Justice ?", "get staff doj", "get duties doj"),
        ("nb de missions pour eux trois", "count agency among=doj,dhs", "get duties doj dhs"),
        ("combien ils ont de rôles ?", "describe dhs", "get duties dhs"),
        ("combien d'employés ont ces tâches ?", "get staff doj", "get staff doj"),
        (
            "combien d'organismes ont la tâche de former ?",
            "count agency does=training",
            "count agency does=training",
        ),
        ("quelles tâches a la Justice ?", "describe doj", "describe doj"),
        ("combien de missions, et lesquelles ?", "describe doj", "describe doj"),
    ],
    ids=["one", "several", "turned round", "of others", "who has one", "not counted", "which"],
)
def test_how_many_tasks_somebody_has(text: str, line: str, expected: str) -> None:
    assert write(how_many_duties(read(line), spoken(text), tables().world)) == expected
