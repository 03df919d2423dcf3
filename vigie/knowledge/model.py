"""The shapes of what Vigie knows: one class a kind of YAML entry, frozen once loaded.

Every sentence that states a fact carries the `Place` where the source states it.
A verb phrase ("enquête sur ...") has no subject and no final full stop: the answers put
the name of the agency before it, or a bullet.
"""

from __future__ import annotations

from typing import Literal

import msgspec


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all entries: immutable, and an unknown key is an error."""


class Place(_Entry, frozen=True):
    """Where the source states a fact: the id of a section and a paragraph in it (from 1)."""

    section: str
    paragraph: int


SHORT = 20
"""Letters at most of a short name: the title of a quick reply on WhatsApp and Messenger."""


class Name(_Entry, frozen=True):
    """How a thing is called. `fr` has no article; `article` is le, la, l' or les."""

    fr: str
    article: Literal["le", "la", "l'", "les"]
    gender: Literal["m", "f"]
    en: str = ""
    acronym: str = ""
    """The short form shown in brackets and accepted as a name ("DoJ")."""
    short: str = ""
    """What stands on a button, where a platform has room for so few letters (see `SHORT`)."""
    also: tuple[str, ...] = ()
    """Other names by which people mean it, without article ("Pentagone")."""
    en_source: str = ""
    """The id of the outside source of `en`, where the document does not give it."""
    acronym_source: str = ""
    """The same for `acronym`."""
    bare: tuple[str, ...] = ()
    """Names that are also ordinary words: they mean it with a capital or an article ("Justice")."""


class Statement(_Entry, frozen=True):
    """A fact as a phrase in our own words, with its place."""

    says: str
    place: Place


class Duty(_Entry, frozen=True):
    """What an agency does: a verb phrase in the third person, and the topics it belongs to."""

    does: str
    topics: tuple[str, ...]
    place: Place


class Agency(_Entry, frozen=True):
    """A federal agency. One without duties is only named by the source."""

    id: str
    name: Name
    place: Place
    kind: Literal["department", "agency", "office", "commission", "council", "directorate"]
    white_house: bool = False
    """Whether the source attaches it to the White House."""
    duties: tuple[Duty, ...] = ()


class Chair(_Entry, frozen=True):
    """Who chairs a body."""

    agency: str
    place: Place


class Members(_Entry, frozen=True):
    """Who sits in a body: agencies in document order, or people described by `who`."""

    who: str
    """Noun phrase: "une quinzaine d'organismes", "onze rescapés de la traite"."""
    place: Place
    agencies: tuple[str, ...] = ()
    list_place: Place | None = None
    number: int | None = None
    """The exact number that the source gives, where it gives one."""
    number_says: str = ""
    """The number in the words of the source where it is not exact: "une quinzaine"."""
    appointed: Statement | None = None
    """Verb phrase in the passive: "sont nommés par le président des États-Unis"."""
    appointed_by: str | None = None
    """In one word, who appoints them: "president"; absent where the source names nobody."""


class Origin(_Entry, frozen=True):
    """What created a thing and when; `year` is absent where the source gives none."""

    law: str
    place: Place
    year: int | None = None


class Body(_Entry, frozen=True):
    """A body that brings agencies or people together: PITF, SPOG, advisory council."""

    id: str
    name: Name
    place: Place
    mission: Statement
    """Verb phrase: "coordonne ..."."""
    level: Statement | None = None
    """Predicate: "de niveau ministériel"."""
    members: Members | None = None
    chair: Chair | None = None
    origin: Origin | None = None
    advises: str | None = None
    """The id of the body that it advises."""
    topics: tuple[str, ...] = ()
    """The topics of its mission."""
    duties: tuple[Duty, ...] = ()
    """Whatever else it does."""


class Committee(_Entry, frozen=True):
    """A standing committee of a body; `theme` is a noun phrase with its article."""

    id: str
    name: Name
    theme: str
    body: str
    order: int
    topics: tuple[str, ...]
    place: Place


class Report(_Entry, frozen=True):
    """A publication. `owner` is an agency or a body; `date` where the source gives one."""

    id: str
    name: Name
    owner: str
    place: Place
    frequency: Literal["annual"] | None = None
    date: str = ""
    topics: tuple[str, ...] = ()


class Programme(_Entry, frozen=True):
    """A named programme, service or document that an agency runs, funds or delivers."""

    id: str
    name: Name
    owner: str
    relation: Statement
    """Verb phrase with {it} for the programme: "finance {it}", "délivre {it}"."""
    about: Statement
    """Verb phrase in the third person: "sensibilise le public ..."."""
    place: Place
    topics: tuple[str, ...] = ()


class Law(_Entry, frozen=True):
    """A law or its amendment. `amends` is the id of the law that it changes."""

    id: str
    name: Name
    place: Place
    about: Statement
    """Verb phrase: "crée ..."."""
    year: int | None = None
    amends: str | None = None
    creates: tuple[str, ...] = ()


class Topic(_Entry, frozen=True):
    """A subject by which people look for an agency."""

    id: str
    label: str
    """Noun phrase with its article, for "en matière de"-free sentences: "les enquêtes"."""
    ways: tuple[str, ...]
    """At least 25 words, phrases and situations by which people mean it."""
    within: tuple[str, ...] = ()
    """Broader topics: a duty of this topic also counts for them."""


class Section(_Entry, frozen=True):
    """A section of the source: its heading as we cite it."""

    id: str
    title: str
    paragraphs: int
    """How many paragraphs it has, the heading not counted."""


class Outside(_Entry, frozen=True):
    """A public page, other than the document, that a fact comes from."""

    id: str
    covers: str
    """What it is cited for, a noun phrase: "les noms anglais"."""
    title: str
    url: str
    checked_on: str
    review_by: str


class Source(_Entry, frozen=True):
    """The document behind all facts."""

    title: str
    language: str
    written: str
    """When, inferred: "entre octobre 2016 et la fin de 2017"."""
    inference: str
    """Why we believe so, one sentence."""
    sections: tuple[Section, ...]
    publisher: str = ""
    """Who published it, where that is established."""
    url: str = ""
    """Its public address, where that is established."""
    inference_source: str = ""
    """The id of the outside source that the inference rests on."""
    others: tuple[Outside, ...] = ()
    """The sources of whatever it does not say and Vigie tells."""
    outside: tuple[str, ...] = ()
    """Organisations that people ask about and that it does not name, to say so plainly."""


class Context(_Entry, frozen=True):
    """What the introduction says of the whole effort."""

    id: str
    name: Name
    place: Place
    statements: tuple[Statement, ...]
    """Full sentences."""


class Update(_Entry, frozen=True):
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
    shown: Literal["named", "subject"] = "named"
    """Whether it shows wherever its entity is named, or only where the answer is about it."""
    confirmed_by: tuple[str, ...] = ()
    """The addresses of other texts, independent of the first, that say the same."""
    missing: str = ""
    """What a draft lacks."""


class HotlineFact(_Entry, frozen=True):
    """What the hotline's own pages say of it: what is told to somebody who asks for help."""

    answers: str
    """What it answers: a topic of vigie/distress/asked.py."""
    fr: str
    url: str
    checked_on: str


class Hotline(_Entry, frozen=True):
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


Entity = Agency | Body | Committee | Report | Programme | Law | Context
"""Whatever a question can be about by name."""


class Knowledge(_Entry, frozen=True):
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
