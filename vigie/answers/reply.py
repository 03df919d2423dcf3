"""A reply as data, until it becomes a message: see `message.render`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Mapping, Optional, Sequence

from vigie.answers.question import Focus

CHOICE = "choix:"
"""What the key of a choice begins with: an opaque payload, never a Rasa intent."""


@dataclass(frozen=True)
class Choice:
    """Something to pick: its title, and the line of the query that picking it asks."""

    title: str
    query: str = ""
    more: tuple[Choice, ...] = ()
    """The choices that it stands for, where it shows others."""

    def as_slot(self, position: int, follows: bool = False) -> dict[str, Any]:
        """As kept in the `pending` slot; the key carries only its position. One that `follows` an
        answer is no choice among several: it has no place and no other name."""
        more = [one.as_slot(place) for place, one in enumerate(self.more)]
        return {
            "key": f"{CHOICE}{position + 1}",
            "title": self.title,
            "query": self.query,
            **({"more": more} if more else {}),
            **({"follows": True} if follows else {}),
        }

    @staticmethod
    def read(slot: Mapping[str, Any]) -> Choice:
        """From the slot."""
        more = tuple(map(Choice.read, slot.get("more", ())))
        return Choice(str(slot["title"]), str(slot.get("query", "")), more)


@dataclass(frozen=True)
class Link:
    """A public page that something comes from, and the day when it was checked (ISO)."""

    text: str
    url: str
    checked_on: str
    covers: str = ""
    """What it tells beyond the document, where it is a source of its own."""


@dataclass(frozen=True)
class Passage:
    """Where the document says something: the title of the section, and its paragraphs."""

    section: str
    paragraphs: tuple[int, ...]


@dataclass(frozen=True)
class Cited:
    """The document as an answer cites it; `years` is when it was written, in figures."""

    title: str
    url: str
    written: str
    years: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Row:
    """One point of a comparison: for each thing that is compared, what is said of it."""

    head: str
    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Table:
    """What the items of a comparison say, side by side: for a channel that can show it."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Reply:
    """What to say. `kind`: answer, clarify, refusal, talk or safety."""

    lead: str
    items: tuple[str, ...] = ()
    after: str = ""
    kind: str = "answer"
    choices: tuple[Choice, ...] = ()
    places: tuple[tuple[str, int], ...] = ()
    updates: tuple[str, ...] = ()
    focus: Optional[Focus] = None
    """What to remember; None leaves the focus as it was."""
    parts: tuple[Reply, ...] = ()
    """The replies of a message that asked several things, one after the other."""
    source: str = ""
    """The citation line, set when the reply is finished."""
    changes: tuple[Link, ...] = ()
    """What the updates say, with their addresses; set when the reply is finished."""
    sources: tuple[Link, ...] = ()
    """The sources other than the document; set when the reply is finished."""
    cited: Optional[Cited] = None
    """The document and its passages; set when the reply is finished."""
    plain_note: str = ""
    """What is said before it where it is plain text only: that no table can be drawn."""
    numbered: bool = False
    """Whether the items are told by their number."""
    table: Optional[Table] = None
    reason: str = ""
    """Why something that was asked is not told, in one fixed word: "figures", "budget"."""
    follow: tuple[Choice, ...] = ()
    """Questions to go on with; set when the reply is finished."""
    queries: tuple[str, ...] = ()
    """The lines of the queries that it answers; set when the reply is finished."""
    brief: bool = False
    """Whether it was asked for in few words: of what has changed it tells what has ended alone."""
    guessed: bool = False
    """Whether it says how the question was understood, being unsure of it."""
    fact: str = ""
    """What it says beside that; nothing where it is not guessed."""
    erases: bool = False
    """Whether nothing of the conversation is to be kept."""
    pages: tuple[Mapping[str, str], ...] = ()
    """Pages of this service on what it tells, as title and path; set when it is finished."""

    def with_(self, **changes: Any) -> Reply:
        """A copy with other values."""
        return replace(self, **changes)


def together(replies: Sequence[Reply]) -> Reply:
    """Several answers as one, in their order, with the places of all; the last one is what
    follow-ups resolve against."""
    return Reply(
        "",
        parts=tuple(part for reply in replies for part in (reply.parts or (reply,))),
        places=tuple(dict.fromkeys(place for reply in replies for place in reply.places)),
        updates=tuple(dict.fromkeys(update for reply in replies for update in reply.updates)),
        focus=replies[-1].focus,
    )
