"""One query a fact, whatever anybody's wording: what a state of the knowledge answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Mapping, Optional

import yaml

from vigie.answers.citation import cite
from vigie.answers.message import render
from vigie.answers.query.line import read
from vigie.answers.query.model import Query, arguments
from vigie.answers.render.answer import answer as replied
from vigie.answers.render.worded import worded
from vigie.answers.reply import Reply
from vigie.answers.typography import typeset
from vigie.answers.updates import tell
from vigie.answers.view import View

_FILE = Path(__file__).with_name("follow.yml")


@lru_cache(maxsize=1)
def templates() -> Mapping[str, Any]:
    """The queries that may follow, by the kind of thing that was spoken of."""
    found: Mapping[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return found


@dataclass(frozen=True)
class Canonical:
    """A query, and the question by which it is shown."""

    query: Query
    shown: str


def made(template: str, ident: str, view: View) -> Optional[Canonical]:
    """The question of a template about something; None where it cannot be put."""
    query = read(template.replace("{id}", ident))
    text = worded(query, view)
    return Canonical(query, typeset(text)) if text else None


def questions(view: View) -> Iterator[Canonical]:
    """Those of every entity and topic of a state, in the order of its files."""
    facts = templates()["facts"]
    for entity in view.knowledge.entities:
        for template in facts.get(view.kind(entity.id), ()):
            yield from filter(None, [made(template, entity.id, view)])
    for topic in view.knowledge.topics:
        for template in facts["topic"]:
            yield from filter(None, [made(template, topic.id, view)])
    for template in facts["alone"]:
        yield from filter(None, [made(template, "", view)])


def answer(question: Canonical, view: View) -> str:
    """What a state answers; "" where it has nothing to say, or does not know the entity."""
    index = view.index
    if not all(one in index or index.is_topic(one) for one in _named(question.query, view)):
        return ""
    reply = reply_to(question, view)
    return render(cite(tell(reply, view), view)).text if reply else ""


def _named(query: Query, view: View) -> Iterator[str]:
    """The ids in a query, without its fixed words ("no", "annual")."""
    fixed = {"yes", "no"}
    return (one for one in arguments(query) if one not in fixed)


def reply_to(question: Canonical, view: View) -> Optional[Reply]:
    """The reply to a question on what `view` knows; None where it has nothing to say."""
    return replied(question.query, view)
