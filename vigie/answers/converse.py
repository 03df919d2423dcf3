"""From a question and what was said before to the finished reply and the new focus."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from vigie.answers import wording
from vigie.answers.gate import best_reading, remember
from vigie.answers.grammar import listing
from vigie.answers.phrases import Phrases
from vigie.answers.question import Focus, Question
from vigie.answers.reply import Reply
from vigie.answers.view import Tables, View


def converse(
    question: Question, focus: Focus, tables: Tables, phrases: Phrases
) -> tuple[Reply, Focus]:
    """The reply to a message (one or two questions) and what to remember of it."""
    view = View(tables, phrases, focus)
    if len(question.parts) > 1:
        reply = _several(question, view)
        if reply is not None:
            return _cite(reply, view), remember(reply, focus)
    reply = best_reading(question, view)
    return _cite(reply, view), remember(reply, focus)


def _several(question: Question, view: View) -> Optional[Reply]:
    """Two questions, two answers; None unless each part has an answer of its own."""
    replies: list[Reply] = []
    focus = view.focus
    for part in question.parts:
        leans = (
            bool(replies) and wording.has(part.words, "pronoun") and wording.has(part.words, "wh")
        )
        if not (part.mentions or part.topics or leans):
            return None
        reply = best_reading(part, View(view.tables, view.phrases, focus))
        if reply.kind != "answer" or reply.confidence < 0.3:
            return None
        replies.append(reply)
        focus = remember(reply, focus)
    if len({(r.lead, r.items) for r in replies}) < 2:
        return None
    places = tuple(dict.fromkeys(place for reply in replies for place in reply.places))
    updates = tuple(dict.fromkeys(update for reply in replies for update in reply.updates))
    return Reply("", parts=tuple(replies), places=places, updates=updates, focus=focus)


def _cite(reply: Reply, view: View) -> Reply:
    """`reply` with its citation line: sections, paragraphs, and when the text was written."""
    if not reply.places:
        return reply
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
    line = view.say("source", where=" ; ".join(where), written=source.written)
    return replace(reply, source=line)
