"""A pronoun of several stands for the whole list that was shown."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, said, talk
from tests.answers.reading.test_understand import best

COMMITTEES = "select committee"
THREE = "select agency does=investigation"


@pytest.mark.parametrize(
    ("line", "text", "form", "read"),
    [
        (COMMITTEES, "et ils portent sur quoi", "describe ?", "describe {committee}"),
        ("count committee", "ils font quoi", "describe ?", "describe {committee}"),
        ("select report by=dol", "ils datent de quand", "get date ?", "get date {report by=dol}"),
        ("select law", "elles sont de quelle annee", "get date ?", "get date {law}"),
        (THREE, "et eux ils publient quoi", "select report by=?",
         "select report by={agency does=investigation}"),
    ],
)  # fmt: skip
def test_what_is_asked_of_them_is_asked_of_all(line: str, text: str, form: str, read: str) -> None:
    assert best({form: 0.9}, after(line), text=text) == read


def test_one_is_no_plural() -> None:
    focus = after("select agency chairs=pitf")
    assert best({"describe ?": 0.9}, focus, text="ils font quoi") == "describe dos"


def test_whoever_is_named_is_meant() -> None:
    assert best({"describe ?": 0.9}, after(COMMITTEES), text="ils", names="doj") == "describe doj"


def test_seven_agencies_are_not_described_at_once() -> None:
    """Nobody would read it: which of them is asked back."""
    focus = after("select agency does=training")
    assert "{" not in best({"describe ?": 0.9}, focus, text="ils font quoi")


def test_five_committees_are_all_told() -> None:
    question = asked("ils portent sur quoi", forms="describe ?")
    text = said(talk(question, after("select committee"))[0])
    assert text.count("• Le comité sur") == 5


@pytest.mark.parametrize(
    ("line", "text", "form", "read"),
    [
        ("verify chairs(dos,pitf) & chairs(dos,spog)", "leurs membres c est qui",
         "get composition ?", "get composition pitf spog"),
        ("compare council dol", "ils font de la recherche eux", "verify does(?,?)",
         "verify does(council,research) & does(dol,research)"),
        ("get owner ag_report council_report", "leurs titres en anglais", "get english ?",
         "get english ag_report council_report"),
    ],
)  # fmt: skip
def test_several_that_were_not_listed_are_meant_together_too(
    line: str, text: str, form: str, read: str
) -> None:
    topics = "research" if "does" in form else ""
    assert best({form: 0.9}, after(line), text=text, topics=topics) == read


@pytest.mark.parametrize(
    "text", ["ca sort tous les ans", "ca sort tous les deux ans", "il sort tous ses chiffres quand"]
)
def test_what_goes_with_a_noun_is_no_pronoun(text: str) -> None:
    focus = after("get owner ag_report council_report")
    assert " " not in best({"get frequency ?": 0.9}, focus, text=text)[14:]


def test_whoever_is_picked_by_their_place_is_meant_alone() -> None:
    read = best(
        {"verify does(?,?)": 0.9},
        after("compare doj dhs"),
        text="le premier forme tous nos agents, chacun",
        topics="training",
    )
    assert read == "verify does(doj,training)"
