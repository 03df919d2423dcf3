"""From a question and what was said before to the finished reply and the new focus."""

from __future__ import annotations

from typing import Optional

from vigie.answers import aspects, scope, wording
from vigie.answers.addresses import pages
from vigie.answers.asked import asked
from vigie.answers.citation import cite
from vigie.answers.doings import likely_topics
from vigie.answers.english import is_english
from vigie.answers.follow import follow
from vigie.answers.gate import best_reading, remember
from vigie.answers.grammar import sentence
from vigie.answers.phrases import Phrases
from vigie.answers.portraits import portrayed
from vigie.answers.question import Focus, Mention, Question
from vigie.answers.reply import Reply, together
from vigie.answers.updates import tell
from vigie.answers.view import Tables, View

SURE = 0.2
"""Least confidence of each answer when a message asks several questions."""
LONG = 40
"""Words from which a message tells a story before it asks."""


def converse(
    question: Question, focus: Focus, tables: Tables, phrases: Phrases
) -> tuple[Reply, Focus]:
    """The reply to a message (one or two questions) and what to remember of it."""
    view = View(tables, phrases, focus)
    if is_english(question.text):
        reply = _in_french_only(best_reading(question, view), question, view)
        return _cite(reply, view), remember(reply, focus)
    sure = asked(question, view)
    if sure is not None:
        return _cite(sure, view), remember(sure, focus)
    facts = aspects.told(question, view)
    each = _several(question, view) if len(question.parts) > 1 else None
    # Questions about two bodies each have their own; those about one may say too little alone.
    both = (each or facts) if len(question.ids("body")) > 1 else (facts or each)
    reply = both or _asked_last(question, view) or best_reading(question, view)
    return _cite(reply, view), remember(reply, focus)


def _several(question: Question, view: View) -> Optional[Reply]:
    """Two questions, two answers; None unless each part has an answer of its own."""
    replies: list[Reply] = []
    focus = view.focus
    told = len(question.words.split()) >= LONG and any(part.ids() for part in question.parts)
    skipped = False
    for part in _parts(question):
        asks = wording.has(part.words, "wh") or wording.has(part.words, "polar")
        leans = bool(replies) and wording.leans(part.words) and asks
        if not (part.mentions or part.topics or leans or likely_topics(part, view)):
            if not told:
                return None
            skipped = True  # a long message says much besides
            continue
        reply = best_reading(part, View(view.tables, view.phrases, focus))
        if reply.kind != "answer" or reply.confidence < SURE:
            return None
        replies.append(reply)
        focus = remember(reply, focus)
    replies = _once(replies)
    if skipped and len(replies) < 2:
        return None
    if len({(r.lead, r.items) for r in replies}) < 2:
        return replies[0] if len(replies) == 1 < len(question.parts) else None
    return together(replies).with_(focus=focus)


def _once(replies: list[Reply]) -> list[Reply]:
    """`replies` less the law of a body where its date is told too: the date comes with the law."""
    dated = {
        reply.focus.subjects
        for reply in replies
        if reply.focus and reply.focus.intent == "origin_date"
    }
    return [
        reply
        for reply in replies
        if not (
            reply.focus and reply.focus.intent == "origin_law" and reply.focus.subjects in dated
        )
    ]


def _parts(question: Question) -> tuple[Question, ...]:
    """The questions of a message. The only thing that it names, if it names it outside of
    them, is what they are about: "au sujet du Conseil : le nombre de ses membres, et..."."""
    named = [m for m in question.mentions if m.ids[:1] == question.ids() and not m.excluded]
    if not named or any(part.mentions for part in question.parts):
        return question.parts
    return tuple(
        part.about(named[0]) if wording.leans(part.words) else part for part in question.parts
    )


def _asked_last(question: Question, view: View) -> Optional[Reply]:
    """The answer to the only question of a long message that names something, where more is
    named before it: "mes camarades ont pris la Justice" is told and not asked."""
    if len(question.words.split()) < LONG:
        return None
    asked = [part for part in question.parts if part.ids()]
    if not asked:
        return _asked_of_the_story(question, view)
    if len(asked) > 1:
        return None
    if asked[0].words.startswith("et ") or set(question.ids()) <= set(asked[0].ids()):
        return None
    reply = best_reading(asked[0], view)
    return reply if reply.kind == "answer" else None


def _asked_of_the_story(question: Question, view: View) -> Optional[Reply]:
    """The answer to a question that leans on the only thing that the story before it names, or
    paints: "... un conseil de rescapés, et nul ne sait qui les nomme"."""
    about = _told_of(question)
    if not about and wording.has(question.words, "kind_of_body"):
        about = tuple(filter(None, [portrayed(question)]))
    if not question.ids():
        for part in question.parts:
            unnamed = wording.has(part.words, "this_kind") and best_reading(part, view)
            if unnamed and unnamed.kind == "clarify":
                return unnamed
    if len(about) != 1:
        return None
    named = Mention(about, view.kind(about[0]))
    for part in question.parts:
        leans = wording.leans(part.words) or wording.has(part.words, "them")
        if part.mentions or part.topics or not leans:
            continue
        reply = best_reading(part.about(named), view)
        if reply.kind == "answer" and reply.confidence >= 0.3:
            return reply
    return None


def _told_of(question: Question) -> tuple[str, ...]:
    """The bodies and agencies that a story names; the body alone where the rest are words that
    may be names ("se répartir le travail")."""
    surely = question.about(*[m for m in question.mentions if m.strength == "full"])
    bodies = surely.ids("body")
    if len(bodies) == 1 and not surely.ids("agency"):
        return bodies
    return question.ids("body", "agency")


def _in_french_only(reply: Reply, question: Question, view: View) -> Reply:
    """The answer to a question in English, where names make it plain, said to be in French."""
    if reply.kind == "answer" and question.ids():
        return reply.with_(lead=f"{view.say('english_note')} {sentence(reply.lead)}")
    return Reply(view.say("english_only"), kind="refusal", choices=scope.examples())


def _cite(reply: Reply, view: View) -> Reply:
    """`reply` with what changed since the document, its sources, and where to go on."""
    cited = cite(tell(reply, view), view)
    return cited.with_(follow=follow(cited, view), pages=pages(cited, view))
