"""Questions made by hand, and the real knowledge to ask them of: no model, no Rasa."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Optional

from vigie.answers.converse import converse
from vigie.answers.message import render
from vigie.answers.phrases import Phrases, load_phrases
from vigie.answers.query.line import read
from vigie.answers.question import Focus, Mention, Question
from vigie.answers.reading import beside
from vigie.answers.render.answer import answer as answered
from vigie.answers.reply import Reply
from vigie.answers.view import Tables, View
from vigie.knowledge.load import load
from vigie.nlu.shorthand import spell_out
from vigie.nlu.text import fold

ROOT = Path(__file__).parents[2]
LIKELY = 0.95
"""How likely the one form of a question made by hand is."""


@lru_cache(maxsize=1)
def tables() -> Tables:
    """Look-ups of the knowledge of the project."""
    return Tables(load(ROOT / "knowledge"))


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """The sentences of domain.yml."""
    return load_phrases(ROOT / "domain.yml")


def view(focus: Focus = Focus()) -> View:  # noqa: B008 (frozen)
    """What an answer is made from, after `focus`."""
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
    forms: str | Mapping[str, float] = "",
    **more: Any,
) -> Question:
    """A question as the understanding would hand it over; names and topics as words parted by
    spaces, `forms` as the line of the only likely one, or several with their probabilities.

    `text` is the wording without the names.
    """
    words = " ".join(spell_out(fold(text).split()))
    likely = forms if isinstance(forms, Mapping) else {forms: LIKELY} if forms else {}
    values: dict[str, Any] = {
        "forms": tuple(likely.items()),
        "mentions": (*map(mention, names.split()), *(mention(i, True) for i in without.split())),
        "topics": tuple(topics.split()),
        "excluded_topics": tuple(without_topics.split()),
        "scores": dict.fromkeys(topics.split(), 0.9),
        "words": words,
        "outside": words,
    }
    return Question(text, **{**values, **more})


def together(*clauses: Question, **whole: Any) -> Question:
    """A message of several stretches that ask; `whole` is how it is read as one."""
    return asked(" ".join(one.text for one in clauses), **whole, clauses=clauses)


def spoken(text: str, **more: object) -> Question:
    """A message of these words alone."""
    return Question(text, words=fold(text), **more)  # type: ignore[arg-type]


def talk(question: Question, focus: Focus = Focus()) -> tuple[Reply, Focus]:  # noqa: B008
    """The finished reply to a message after `focus`, and what is remembered."""
    return converse(question, focus, tables(), phrases())


def after(*lines: str) -> Focus:
    """What is remembered once the queries of these lines were asked, one after the other; by the
    light readers alone, whichever other is in use: the words of these messages say nothing."""
    reader, focus = beside.use(None), Focus()
    try:
        for line in lines:
            _, focus = talk(asked("?", forms=line), focus)
    finally:
        beside.use(reader)
    return focus


def answer(line: str, focus: Focus = Focus()) -> Optional[Reply]:  # noqa: B008
    """What the query of a line is answered; None where it has no answer."""
    return answered(read(line), view(focus))


def told(line: str) -> Reply:
    """The same; none at all fails the test."""
    reply = answer(line)
    assert reply is not None, line
    return reply


def said(reply: Optional[Reply]) -> str:
    """The text of a reply as a plain channel shows it, on one line, with plain spaces."""
    assert isinstance(reply, Reply), reply
    return plain(render(reply).text)


def plain(text: str) -> str:
    """`text` on one line, its special spaces and apostrophes made plain."""
    return " ".join(text.replace("\u2019", "'").split())


def in_order(text: str, pieces: list[str]) -> bool:
    """Whether all the pieces stand in the text, each after the one before."""
    place = 0
    for piece in pieces:
        place = text.find(piece, place)
        if place < 0:
            return False
        place += len(piece)
    return True
