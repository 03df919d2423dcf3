"""What a question leaves unsaid: the one thing without which its form asks nothing."""

from __future__ import annotations

from typing import Optional

import pytest

from tests.answers.made import asked, view
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Question
from vigie.answers.reading.context import referents
from vigie.answers.reading.evidence import gather
from vigie.answers.reading.lacking import Lacking, lacking

WORLD = view().world


def found(question: Question, focus: Focus = Focus()) -> Optional[Lacking]:  # noqa: B008
    evidence = gather(question, WORLD)
    return lacking(question.forms, evidence, referents(focus, WORLD), WORLD)


def lines(question: Question) -> list[str]:
    missing = found(question)
    assert missing is not None
    return [write(query) for _, query in missing.choices]


def test_a_form_without_its_thing_lacks_it_and_each_that_would_do_makes_a_query() -> None:
    assert lines(asked("qui préside", forms="select agency chairs=?")) == [
        "select agency chairs=pitf",
        "select agency chairs=spog",
        "select agency chairs=council",
    ]


def test_what_is_named_stays_where_it_is() -> None:
    made = lines(asked("préside-t-il", names="pitf", forms="verify chairs(?,?)"))
    assert "verify chairs(dos,pitf)" in made
    assert all(line.endswith(",pitf)") for line in made)


def test_a_thing_is_not_offered_beside_itself() -> None:
    made = lines(asked("quelle différence avec", names="doj", forms="compare ? ?"))
    assert "compare doj dhs" in made and "compare doj doj" not in made


LACKS_NOTHING = {
    "its thing is named": asked("qui préside", names="pitf", forms="select agency chairs=?"),
    "it asks of nothing named": asked("quels comités", forms="select committee"),
    "a topic is no thing to choose": asked("qui fait ça", forms="select agency does=?"),
    "a number is no thing to choose": asked("quelle loi", forms="select law year=?"),
    "it leans on what was said": asked("et lui", forms="~same"),
    "it asks no fact": asked("merci", forms="talk thanks"),
    "nothing is likely": asked("abcd"),
    "two things of a claim": asked("le préside-t-il", forms="verify chairs(?,?)"),
    "a form of an older corpus": asked("vieux", forms="choose agency"),
}


@pytest.mark.parametrize("question", LACKS_NOTHING.values(), ids=LACKS_NOTHING)
def test_it_lacks_nothing_that_can_be_asked_for(question: Question) -> None:
    assert found(question) is None


def test_what_was_spoken_of_is_not_lacking() -> None:
    question = asked("combien", forms="get number ?")
    assert found(question) is not None
    assert found(question, Focus(subjects=("spog",))) is None


def test_both_things_of_a_comparison_may_be_lacking() -> None:
    missing = found(asked("quelle différence", forms="compare ? ?"))
    assert missing is not None and (missing.act, missing.choices) == ("compare", ())


def test_how_likely_it_is_comes_with_it() -> None:
    missing = found(asked("combien", forms={"get number ?": 0.3, "count report": 0.2}))
    assert missing is not None and missing.likelihood == 0.3
