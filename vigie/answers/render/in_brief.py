"""What an agency sees to, in a sentence of topics."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.grammar import listing, of, unique
from vigie.answers.render.words import label
from vigie.answers.view import View


def sees_to(ident: str, view: View) -> str:
    """The topics of all its duties, without those that another of them holds."""
    topics = unique(topic for duty in view.agency(ident).duties for topic in duty.topics)
    wide = [one for one in topics if not _within(one, topics, view)]
    matters = apart([of(label(topic, view)) for topic in wide])
    return view.say("in_short_does", agency=view.noun(ident), matters=matters)


def apart(labels: Sequence[str]) -> str:
    """Topics or phrases one after the other, apart from each other where one holds an "et"."""
    return " ; ".join(labels) if any(" et " in one for one in labels) else listing(labels)


def _within(topic: str, topics: Sequence[str], view: View) -> bool:
    """Whether another of the topics holds this one."""
    return any(topic in view.tables.below(other) for other in topics if other != topic)
