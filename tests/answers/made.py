"""Questions made by hand, and the real knowledge to ask them of: no model, no Rasa."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from vigie.answers.ellipsis import ask
from vigie.answers.phrases import Phrases, load_phrases
from vigie.answers.question import Focus, Mention, Question
from vigie.answers.reply import Missing, Reply, render
from vigie.answers.view import Tables, View
from vigie.knowledge.load import load
from vigie.nlu.shorthand import spell_out
from vigie.nlu.text import fold

ROOT = Path(__file__).parents[2]


@lru_cache(maxsize=1)
def tables() -> Tables:
    """Look-ups of the knowledge of the project."""
    return Tables(load(ROOT / "knowledge"))


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """The sentences of domain.yml."""
    return load_phrases(ROOT / "domain.yml")


def view(focus: Focus = Focus()) -> View:  # noqa: B008 (frozen)
    """What a handler sees, after `focus`."""
    return View(tables(), phrases(), focus)


def mention(ident: str, excluded: bool = False) -> Mention:
    """An entity named in the text; "dos|doj" is a name that both bear, "?" one outside."""
    if ident == "?":
        return Mention(("other",), "outsider", excluded=excluded)
    ids = tuple(ident.split("|"))
    return Mention(ids, view().kind(ids[0]), excluded=excluded)


def asked(
    text: str = "",
    names: str = "",
    topics: str = "",
    without: str = "",
    without_topics: str = "",
    intent: str = "",
    **more: Any,
) -> Question:
    """A question as the understanding would hand it over; lists as words parted by spaces.

    `text` is the wording without the names.
    """
    words = " ".join(spell_out(fold(text).split()))
    values: dict[str, Any] = {
        "ranking": ((intent, 1.0),) if intent else (),
        "mentions": (*map(mention, names.split()), *(mention(i, True) for i in without.split())),
        "topics": tuple(topics.split()),
        "excluded_topics": tuple(without_topics.split()),
        "scores": dict.fromkeys(topics.split(), 0.9),
        "words": words,
        "outside": words,
    }
    return Question(text, **{**values, **more})


def said(reply: Reply | Missing | None) -> str:
    """The text of an answer as a plain channel shows it, on one line, with plain spaces."""
    assert isinstance(reply, Reply), reply
    return plain(render(reply).text)


def plain(text: str) -> str:
    """`text` on one line, its special spaces and apostrophes made plain."""
    return " ".join(text.replace("\u2019", "'").split())


def outcome(intent: str, question: Question, focus: Focus = Focus()) -> Reply | Missing | None:  # noqa: B008
    """What the handler of `intent` makes of the question, after `focus`."""
    return ask(intent, question, view(focus))


def answer(intent: str, question: Question, focus: Focus = Focus()) -> Reply:  # noqa: B008
    """The same; anything but a reply fails the test."""
    found = outcome(intent, question, focus)
    assert isinstance(found, Reply), found
    return found


def in_order(text: str, pieces: list[str]) -> bool:
    """Whether all the pieces stand in the text, each after the one before."""
    place = 0
    for piece in pieces:
        place = text.find(piece, place)
        if place < 0:
            return False
        place += len(piece)
    return True
