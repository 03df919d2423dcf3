"""A reply as the message that a channel gets: its plain text, its buttons, its structure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from vigie.answers.grammar import sentence
from vigie.answers.reply import CHOICE, Reply
from vigie.answers.typography import typeset

MARK = " : "
"""What stands between a beginning and what it begins."""


@dataclass(frozen=True)
class Rendered:
    """A reply as a plain channel gets it, with its structure for richer ones."""

    text: str
    buttons: tuple[Mapping[str, str], ...] = ()
    custom: Mapping[str, Any] = field(default_factory=dict)


def render(reply: Reply) -> Rendered:
    """The plain text (one line a paragraph or item), the buttons, and the structure."""
    parts = reply.parts or (reply,)
    lines = [sentence(note) for note in dict.fromkeys(one.plain_note for one in parts) if note]
    lines += [line for part in parts for line in _lines(part)]
    lines += _told_once([sentence(update) for update in reply.updates])
    lines += [reply.source] if reply.source else []
    text = typeset("\n".join(lines))
    buttons = tuple(
        {"title": typeset(choice.title), "payload": f"{CHOICE}{position + 1}"}
        for position, choice in enumerate(reply.choices)
    )
    custom = {
        "kind": reply.kind,
        "answers": [_structure(part) for part in reply.parts or (reply,)],
        "updates": [typeset(sentence(update)) for update in reply.updates],
        "changes": [asdict(link) for link in reply.changes],
        "source": typeset(reply.source),
        "sources": [asdict(link) for link in reply.sources],
        "document": listed(asdict(reply.cited)) if reply.cited else None,
        "follow": [typeset(choice.title) for choice in reply.follow],
        "pages": [dict(page) for page in reply.pages],
    }
    return Rendered(text, buttons, custom)


def _told_once(sentences: Sequence[str]) -> list[str]:
    """Sentences that begin alike as items under that beginning: « Depuis la rédaction : »."""
    begun, mark, _ = sentences[0].partition(MARK) if sentences else ("", "", "")
    alike = all(one.startswith(begun + mark) for one in sentences)
    if len(sentences) < 2 or not mark or not alike:
        return list(sentences)
    items = (f"• {one.removeprefix(begun + mark)}" for one in sentences)
    return [f"{begun}{mark}".rstrip(), *items]


def _structure(part: Reply) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "lead": typeset(sentence(part.lead)) if part.lead else "",
        "items": [typeset(item) for item in part.items],
        "after": typeset(sentence(part.after)) if part.after else "",
    }
    if part.numbered:
        shown["numbered"] = True
    if part.table:
        rows = [
            {
                "head": typeset(row.head),
                "cells": [[typeset(text) for text in cell] for cell in row.cells],
            }
            for row in part.table.rows
        ]
        shown["table"] = {"columns": [typeset(one) for one in part.table.columns], "rows": rows}
    return shown


def listed(value: Any) -> Any:
    """A value with lists in the place of tuples, as JSON gives it back."""
    if isinstance(value, dict):
        return {key: listed(one) for key, one in value.items()}
    return [listed(one) for one in value] if isinstance(value, (list, tuple)) else value


def _mark(place: int, reply: Reply) -> str:
    return f"{place}." if reply.numbered else "•"


def _lines(reply: Reply) -> list[str]:
    lines = [sentence(reply.lead)] if reply.lead else []
    lines += [f"{_mark(place, reply)} {item}" for place, item in enumerate(reply.items, 1)]
    lines += [sentence(reply.after)] if reply.after else []
    return lines
