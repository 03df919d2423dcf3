"""Who greets or thanks and names something beside it asks about that."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Question
from vigie.answers.reading.beside_courtesy import beside_courtesy
from vigie.answers.reading.proposal import Proposal
from vigie.answers.reading.rank import Reading


def reading(line: str) -> Reading:
    query = read(line)
    return Reading(query, 0.0, {"form": -1.0}, Proposal(query, 0.2))


def found(question: Question, *lines: str, focus: Focus = Focus()) -> list[str]:  # noqa: B008
    asked, _ = beside_courtesy([reading(line) for line in lines], question, focus, view().world)
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


@pytest.mark.parametrize(
    ("text", "before", "lines"),
    [
        ("fais moi donc un tableau de tous les rapports", "", ["select report"]),
        ("un tableau des rapports", "verify chairs(dos,spog)", ["select report"]),
        ("un tableau des rapports", "select report by=dol", []),
        ("un tableau de ces rapports", "verify chairs(dos,spog)", []),
        ("un tableau", "verify chairs(dos,spog)", []),
    ],
    ids=["first", "of another sort", "of what was told", "of these", "of nothing"],
)
def test_a_table_of_what_was_not_told_is_of_what_it_names(
    text: str, before: str, lines: list[str]
) -> None:
    """It was asked which body, report or law was meant, or the last answer was told again."""
    focus = after(before) if before else Focus()
    assert found(asked(text), "meta table", focus=focus) == lines


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
