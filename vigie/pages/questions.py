"""What a page offers to ask: questions that the knowledge answers, in the words of the answers."""

from __future__ import annotations

from collections.abc import Iterator

from vigie.answers.follow import forms
from vigie.answers.grammar import Noun, typeset
from vigie.knowledge.model import Agency, Body, Entity, Report, Topic
from vigie.pages.book import Book

MOST = 3


def of(entity: Entity, book: Book) -> tuple[str, ...]:
    """At most three questions about a thing."""
    return tuple(_of(entity, book))[:MOST]


def on(topic: Topic) -> tuple[str, ...]:
    """The questions on a topic."""
    return tuple(typeset(text.format(label=topic.label)) for _, text in forms()["topic"])


def general() -> tuple[str, ...]:
    """Questions on the whole."""
    return tuple(typeset(text) for _, text in forms()["alone"])


def _of(entity: Entity, book: Book) -> Iterator[str]:
    noun = Noun(entity.name)
    names = {
        "le": format(noun, "le"),
        "du": format(noun, "du"),
        "court": format(noun, "bref"),
        "dcourt": format(noun, "bdu"),
    }
    for intent, text in forms().get(book.index.kind(entity), ()):
        if _held(intent, entity, book):
            yield typeset(text.format(**names))


def _held(intent: str, entity: Entity, book: Book) -> bool:
    """Whether the document says what is asked."""
    if isinstance(entity, Agency):
        return intent != "list_reports" or bool(book.index.reports_of(entity.id))
    if isinstance(entity, Body):
        held = {
            "list_members": entity.members,
            "chair": entity.chair,
            "origin_law": entity.origin,
            "appointer": entity.members and entity.members.appointed_by,
        }
        return bool(held.get(intent, True))
    if intent == "origin_date":
        when = entity.frequency or entity.date if isinstance(entity, Report) else None
        return bool(when or getattr(entity, "year", None))
    return True
