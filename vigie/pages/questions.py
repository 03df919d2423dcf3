"""What a page offers to ask: questions that the knowledge answers, in the words of the answers."""

from __future__ import annotations

from vigie.answers.canonical import made, templates
from vigie.answers.follow import held
from vigie.knowledge.model.knowledge import Entity, Topic
from vigie.pages.book import Book

MOST = 3


def of(entity: Entity, book: Book) -> tuple[str, ...]:
    """At most three questions about a thing."""
    return _worded(book.index.kind(entity), entity.id, book)[:MOST]


def on(topic: Topic, book: Book) -> tuple[str, ...]:
    """The questions on a topic."""
    return _worded("topic", topic.id, book)


def general(book: Book) -> tuple[str, ...]:
    """Questions on the whole."""
    return _worded("alone", "", book)


def _worded(kind: str, ident: str, book: Book) -> tuple[str, ...]:
    """The questions of a kind of thing that the document answers."""
    asked = [made(line, ident, book.view) for line in templates().get(kind, ())]
    return tuple(one.shown for one in asked if one and held(one.query, book.view))
