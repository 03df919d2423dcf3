"""An utterance of the assistant as the page of an answer shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Union

from vigie.answers.english import said_in_english
from vigie.answers.grammar import day
from vigie.answers.typography import typeset
from vigie.pages.book import site
from vigie.pages.parts import Beyond, Change, English, Link, Piece
from vigie.pages.parts import Site as Elsewhere

NUMBERS = {
    "1-888-373-7888": "tel:+18883737888",
    "233733": "sms:233733",
    "911": "tel:911",
}
"""What a phone does with each number; a test compares them with knowledge/safety.yml."""
_NUMBER = re.compile(rf"(?<![\w-])({'|'.join(NUMBERS)})(?![\w-])")
LANGUAGES = ("fr", "en", "es", "ht")


@dataclass(frozen=True)
class Call:
    """A number that can be called or written to."""

    text: str

    @property
    def address(self) -> str:
        """What a phone does with it."""
        return NUMBERS[self.text]


Shown = Union[Piece, Call]
Line = tuple[Shown, ...]


@dataclass(frozen=True)
class Part:
    """An answer to one part of a question."""

    lead: Line
    items: tuple[Line, ...] = ()
    after: Line = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, tuple[tuple[Line, ...], ...]], ...] = ()


@dataclass(frozen=True)
class Message:
    """What the assistant says."""

    kind: str
    lang: str
    parts: tuple[Part, ...]
    changes: tuple[Change, ...] = ()
    source: str = ""
    document: Mapping[str, Any] = field(default_factory=dict)
    beyond: tuple[Beyond, ...] = ()
    choices: tuple[str, ...] = ()
    """What to ask next: whole questions, and choices by their titles."""
    pages: tuple[Link, ...] = ()
    """The pages on what it tells."""


def shown(said: Mapping[str, Any]) -> Message:
    """One utterance, as collected by the REST channel: text, buttons, custom."""
    custom: Mapping[str, Any] = said.get("custom") or {}
    names: Sequence[str] = custom.get("english") or ()
    answers = custom.get("answers") or [{"lead": one} for one in _lines(said)]
    lang = custom.get("lang")
    return Message(
        kind=str(custom.get("kind") or "answer"),
        lang=str(lang) if lang in LANGUAGES else "fr",
        parts=tuple(_part(answer, names) for answer in answers),
        changes=tuple(_change(one) for one in custom.get("changes") or ()),
        source=str(custom.get("source") or ""),
        document=custom.get("document") or {},
        beyond=tuple(_beyond(one) for one in custom.get("sources") or ()),
        choices=_choices(said, custom),
        pages=tuple(Link(str(o["title"]), str(o["path"])) for o in custom.get("pages") or ()),
    )


def _lines(said: Mapping[str, Any]) -> list[str]:
    return [line for line in str(said.get("text") or "").splitlines() if line.strip()]


def _choices(said: Mapping[str, Any], custom: Mapping[str, Any]) -> tuple[str, ...]:
    """A choice is picked by its title, for nothing is kept of what was said before: where things
    are offered by their names, "see the others" would no longer be understood."""
    buttons = [one for one in said.get("buttons") or () if one.get("title")]
    named = [one for one in buttons if one.get("short")]
    return tuple(str(one["title"]) for one in named or buttons) or tuple(custom.get("follow") or ())


def _part(answer: Mapping[str, Any], names: Sequence[str]) -> Part:
    table = answer.get("table") or {}
    rows = tuple(
        (
            str(row["head"]),
            tuple(tuple(_line(text, names) for text in cell) for cell in row["cells"]),
        )
        for row in table.get("rows") or ()
    )
    return Part(
        _line(answer.get("lead") or "", names),
        tuple(_line(item, names) for item in answer.get("items") or ()),
        _line(answer.get("after") or "", names),
        tuple(table.get("columns") or ()),
        rows,
    )


def _change(one: Mapping[str, Any]) -> Change:
    return Change(str(one["text"]), (_site(one, site(one["url"])),), _day(one["checked_on"]))


def _beyond(one: Mapping[str, Any]) -> Beyond:
    return Beyond(str(one["covers"]), _site(one, str(one["text"])), _day(one["checked_on"]))


def _site(one: Mapping[str, Any], text: str) -> Elsewhere:
    return Elsewhere(str(one["url"]), text)


def _day(iso: str) -> str:
    return typeset(day(date.fromisoformat(iso).isoformat()))


def _line(text: str, names: Iterable[str]) -> Line:
    """`text` with its English names marked and its numbers to be called."""
    found = said_in_english(text, tuple(names))
    pieces: list[Shown] = [text]
    for name in found:
        pieces = [part for piece in pieces for part in _cut(piece, name)]
    return tuple(part for piece in pieces for part in _numbers(piece) if part)


def _cut(piece: Shown, name: str) -> Iterable[Shown]:
    if not isinstance(piece, str):
        return [piece]
    parts = re.split(rf"((?<!\w){re.escape(name)}(?!\w))", piece)
    return [English(part) if part == name else part for part in parts]


def _numbers(piece: Shown) -> Iterable[Shown]:
    if not isinstance(piece, str):
        return [piece]
    return [Call(part) if _NUMBER.fullmatch(part) else part for part in _NUMBER.split(piece)]
