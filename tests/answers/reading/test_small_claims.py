"""What small words make of a claim: a number that ranks nothing, « qu'aux États-Unis », « ne forme
que les soldats », who says it, and what nobody is claimed to be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import pytest

from tests.answers.made import view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Question
from vigie.answers.reading import beside
from vigie.answers.reading.beyond import beyond
from vigie.answers.reading.finer.at_home import at_home
from vigie.answers.reading.finer.limited import limited
from vigie.answers.reading.finer.of_a_number import of_a_number
from vigie.answers.reading.proposal import Proposal
from vigie.answers.reading.said import Said, Told
from vigie.answers.reading.sense import of_a_president_unsaid, seats_a_thing
from vigie.nlu.text import fold

WORLD = view().world
FIFTH, SIXTH = "verify rank(grants_committee,5)", "verify rank(grants_committee,6)"
OF_SPOG = "verify of(grants_committee,spog)"
TWICE = "verify freq(tip_report,annual) & freq(ag_report,2)"
ALL = "verify whole(does(dod,training))"
PRESIDES = "verify whole(chairs(dos,pitf))"
ELSEWHERE = "verify whole(does(dol,abroad))"


def spoken(text: str) -> Question:
    """A message of these words alone."""
    return Question(text, words=fold(text))


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("c'est un des cinq comités", FIFTH, OF_SPOG),
        ("c'est un de ses cinq comités", FIFTH, OF_SPOG),
        ("c'est le cinquième comité", FIFTH, FIFTH),
        ("il est cité en cinquième position parmi les comités", FIFTH, FIFTH),
        ("c'est un des six comités", SIXTH, f"{OF_SPOG} & count(committee of=spog,6)"),
        ("il y a deux rapports annuels", TWICE, "verify freq(tip_report,annual)"),
        ("l'un par an, l'autre deux fois", TWICE, TWICE),
        ("tous les ministères en ont deux, chaque semestre", TWICE, TWICE),
        ("il paraît deux rapports", "verify freq(ag_report,2)", "verify freq(ag_report,2)"),
    ],
)
def test_a_number_of_a_list_is_no_place_and_no_rhythm(text: str, line: str, expected: str) -> None:
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


class Marked:
    """A reader to whom a colleague and Peru say more than the document."""

    def likely(self, said: Said, lines: Sequence[str]) -> Mapping[str, float]:
        return {}

    def knows(self, word: str) -> bool:
        return True

    def beyond(self, said: Said) -> Sequence[Told]:
        text = "".join(one.text for one in said.message)
        found = ((one.span(), one.group()) for one in re.finditer(r"\w+", text))
        more = ("collègue", "Pérou")
        return [Told(*at, 2.0 if word in more else -4.0) for at, word in found]


@pytest.fixture
def marked() -> Iterator[None]:
    before = beside.use(Marked())
    yield
    beside.use(before)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("un collègue soutient en outre que le DoJ enquête", ()),
        ("un collègue affirme que le DoJ enquête au Pérou", ("Pérou",)),
        ("le DoJ forme un collègue. On dit que le DHS enquête", ("collègue",)),
        ("le DoJ forme un collègue, on dit que oui", ("collègue",)),
        ("il forme au Pérou et mon collègue dit que oui", ("Pérou", "collègue")),
        ("au Pérou on dit qu'il forme des gens, je crois", ()),
        ("le DoJ forme un collègue", ("collègue",)),
    ],
)
def test_who_says_it_is_not_what_is_said(marked: None, text: str, words: tuple[str, ...]) -> None:
    assert beyond(spoken(text), Focus(), WORLD, 0.0).words == words
