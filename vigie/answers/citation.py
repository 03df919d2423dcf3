"""The citation line: where the document says it, and what comes from elsewhere.

What the document does not say never stands under its citation: names in English, acronyms and
the hotline's number are looked for in the text of the reply, and cited with their own source.
"""

from __future__ import annotations

import re

from vigie.answers.grammar import day, numbered
from vigie.answers.reply import Cited, Link, Passage, Reply
from vigie.answers.typography import typeset
from vigie.answers.updates import said
from vigie.answers.view import View
from vigie.knowledge.model.sources import Outside


def cite(reply: Reply, view: View) -> Reply:
    """`reply` with its citation line and the sources outside of the document."""
    others = outside(reply, view)
    cited = _cited(reply, view) if reply.places else None
    told = [_document(cited, view)] if cited else []
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
    links = tuple(
        Link(typeset(one.title), one.url, one.checked_on, typeset(one.covers)) for one in others
    )
    return reply.with_(source=" ".join(told), sources=links, cited=cited)


def outside(reply: Reply, view: View) -> tuple[Outside, ...]:
    """The sources of what `reply` tells beyond the document, in the order of the file."""
    if reply.kind not in ("answer", "refusal"):
        return ()
    words = view.tables.outside_words
    found = view.tables.outside_pattern.findall(said(reply)) if words else ()
    used = {words[one] for one in found if one in words}
    return tuple(one for one in view.knowledge.source.others if one.id in used)


def _cited(reply: Reply, view: View) -> Cited:
    """The document, and the passages that `reply` comes from."""
    source = view.knowledge.source
    titles = {section.id: section.title for section in source.sections}
    by_section: dict[str, list[int]] = {}
    for section, paragraph in reply.places:
        by_section.setdefault(section, []).append(paragraph)
    passages = tuple(
        Passage(typeset(titles.get(section, section)), tuple(sorted(set(paragraphs))))
        for section, paragraphs in by_section.items()
    )
    years = "\N{EN DASH}".join(dict.fromkeys(re.findall(r"\b\d{4}\b", source.written)))
    return Cited(typeset(source.title), source.url, source.written, years, passages)


def _document(cited: Cited, view: View) -> str:
    """Sections and paragraphs, and when the text was written."""
    where = [
        view.say(
            "cited_section",
            title=passage.section,
            paragraphs=numbered(passage.paragraphs),
        )
        for passage in cited.passages
    ]
    return view.say("source", where=" ; ".join(where), written=cited.written)
