"""What people wrote is taught after something else too, with what it means there, and only where
that is beyond doubt."""

from __future__ import annotations

import re

import pytest

from evaluation.encoder.elsewhere import elsewhere
from evaluation.encoder.turn import Turn
from tests.answers.made import after, view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Mention

THREE, SEVEN = "select agency does=investigation", "select agency does=training"
MOVED = {
    "a place": ("index", "et le troisième ?", "", THREE, "describe eeoc", SEVEN, "describe doi"),
    "the last": ("index", "le dernier ?", "", THREE, "describe eeoc", SEVEN, "describe dhs"),
    "a pronoun": (
        "pronoun", "il forme aussi ?", "", "describe doj", "verify does(doj,training)",
        "get acronym dot", "verify does(dot,training)",
    ),
    "another name": (
        "subst", "et la Défense ?", "dod", "describe doj about=training",
        "describe dod about=training", "verify does(dhs,victim_assistance)",
        "verify does(dod,victim_assistance)",
    ),
    "what stands for it": (
        "@it", "il est où ?", "", "", "get address @it", "describe dot", "get address dot",
    ),
}  # fmt: skip
LEFT = {
    "a list that is too short": ("index", "le troisième ?", "", THREE, "describe eeoc", "compare doj dhs"),
    "things of another kind": ("index", "le premier ?", "", THREE, "describe doj", "select report"),
    "no place is said": ("index", "celui-là ?", "", THREE, "describe doj", SEVEN),
    "it takes the matter too": (
        "pronoun", "il le fait ?", "", "get budget dhs", "get budget doj", "describe dot",
    ),
    "the attribute too": ("index", "et le premier ?", "", "get origin pitf spog", "get origin pitf", "describe council spog"),
    "it asks more than the name": (
        "subst", "la Défense enquête-t-elle à l'étranger ?", "dod", "describe doj", "describe dod", "describe dhs",
    ),
    "a question that leaves its matter open": ("new", "qui fait ça chez eux ?", "", "", "vague", SEVEN),
    "a short one": ("new", "qui forme ?", "", "", SEVEN, THREE),
    "what it does not name": ("new", "qui préside cette équipe-là ?", "", "", "select agency chairs=pitf", THREE),
}  # fmt: skip


NAMES = re.compile("la (?:Défense|PITF)")


def focus(line: str) -> Focus:
    return after(line) if line else Focus()


def turn(link: str, text: str, named: str, before: str, line: str) -> Turn:
    """`named` is what "la Défense", "la PITF" stand for in the text."""
    found = NAMES.search(text)
    mentions = (Mention((named,), "agency", *found.span()),) if named and found else ()
    return Turn(text, read(line), focus(before), mentions, link)


def told(one: Turn, other: str) -> set[tuple[str, str]]:
    """What a turn is taught as after `other`."""
    beside = Turn("bon", read("told"), focus(other))
    found = elsewhere([one, one, *[beside] * 4], view().world)
    return {(write(new.query), other) for new in found if new.focus == beside.focus}


@pytest.mark.parametrize(
    ("link", "text", "named", "before", "line", "other", "there"), MOVED.values(), ids=MOVED
)
def test_it_means_there_what_stands_there(
    link: str, text: str, named: str, before: str, line: str, other: str, there: str
) -> None:
    assert told(turn(link, text, named, before, line), other) == {(there, other)}


@pytest.mark.parametrize(
    ("link", "text", "named", "before", "line", "other"), LEFT.values(), ids=LEFT
)
def test_what_may_mean_something_else_there_is_left(
    link: str, text: str, named: str, before: str, line: str, other: str
) -> None:
    assert told(turn(link, text, named, before, line), other) == set()


def test_what_says_all_it_asks_asks_the_same_after_anything() -> None:
    one = turn("new", "Qui préside la PITF aujourd'hui ?", "pitf", "", "select agency chairs=pitf")
    assert told(one, SEVEN) == {("select agency chairs=pitf", SEVEN)}
