"""Whom a message names beside what it asks, and the document does not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers.made import asked, said, talk, together
from vigie.answers.question import Mention, Question

INVESTIGATE = "select agency does=investigation"
UNNAMED = "Le document ne nomme pas « FBI »."


def naming(text: str, forms: str, **more: Any) -> Question:
    at = text.index("FBI")
    named = (Mention(("other",), "outsider", at, at + 3),)
    return asked(text, topics="investigation", forms=forms, mentions=named, **more)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("qui enquête, le FBI ?", True),
        ("je travaille au FBI, qui enquête ?", False),
        ("qui enquête à part le FBI ?", True),
        ("tu as oublié le FBI, qui enquête ?", True),
    ],
    ids=["beside", "of oneself", "set aside", "forgotten"],
)
def test_it_is_told_that_the_document_does_not_name_them(text: str, told: bool) -> None:
    reply, _ = talk(naming(text, INVESTIGATE))
    assert "Trois organismes" in said(reply)
    assert (UNNAMED in said(reply)) is told


def test_once() -> None:
    reply, _ = talk(naming("le FBI enquête ?", "verify does(?,?)"))
    assert said(reply).count("ne nomme pas") == 1


def test_of_several_answers_after_the_last() -> None:
    parts = (
        asked("qui préside", "pitf", forms="select agency chairs=?"),
        asked("les lois", forms="select law"),
    )
    whole = together(*parts, mentions=naming("et le FBI", "vague").mentions)
    text = said(talk(Question(**{**whole.__dict__, "text": "et le FBI, qui préside, les lois"}))[0])
    assert text.count(UNNAMED) == 1 and text.index("JvTA") < text.index(UNNAMED)


def test_whoever_is_said_to_do_what_one_alone_does_is_not_told_of_again() -> None:
    """ "Nommés par le FBI ?": who appoints them was told."""
    text = said(talk(naming("le FBI nomme le Conseil ?", "verify appoints(@FBI,council)"))[0])
    assert "nommés par le président" in text and UNNAMED not in text
