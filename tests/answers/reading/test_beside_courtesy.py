"""Who greets or thanks and names something beside it asks about that."""

from __future__ import annotations

import pytest

from tests.answers.made import asked
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Question
from vigie.answers.reading.beside_courtesy import beside_courtesy
from vigie.answers.reading.proposal import Proposal
from vigie.answers.reading.rank import Reading


def reading(line: str) -> Reading:
    query = read(line)
    return Reading(query, 0.0, {"form": -1.0}, Proposal(query, 0.2))


def found(question: Question, *lines: str, begins: bool = True) -> list[str]:
    asked, _ = beside_courtesy([reading(line) for line in lines], question, begins)
    return [write(one.query) for one in asked]


@pytest.mark.parametrize(
    ("question", "talk", "meant"),
    [
        (
            asked("merci bcp. la formation alors", topics="training"),
            "thanks",
            "training",
        ),
        (asked("bonsoir madame, les banques ?", topics="finance"), "greet", "finance"),
        (asked("slt ki enkete dans tout sa stp", topics="investigation"), "greet", "investigation"),
    ],
    ids=["thanks", "a greeting", "a question"],
)
def test_a_topic_beside_it_is_asked_about(question: Question, talk: str, meant: str) -> None:
    assert found(question, f"talk {talk}") == [f"select agency does={meant}"]


def test_what_was_read_of_it_stands_first() -> None:
    question = asked("coucou, la formation du DoJ", "doj", topics="training")
    lines = found(question, "talk greet", "describe dol", "describe doj about=training")
    assert lines == ["describe doj about=training", "describe doj"]


def test_a_sort_of_things_beside_it_is_asked_for() -> None:
    assert found(asked("parfait merci, les lois ?"), "talk thanks") == ["select law"]


@pytest.mark.parametrize(("begins", "lines"), [(True, ["select report"]), (False, [])])
def test_a_table_of_nothing_told_is_of_what_it_names(begins: bool, lines: list[str]) -> None:
    """It was asked which body, report or law was meant."""
    question = asked("fais moi donc un tableau de tous les rapports")
    assert found(question, "meta table", begins=begins) == lines


@pytest.mark.parametrize(
    ("question", "best"),
    [
        (asked("merci pour la formation", topics="training"), "talk thanks"),
        (asked("merci, c'est plus clair sur la formation", topics="training"), "talk thanks"),
        (asked("merci beaucoup"), "talk thanks"),
        (asked("merci bcp, je les préviens", topics="training"), "talk thanks"),
        (
            asked("bonsoir je suis le frere de ana et on a enquete", topics="investigation"),
            "talk greet",
        ),
        (asked("bonjour à tous"), "talk greet"),
        (asked("au revoir, les lois", topics="training"), "talk bye"),
        (asked("bonjour, la formation", topics="training"), "select agency does=training"),
    ],
    ids=[
        "thanks for it",
        "of what was told",
        "thanks",
        "what one does next",
        "a tale",
        "a greeting",
        "a farewell",
        "read already",
    ],
)
def test_where_nothing_is_asked_beside_it_is_left(question: Question, best: str) -> None:
    assert found(question, best) == []
