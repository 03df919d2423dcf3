"""All that is known, and what a question can be about."""

from __future__ import annotations

from vigie.knowledge.model.entry import Entry, Name, Place, Statement
from vigie.knowledge.model.hotline import Hotline
from vigie.knowledge.model.measures import Law, Programme, Report
from vigie.knowledge.model.organisations import Agency, Body, Committee
from vigie.knowledge.model.sources import Source, Update


class Topic(Entry, frozen=True):
    """A subject by which people look for an agency."""

    id: str
    label: str
    """Noun phrase with its article, for "en matière de"-free sentences: "les enquêtes"."""
    ways: tuple[str, ...]
    """At least 25 words, phrases and situations by which people mean it."""
    within: tuple[str, ...] = ()
    """Broader topics: a duty of this topic also counts for them."""
    near: tuple[str, ...] = ()
    """Topics that people take for it: who sees to one of them and not to it is said to do that."""


class Context(Entry, frozen=True):
    """What the introduction says of the whole effort."""

    id: str
    name: Name
    place: Place
    statements: tuple[Statement, ...]
    """Full sentences."""


Entity = Agency | Body | Committee | Report | Programme | Law | Context
"""Whatever a question can be about by name."""


class Knowledge(Entry, frozen=True):
    """All that was loaded. The tuples keep the order of the files, which is the document's."""

    source: Source
    agencies: tuple[Agency, ...]
    bodies: tuple[Body, ...]
    committees: tuple[Committee, ...]
    reports: tuple[Report, ...]
    programmes: tuple[Programme, ...]
    laws: tuple[Law, ...]
    contexts: tuple[Context, ...]
    topics: tuple[Topic, ...]
    updates: tuple[Update, ...]
    safety: Hotline
    digest: str = ""
    """SHA-256 of the files it was read from, hexadecimal."""

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Every entity: agencies, bodies, committees, reports, programmes, laws, contexts."""
        return (
            *self.agencies,
            *self.bodies,
            *self.committees,
            *self.reports,
            *self.programmes,
            *self.laws,
            *self.contexts,
        )
