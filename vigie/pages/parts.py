"""What a page is made of, before any HTML: texts are typeset, addresses are paths of this site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Union


@dataclass(frozen=True)
class Link:
    """A link to a page of this site."""

    text: str
    path: str
    lang: str = ""
    """"en" for a name that is English in the document itself."""


@dataclass(frozen=True)
class English:
    """A text in English inside a French one."""

    text: str


Piece = Union[str, Link, English]


@dataclass(frozen=True)
class Fact:
    """A line of a list: text and links, where the document says it, and what lies under it."""

    pieces: tuple[Piece, ...]
    place: str = ""
    """As cited: "Organes composant la PITF, § 2"."""
    topics: tuple[Link, ...] = ()
    below: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Block:
    """A heading and its facts."""

    id: str
    title: str
    facts: tuple[Fact, ...]
    ordered: bool = False

    @property
    def place(self) -> str:
        """Where the document says all of it, when that is one place: it is then shown once."""
        places = {fact.place for fact in self.facts}
        return places.pop() if len(places) == 1 else ""


@dataclass(frozen=True)
class Site:
    """A page of another site: its address, and how it is called in a line."""

    url: str
    text: str


@dataclass(frozen=True)
class Change:
    """What changed since the document: never in place of what it says."""

    text: str
    sources: tuple[Site, ...]
    checked: str
    """The day, in words."""


@dataclass(frozen=True)
class Beyond:
    """Where something comes from that the document does not give."""

    covers: str
    source: Site
    checked: str


@dataclass(frozen=True)
class Page:
    """A page of the knowledge."""

    path: str
    heading: str
    blocks: tuple[Block, ...]
    crumbs: tuple[Link, ...]
    """From the start page to the one above this one."""
    summary: str
    """One sentence, for search engines."""
    kind: str = ""
    """"Organisme fédéral": what it is, above the heading."""
    lang: str = ""
    """The language of the heading, where it is not French."""
    english: str = ""
    lead: str = ""
    place: str = ""
    questions: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    beyond: tuple[Beyond, ...] = ()
    near: tuple[Link, ...] = ()
    """Other pages that a reader of this one may want."""
    template: str = "page.html"
    more: Mapping[str, Any] = field(default_factory=dict)
    """What a template of its own shows besides."""
    about: Mapping[str, Any] = field(default_factory=dict)
    """schema.org: what the page is about, as JSON-LD without its context."""
