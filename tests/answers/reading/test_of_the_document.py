"""What is asked of the document itself, and of nothing that it tells of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.answers.made import after, asked, said, talk, together, view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Focus
from vigie.answers.reading.of_the_document import of_the_document
from vigie.answers.reading.proposal import Proposal
from vigie.answers.reading.rank import Reading

NOTHING, DHS = Focus(), "describe dhs"


def heard(words: str, best: str, focus: Focus = NOTHING, **more: str) -> str:
    query = read(best)
    reading = Reading(query, 0.0, {"form": -1.0}, Proposal(query, 0.2))
    found = of_the_document([reading], asked(words, **more), focus, view().world)
    return write(found.query) if found else ""


@pytest.mark.parametrize(
    ("words", "best", "meant"),
    [
        ("de quoi parle ce document", "describe pitf", "meta overview"),
        ("ca parle de quoi", "vague", "meta overview"),
        ("titre du doc", "meta overview", "meta source"),
        ("qui l a ecrit", "get owner tip_report", "meta source"),
    ],
)
def test_it_is_asked_before_anything_else(words: str, best: str, meant: str) -> None:
    assert heard(words, best) == meant


def test_it_is_asked_later_where_it_is_named() -> None:
    assert heard("de quoi parle le document", DHS, after(DHS)) == "meta overview"
    assert heard("le titre de votre document", DHS, after("select report by=dol")) == "meta source"


@pytest.mark.parametrize(
    ("words", "line", "more"),
    [
        ("ca parle de quoi", "describe tip_report", {}),
        ("de quoi parle ce document", "select report by=dol", {}),
        ("de quoi parle le document", DHS, {"names": "dhs"}),
        ("le document parle de quoi sur les enfants", DHS, {"topics": "child_labour"}),
        ("c est ecrit ou", DHS, {}),
        ("j ai ecrit un article sur vous", "", {}),
        ("un titre de sejour", "", {}),
        ("un auteur de traite il risque quoi", "", {}),
        ("de quoi parle t on quand on dit traite", "", {}),
        ("de quoi parle le document qu il publie", "describe doj", {}),
    ],
)
def test_what_was_spoken_of_may_be_meant(words: str, line: str, more: dict[str, str]) -> None:
    assert heard(words, line or "told", after(line) if line else NOTHING, **more) == ""


def test_who_turns_to_it_leaves_what_was_spoken_of() -> None:
    message = together(asked("son titre", forms="vague"), forms="vague")
    message = replace(message, words="je parlais du document lui meme son titre")
    reply, focus = talk(message, after(DHS))
    assert "Organismes publics des États-Unis" in said(reply) and "dhs" not in focus.subjects
