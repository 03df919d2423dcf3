"""The plainest question of all: who sees to the trafficking, with no topic."""

from __future__ import annotations

import pytest

from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Question
from vigie.answers.reading.of_the_whole import of_the_whole
from vigie.answers.reading.proposal import Proposal
from vigie.answers.reading.rank import Reading


def reading(line: str) -> Reading:
    query = read(line)
    return Reading(query, 0.0, {"form": -1.0}, Proposal(query, 0.2))


WHO = "quelle agence s occupe de la traite des personnes aux etats unis"


@pytest.mark.parametrize(
    ("words", "best", "meant"),
    [
        (WHO, "select agency does=forced_labour", "select agency"),
        (WHO, "select agency does=@", "select agency"),
        (WHO, "none near", "select agency"),
        (WHO, "meta overview", "select agency"),
        ("bonsoir qui lutte contre la traite", "vague", "select agency"),
        ("combien d agences luttent contre la traite", "count agency does=@", "count agency"),
    ],
)
def test_the_subject_alone_is_no_topic(words: str, best: str, meant: str) -> None:
    found = of_the_whole([reading(best)], Question("", words=words))
    assert found is not None and write(found.query) == meant


@pytest.mark.parametrize(
    ("words", "best", "scores"),
    [
        (WHO, "select agency does=training", {"training": 0.8}),
        (WHO, "select agency chairs=pitf", {}),
        (WHO, "select agency does=@ except=doj", {}),
        (WHO, "none country", {}),
        ("qui s occupe de la traite", "meta overview", {}),
        ("qui forme les policiers contre la traite", "select agency does=@", {}),
        ("qui lutte contre la traite d organes", "select agency does=@", {}),
        ("c est quoi la traite", "none near", {}),
        ("qui s occupe des enquetes", "select agency does=@", {}),
    ],
)
def test_where_more_is_said_it_is_left(words: str, best: str, scores: dict[str, float]) -> None:
    question = Question("", words=words, scores=scores)
    assert of_the_whole([reading(best)], question) is None
