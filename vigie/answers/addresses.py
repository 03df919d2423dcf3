"""Where the pages of the knowledge are (vigie/pages), and which of them an answer leads to."""

from __future__ import annotations

from collections.abc import Mapping

from vigie.answers.grammar import capital
from vigie.answers.question import Focus
from vigie.answers.reply import Reply
from vigie.answers.typography import typeset
from vigie.answers.view import View

SLUGS: Mapping[str, str] = {
    "agency": "organismes",
    "body": "instances",
    "committee": "comites",
    "report": "rapports",
    "programme": "programmes",
    "law": "lois",
    "topic": "sujets",
}
"""For each sort of thing, the first part of its addresses."""
STRUCTURE = "/structure"
MOST = 2
"""Pages that an answer leads to."""

Address = Mapping[str, str]
"""A page of this service: its title, and its path."""


def path(kind: str, ident: str) -> str:
    """The page of a thing; for what has none of its own, the page of the whole."""
    return f"/{SLUGS[kind]}/{ident}" if kind in SLUGS else STRUCTURE


def pages(reply: Reply, view: View) -> tuple[Address, ...]:
    """The pages of what an answer is about: what it tells of, else its topics."""
    if reply.kind != "answer" or not reply.places:
        return ()
    focus = reply.focus or Focus()
    things = [one for one in dict.fromkeys(focus.subjects) if one in view.index]
    if things:
        return tuple(_thing(one, view) for one in things[:MOST])
    known = [one for one in dict.fromkeys(focus.topics) if view.index.is_topic(one)]
    return tuple(
        {"title": typeset(capital(view.topic(one).label)), "path": path("topic", one)}
        for one in known[:MOST]
    )


def _thing(ident: str, view: View) -> Address:
    title = typeset(capital(format(view.noun(ident), "seul")))
    return {"title": title, "path": path(view.kind(ident), ident)}
