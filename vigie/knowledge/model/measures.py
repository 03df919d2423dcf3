"""What they act by: reports, programmes and laws."""

from __future__ import annotations

from typing import Literal

from vigie.knowledge.model.entry import Entry, Name, Place, Statement


class Report(Entry, frozen=True):
    """A publication. `owner` is an agency or a body; `date` where the source gives one."""

    id: str
    name: Name
    owner: str
    place: Place
    frequency: Literal["annual"] | None = None
    date: str = ""
    list: bool = False
    """Whether it is called a list."""
    topics: tuple[str, ...] = ()


class Programme(Entry, frozen=True):
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


class Law(Entry, frozen=True):
    """A law or its amendment. `amends` is the id of the law that it changes."""

    id: str
    name: Name
    place: Place
    about: Statement
    """Verb phrase: "crée ..."."""
    year: int | None = None
    amends: str | None = None
    creates: tuple[str, ...] = ()
