"""The hotline and the emergency number, apart from the document."""

from __future__ import annotations

from vigie.knowledge.model.entry import Entry, Name


class HotlineFact(Entry, frozen=True):
    """What the hotline's own pages say of it: what is told to somebody who asks for help."""

    answers: str
    """What it answers: a topic of vigie/distress/asked.py."""
    fr: str
    url: str
    checked_on: str


class Hotline(Entry, frozen=True):
    """How to reach help; its own source, apart from the document."""

    name: Name
    phone: str
    sms: str
    tty: str
    emergency: str
    hours: str
    voice_languages: str
    text_languages: str
    url: str
    checked_on: str
    review_by: str
    source: str = ""
    """The id of the outside source that all of this comes from, the emergency number apart."""
    emergency_source: str = ""
    """The id of the outside source of the emergency number."""
    programme: str = ""
    """The id of the programme that it is, where the document speaks of it."""
    says: tuple[HotlineFact, ...] = ()
