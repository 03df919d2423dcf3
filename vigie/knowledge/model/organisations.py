"""Who acts: the agencies, the bodies that bring them together, and their committees."""

from __future__ import annotations

from typing import Literal

from vigie.knowledge.model.entry import Entry, Name, Place, Statement


class Duty(Entry, frozen=True):
    """What an agency does: a verb phrase in the third person, and the topics it belongs to."""

    does: str
    topics: tuple[str, ...]
    place: Place
    matter: str | None = None
    """The topic that it is about where that is not trafficking itself: cases of discrimination."""


class Agency(Entry, frozen=True):
    """A federal agency. One without duties is only named by the source."""

    id: str
    name: Name
    place: Place
    kind: Literal["department", "agency", "office", "commission", "council", "directorate"]
    white_house: bool = False
    """Whether the source attaches it to the White House."""
    duties: tuple[Duty, ...] = ()


class Chair(Entry, frozen=True):
    """Who chairs a body."""

    agency: str
    place: Place


class Members(Entry, frozen=True):
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


class Origin(Entry, frozen=True):
    """What created a thing and when; `year` is absent where the source gives none."""

    law: str
    place: Place
    year: int | None = None


class Body(Entry, frozen=True):
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


class Committee(Entry, frozen=True):
    """A standing committee of a body; `theme` is a noun phrase with its article."""

    id: str
    name: Name
    theme: str
    body: str
    order: int
    topics: tuple[str, ...]
    place: Place
