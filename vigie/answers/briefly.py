"""Long names said once: what was just named in full is called by its acronym, or by the name that
people use once they know it: « le HHS », « le Conseil consultatif »."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from vigie.answers.brief_names import BriefNames
from vigie.answers.query.line import read
from vigie.answers.query.model import Query, arguments
from vigie.answers.reading.context import stack
from vigie.answers.reply import Reply
from vigie.answers.view import View

NAMES_THINGS = ("answer", "refusal")
"""Kinds of replies that tell of things, or what is not told of them."""
NAMING = ("acronym", "expand", "english", "names")
"""What is asked for where the name itself is."""


@dataclass
class _Told:
    """What was said in full so far."""

    names: BriefNames
    known: set[str] = field(default_factory=set)

    def once(self, text: str) -> str:
        """A text in which each name is said in full the first time alone."""
        return self.names.instead(text, self._knew)

    def _knew(self, ident: str) -> bool:
        knew = ident in self.known
        self.known.add(ident)
        return knew


def briefly(reply: Reply, view: View) -> Reply:
    """A reply in which what it names twice, or what was spoken of before it, is called by its
    brief name. Not where the name is what is asked for, nor what a whole answer is about."""
    if reply.kind not in NAMES_THINGS:
        return reply
    queries = [read(line) for line in reply.queries]
    if any(one.want in NAMING for one in queries):
        return reply
    told = _Told(view.tables.brief_names, _spoken_of(view).difference(_described(queries)))
    parts = tuple(_said_once(one, told) for one in reply.parts)
    return _said_once(reply.with_(parts=()), told).with_(parts=parts)


def _said_once(reply: Reply, told: _Told) -> Reply:
    """A part of an answer. The items of a list are all called in full, or all briefly; in full
    where they are names and nothing else: who counts, or wants the names, is told them."""
    lead = told.once(reply.lead)
    listed = {one for item in reply.items for one in told.names.said_in(item)}
    in_full = not listed <= told.known or all(map(told.names.is_one, reply.items))
    each = _Told(told.names) if in_full else told
    items = tuple(map(each.once, reply.items))
    told.known |= listed
    return reply.with_(lead=lead, items=items, after=told.once(reply.after))


def _spoken_of(view: View) -> set[str]:
    """What the last answer was about, and what it named."""
    last = (one for query in stack(view.focus)[:1] for one in arguments(query))
    return {*view.focus.subjects, *view.focus.shown, *last} if view.focus.queries else set()


def _described(queries: Iterable[Query]) -> Iterator[str]:
    """The things of which all is told."""
    for query in queries:
        if query.act == "describe" and not query.about and not query.beside:
            yield from (one for one in query.subjects if isinstance(one, str))
