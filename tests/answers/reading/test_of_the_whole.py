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
        ("bonsoir quel organisme combat l esclavage", "talk greet", "select agency"),
        ("j ecris un polar sur la traite quel service gere cela", "vague", "select agency"),
        (
            "notre classe etudie la traite qui lutte contre",
            "select agency does=schools",
            "select agency",
        ),
        (
            "quelles agences et quels ministeres ont cette tache",
            "select agency kind=agency",
            "select agency",
        ),
        ("a qui cette lutte est elle confiee", "vague", "select agency"),
        ("traite", "none near", "meta overview"),
        ("la traite", "vague", "meta overview"),
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
        ("qui forme les policiers contre la traite", "select agency does=@", {}),
        ("qui lutte contre la traite d organes", "select agency does=@", {}),
        ("traite d organes", "none near", {}),
        ("c est quoi la traite", "none near", {}),
        ("qui s occupe des enquetes", "select agency does=@", {}),
        ("quels ministeres ont cette tache", "select agency kind=department", {}),
        ("je veux savoir qui soigne les victimes de la traite", "select agency does=@", {}),
        ("mon patron pratique la traite et me bat qui previent", "vague", {}),
    ],
)
def test_where_more_is_said_it_is_left(words: str, best: str, scores: dict[str, float]) -> None:
    question = Question("", words=words, scores=scores)
    assert of_the_whole([reading(best)], question) is None


def test_the_overview_tells_it_too() -> None:
    overview = reading("meta overview")
    assert of_the_whole([overview], Question("", words="qui s occupe de la traite")) is overview


def test_of_oneself_a_topic_may_be_told_before_it_is_asked() -> None:
    """The research of whoever writes is not that of an agency."""
    words, scores = "je fais des recherches sur la traite qui s en charge", {"research": 0.7}
    best = [reading("select agency does=research")]
    for place, whole in ((3, True), (9, False)):
        question = Question("", words=words, scores=scores, roles={"research": (place, 0.0)})
        assert bool(of_the_whole(best, question)) is whole


def test_this_mission_is_that_of_a_topic_that_was_spoken_of() -> None:
    question = Question("", words="qui a cette mission")
    assert of_the_whole([reading("vague")], question, ("training",)) is None
