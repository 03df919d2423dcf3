"""The citation line: where the document says it, and what comes from elsewhere.

What the document does not say never stands under its citation: names in English, acronyms and
the hotline's number are looked for in the text of the reply, and cited with their own source.
"""

from __future__ import annotations

import re
from typing import Iterator

from vigie.answers.grammar import day, listing
from vigie.answers.reply import Link, Reply
from vigie.answers.updates import said
from vigie.answers.view import View
from vigie.knowledge.model import Outside


def cite(reply: Reply, view: View) -> Reply:
    """`reply` with its citation line and the sources outside of the document."""
    others = outside(reply, view)
    told = [_document(reply, view)] if reply.places else []
    told += [
        view.say(
            "outside_source",
            covers=one.covers,
            title=one.title,
            url=one.url,
            date=day(one.checked_on),
        )
        for one in others
    ]
    links = tuple(Link(one.title, one.url, one.checked_on) for one in others)
    return reply.with_(source=" ".join(told), sources=links)


def outside(reply: Reply, view: View) -> tuple[Outside, ...]:
    """The sources of what `reply` tells beyond the document, in the order of the file."""
    if reply.kind not in ("answer", "refusal"):
        return ()
    used = set(_used(said(reply), view))
    return tuple(one for one in view.knowledge.source.others if one.id in used)


def _used(text: str, view: View) -> Iterator[str]:
    safety = view.knowledge.safety
    if any(number in text for number in (safety.phone, safety.sms)):
        yield safety.source
    for entity in view.knowledge.entities:
        name = entity.name
        for word, source in ((name.en, name.en_source), (name.acronym, name.acronym_source)):
            if source and word and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text):
                yield source


def _document(reply: Reply, view: View) -> str:
    """Sections and paragraphs, and when the text was written."""
    source = view.knowledge.source
    titles = {section.id: section.title for section in source.sections}
    by_section: dict[str, list[int]] = {}
    for section, paragraph in reply.places:
        by_section.setdefault(section, []).append(paragraph)
    where = [
        view.say(
            "cited_section",
            title=titles.get(section, section),
            paragraphs=listing([str(p) for p in sorted(set(paragraphs))]),
        )
        for section, paragraphs in by_section.items()
    ]
    return view.say("source", where=" ; ".join(where), written=source.written)
