"""More than what was told, and as many as are left: which reading a message means."""

from __future__ import annotations

import pytest

from tests.answers.made import asked, view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Mention, Question
from vigie.answers.reading.as_many import as_many_as_said, not_of_a_number
from vigie.answers.reading.proposal import Proposal
from vigie.answers.reading.rank import Reading
from vigie.answers.reading.widened import widened

OF_LABOR, NOT_OF_LABOR, ALL = "select report by=dol", "select report by!=dol", "select report"
REST = "select report by=dol except=child_labour_findings"


def readings(*lines: str) -> list[Reading]:
    """Readings of these lines, each a little less likely than the one before."""
    queries = map(read, lines)
    return [Reading(one, -float(n), {}, Proposal(one, 1.0)) for n, one in enumerate(queries)]


def naming(text: str, name: str, ident: str) -> Question:
    start = text.index(name)
    mention = Mention((ident,), view().kind(ident), start, start + len(name))
    return asked(text, mentions=(mention,))


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("Non, tous, pas seulement ceux du Travail.", ALL),
        ("tous, pas que le Travail", ALL),
        ("je veux tout, pas juste le Travail", ALL),
        ("pas ceux du Travail", OF_LABOR),
        ("je ne crois pas que le Travail en publie", OF_LABOR),
        ("seulement ceux du Travail", OF_LABOR),
        ("pas seulement les listes, et celles du Travail", OF_LABOR),
    ],
    ids=["not only", "not but", "not just", "not", "a verb is denied", "only", "of something else"],
)
def test_what_is_wanted_beside_a_thing_is_not_asked_of_it(text: str, best: str) -> None:
    found = widened(readings(OF_LABOR, NOT_OF_LABOR, ALL), naming(text, "Travail", "dol"))
    assert write(found[0].query) == best


def test_readings_that_are_all_about_it_are_kept() -> None:
    some = readings(OF_LABOR, NOT_OF_LABOR)
    assert widened(some, naming("pas seulement le Travail", "Travail", "dol")) == some


@pytest.mark.parametrize(
    ("words", "best"),
    [
        ("et les deux qui restent", REST),
        ("et les deux autres", REST),
        ("et les trois autres", OF_LABOR),
        ("et les quatre autres", OF_LABOR),
        ("et les autres", OF_LABOR),
        ("les deux derniers", OF_LABOR),
        ("celles qui aident les victimes qui restent deux ans", OF_LABOR),
        ("en plus des deux listes", OF_LABOR),
    ],
    ids="left, others, as many already, as none finds, no number, not left, who stay, more".split(
        ", "
    ),
)
def test_as_many_are_found_as_are_said_to_be_left(words: str, best: str) -> None:
    found = as_many_as_said(readings(OF_LABOR, ALL, REST), asked(words), view().world)
    assert write(found[0].query) == best
    assert len(found) == 3


@pytest.mark.parametrize(
    ("words", "is_claimed"),
    [
        ("ses trois rapports sont ils annuels", False),
        ("les trois sont annuels", False),
        ("ils sont trois", True),
        ("il en publie bien trois", True),
        ("ses deux rapports sont trois", True),
    ],
    ids=["known", "all of them", "how many", "as many", "another number"],
)
def test_a_number_of_what_is_known_is_not_claimed(words: str, is_claimed: bool) -> None:
    counted, rhythm = "verify count(report by=dol,3)", "verify freq({report by=dol},annual)"
    found = not_of_a_number(readings(counted, ALL, rhythm), asked(words))
    assert write(found[0].query) == (counted if is_claimed else rhythm)
