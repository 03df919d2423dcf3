"""What every entry is made of: a name, a fact in our own words, its place in the source."""

from __future__ import annotations

from typing import Literal

import msgspec


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all entries: immutable, and an unknown key is an error."""


class Place(Entry, frozen=True):
    """Where the source states a fact: the id of a section and a paragraph in it (from 1)."""

    section: str
    paragraph: int


SHORT = 20
"""Letters at most of a short name: the title of a quick reply on WhatsApp and Messenger."""


class Name(Entry, frozen=True):
    """How a thing is called. `fr` has no article; `article` is le, la, l' or les."""

    fr: str
    article: Literal["le", "la", "l'", "les"]
    gender: Literal["m", "f"]
    en: str = ""
    acronym: str = ""
    """The short form shown in brackets and accepted as a name ("DoJ")."""
    short: str = ""
    """What stands on a button, where a platform has room for so few letters (see `SHORT`)."""
    again: str = ""
    """What it is called once its name was said in full, where it has no acronym: one of `also`, of
    the same gender and with the same article ("Conseil consultatif")."""
    also: tuple[str, ...] = ()
    """Other names by which people mean it, without article ("Pentagone")."""
    en_source: str = ""
    """The id of the outside source of `en`, where the document does not give it."""
    acronym_source: str = ""
    """The same for `acronym`."""
    bare: tuple[str, ...] = ()
    """Names that are also ordinary words: they mean it with a capital or an article ("Justice")."""


class Statement(Entry, frozen=True):
    """A fact as a phrase in our own words, with its place."""

    says: str
    place: Place
