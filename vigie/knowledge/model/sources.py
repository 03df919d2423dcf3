"""Where the facts come from: the document, other pages, and what changed since it was written."""

from __future__ import annotations

from typing import Literal, Optional

from vigie.knowledge.model.entry import Entry, Place


class Section(Entry, frozen=True):
    """A section of the source: its heading as we cite it."""

    id: str
    title: str
    paragraphs: int
    """How many paragraphs it has, the heading not counted."""
    words: tuple[str, ...] = ()
    """The words of each paragraph, in the order of the alphabet: to say whether one stands there.
    No sentence can be made of them."""


class Outside(Entry, frozen=True):
    """A public page, other than the document, that a fact comes from."""

    id: str
    covers: str
    """What it is cited for, a noun phrase: "les noms anglais"."""
    title: str
    url: str
    checked_on: str
    review_by: str


class Subject(Entry, frozen=True):
    """What the whole document is about."""

    name: str
    article: Literal["le", "la"]
    also: tuple[str, ...] = ()
    """What people call it too; whoever asks of that asks of it."""


class Source(Entry, frozen=True):
    """The document behind all facts."""

    title: str
    language: str
    written: str
    """When, inferred: "entre octobre 2016 et la fin de 2017"."""
    inference: str
    """Why we believe so, one sentence."""
    sections: tuple[Section, ...]
    subject: Optional[Subject] = None
    publisher: str = ""
    """Who published it, where that is established."""
    url: str = ""
    """Its public address, where that is established."""
    inference_source: str = ""
    """The id of the outside source that the inference rests on."""
    inference_place: Optional[Place] = None
    """Where the document states what the inference rests on."""
    others: tuple[Outside, ...] = ()
    """The sources of whatever it does not say and Vigie tells."""
    outside: tuple[str, ...] = ()
    """Organisations that people ask about and that it does not name, to say so plainly."""


Matter = Literal[
    "description", "name", "date", "rhythm", "law", "members", "owner", "contact", "duties"
]
"""What may be asked of an entity, see vigie/answers/matters.py."""


class Update(Entry, frozen=True):
    """What changed since the source was written; shown only when confirmed."""

    about: str
    """The id of an entity, or "document" for the document as a whole."""
    text: str
    url: str
    checked_on: str
    review_by: str
    status: Literal["draft", "confirmed"]
    topics: tuple[str, ...] = ()
    """The topics of the duties that it changes; without any, it is about all of the entity."""
    shown: Literal["named", "subject", "whole"] = "named"
    """Whether it shows wherever its entity is named, only where the answer is about it, or only
    where it tells all that an agency does."""
    asked: tuple[Matter, ...] = ()
    """Where it is told of these matters alone: what is asked of the entity; without any, of all."""
    ends: bool = False
    """Whether the entity no longer does what the document says: a yes is then one of its date."""
    confirmed_by: tuple[str, ...] = ()
    """The addresses of other texts, independent of the first, that say the same."""
    missing: str = ""
    """What a draft lacks."""
