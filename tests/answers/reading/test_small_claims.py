"""What small words make of a claim: a number that ranks nothing, « qu'aux États-Unis », « ne forme
que les soldats », and what nobody is claimed to be."""

from __future__ import annotations

import pytest

from tests.answers.made import spoken, view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.reading.finer.at_home import at_home
from vigie.answers.reading.finer.limited import limited
from vigie.answers.reading.finer.of_a_number import of_a_number
from vigie.answers.reading.proposal import Proposal
from vigie.answers.reading.sense import of_a_president_unsaid, seats_a_thing

WORLD = view().world
FIFTH, SIXTH = "verify rank(grants_committee,5)", "verify rank(grants_committee,6)"
OF_SPOG = "verify of(grants_committee,spog)"
SECOND = "verify rank(grants_committee,2)"
ALL = "verify whole(does(dod,training))"
PRESIDES = "verify whole(chairs(dos,pitf))"
ELSEWHERE = "verify whole(does(dol,abroad))"


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("c'est un des cinq comités", FIFTH, OF_SPOG),
        ("c'est un de ses cinq comités", FIFTH, OF_SPOG),
        ("c'est le cinquième comité", FIFTH, FIFTH),
        ("il est cité en cinquième position parmi les comités", FIFTH, FIFTH),
        ("c'est un des six comités", SIXTH, f"{OF_SPOG} & count(committee of=spog,6)"),
        ("de ses cinq comités, c'est le cinquième", FIFTH, FIFTH),
        ("il est parmi les deux premiers comités", SECOND, SECOND),
    ],
)
def test_a_number_of_a_list_is_no_place(text: str, line: str, expected: str) -> None:
    assert write(of_a_number(read(line), spoken(text), WORLD)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("il ne travaille qu'aux États-Unis", "describe dol about=abroad"),
        ("il ne travaille qu'aux États-Unis, n'est-ce pas", "describe dol about=abroad"),
        ("il ne travaille qu'à l'étranger", ELSEWHERE),
        ("il ne travaille pas qu'aux États-Unis", ELSEWHERE),
    ],
)
def test_who_acts_at_home_alone_does_not_act_abroad_alone(text: str, expected: str) -> None:
    assert write(at_home(read(ELSEWHERE), spoken(text))) == expected


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("il ne forme que les soldats", ALL, "verify does(dod,training)"),
        ("il n'aide que du personnel civil", ALL, "verify does(dod,training)"),
        ("il ne fait que des formations", ALL, ALL),
        ("il ne fait que former", ALL, ALL),
        ("il ne mène que des enquêtes", ALL, ALL),
        ("il ne forme pas que les soldats", ALL, ALL),
        ("il ne préside que la PITF", PRESIDES, PRESIDES),
    ],
)
def test_whom_alone_they_train_is_not_what_alone_they_do(
    text: str, line: str, expected: str
) -> None:
    assert write(limited(read(line), spoken(text))) == expected


@pytest.mark.parametrize(
    ("line", "so"),
    [
        ("verify in(federal_effort,pitf)", True),
        ("verify in(tvpa,pitf)", True),
        ("verify !in(tvpa,pitf)", False),
        ("verify in(council,pitf)", False),
        ("verify in(dhs,pitf)", False),
        ("verify creates(tvpa,pitf)", False),
    ],
)
def test_no_law_sits_in_a_body(line: str, so: bool) -> None:
    assert seats_a_thing(read(line), WORLD) is so


@pytest.mark.parametrize(
    ("line", "likelihood", "so"),
    [
        ("describe president", 0.01, True),
        ("describe president", 0.3, False),
        ("describe dol", 0.01, False),
    ],
)
def test_hardly_anything_makes_it_the_president(line: str, likelihood: float, so: bool) -> None:
    assert of_a_president_unsaid(Proposal(read(line), likelihood)) is so
