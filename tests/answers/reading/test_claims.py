"""A message that claims several things is read claim by claim, where that is surer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.answers.made import asked, view
from vigie.answers.query.write import write
from vigie.answers.question import Question
from vigie.answers.reading.understand import understand

WORLD = view().world
SURE: dict[str, Any] = {"leans": {"lent": 0.9}}


def best(question: Question) -> str:
    return write(understand(question, WORLD).readings[0].query)


def claims(*parts: Question, forms: dict[str, float]) -> Question:
    """A message of these claims; `forms` is how it is read as a whole."""
    whole = asked(" ".join(one.text for one in parts), forms=forms, names="eeoc")
    return replace(whole, claims=parts)


NOT_THIS = asked("", names="eeoc", topics="prosecution", forms="verify !does(?,?)")
BUT_THAT = asked("elle", topics="discrimination", forms="verify does(?,?)", **SURE)


def test_a_claim_takes_its_subject_from_the_one_before() -> None:
    message = claims(NOT_THIS, BUT_THAT, forms={"describe ?": 0.02})
    assert best(message) == "verify !does(eeoc,prosecution) & does(eeoc,discrimination)"


def test_a_whole_that_is_surer_is_not_taken_apart() -> None:
    unsure = asked("", topics="discrimination", forms={"verify does(?,?)": 0.05})
    assert best(claims(NOT_THIS, unsure, forms={"describe ?": 0.99})) == "describe eeoc"


def test_what_is_no_claim_leaves_the_whole() -> None:
    other = asked("", names="pitf", forms="get level ?")
    assert best(claims(NOT_THIS, other, forms={"describe ?": 0.02})) == "describe eeoc"


def test_the_same_claim_twice_is_one_and_so_the_whole_stands() -> None:
    message = claims(NOT_THIS, NOT_THIS, forms={"describe ?": 0.02})
    assert best(message) == "describe eeoc"


BOTH = {"verify does(?,?) & does(?,?)": 0.9}


def test_several_who_do_the_same_share_its_topic() -> None:
    scores = {"investigation": 0.9, "grants": 0.05}
    message = asked("enquêtent tous deux", names="eeoc doj", forms=BOTH, scores=scores)
    assert best(message) == "verify does(eeoc,investigation) & does(doj,investigation)"


def test_several_who_do_each_their_own_do_not() -> None:
    scores, roles = (
        {"investigation": 0.9, "grants": 0.6},
        {"investigation": (1, 0), "grants": (6, 0)},
    )
    text = "le enquête et le donne des subventions"
    message = asked(text, names="doj hhs", forms=BOTH, scores=scores, roles=roles)
    assert best(message) == "verify does(doj,investigation) & does(hhs,grants)"


def test_the_reply_to_a_claim_read_apart_has_a_verdict_for_each() -> None:
    from tests.answers.made import talk

    reply, _ = talk(claims(NOT_THIS, BUT_THAT, forms={"describe ?": 0.02}))
    assert reply.queries == ("verify !does(eeoc,prosecution) & does(eeoc,discrimination)",)


def test_what_is_denied_of_a_stranger_and_claimed_of_somebody_known_is_claimed() -> None:
    """ "Ce n'est pas la police qui finance la ligne, c'est la Santé" was judged both ways."""
    stranger = asked("ce n'est pas la police", names="hhs hotline", forms="verify !runs(?,?)")
    known = asked("c'est", names="hhs hotline", forms="verify runs(?,?)")
    message = claims(stranger, known, forms={"describe ?": 0.02})
    assert best(message) == "verify runs(hhs,hotline)"
