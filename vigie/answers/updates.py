"""What changed since the document was written, told once by each reply that uses what changed.

A reply uses a fact when its text names the entity or states the duty, and what was asked is a
matter that the change concerns; so no handler has to know of updates, and every kind of answer
tells them: descriptions, lists, yes or no, counts.
"""

from __future__ import annotations

from typing import Iterable, Iterator, Sequence

from vigie.answers.grammar import day, listing, sentence, unique
from vigie.answers.matter import has_no_name
from vigie.answers.matters import concern, matters
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.reading.context import stack
from vigie.answers.render.answer import answer
from vigie.answers.reply import Link, Reply
from vigie.answers.typography import typeset
from vigie.answers.view import View
from vigie.knowledge.model.sources import Update
from vigie.knowledge.text import fold

ACTS = frozenset(("description", "duties"))
"""Matters on which it is told what somebody does."""
LATELY = 4
"""Questions back in which what a reply told of changes is still fresh."""


def confirmed(view: View) -> tuple[Update, ...]:
    """All that may be shown."""
    return tuple(one for one in view.knowledge.updates if one.status == "confirmed")


def about(ids: Iterable[str], view: View) -> tuple[Update, ...]:
    """What changed for these entities, or for what they run."""
    known = set(ids)
    known |= {one.id for one in view.knowledge.programmes if one.owner in known}
    return tuple(one for one in confirmed(view) if one.about in known)


def lines(updates: Iterable[Update], view: View) -> tuple[str, ...]:
    """Each as a line of its own, with its address and the day when it was checked."""
    return tuple(
        view.say("update", text=one.text, url=one.url, date=day(one.checked_on)) for one in updates
    )


def tell(reply: Reply, view: View) -> Reply:
    """`reply` with the changes that concern it, each once; without those that the last replies
    told. What the document does not give of a thing that has ended since may be just that:
    "existe-t-elle encore ?"; who asks so again hears it again."""
    used = tuple(_used(reply, view)) if reply.kind == "answer" or reply.reason == "other" else ()
    if reply.kind != "answer" or reply.brief:
        used = tuple(one for one in used if one.ends)
    known, about = _just_told(view) if used else (), _subjects(reply)
    again = any(has_no_name(read(line)) for line in reply.queries)
    again |= view.say("known_today") in said(reply)  # which announces it
    fresh = tuple(x for x in used if x not in known or (again and x.ends and x.about in about))
    over = unique(one.about for one in used if one.ends and one not in fresh)
    reply = _reminded(_dated(reply, fresh, view), over, view)
    told = unique((*reply.updates, *lines(fresh, view)))
    shown = [one for one in confirmed(view) if lines((one,), view)[0] in told]
    links = tuple(Link(typeset(sentence(one.text)), one.url, one.checked_on) for one in shown)
    return reply.with_(updates=told, changes=links)


def _says_when(reply: Reply, view: View) -> bool:
    """Whether a reply says of a fact that it is one of the date of the document, or of today."""
    names = ("yes_then", "no_then", "indeed_yes_then", "then", "known_today")
    return any(view.say(name, fact="").strip() in said(reply) for name in names)


def _dated(reply: Reply, fresh: Iterable[Update], view: View) -> Reply:
    """What is told of one that has ended since, first said to be so at the date of the document:
    that it has comes after."""
    ended = {one.about for one in fresh if one.ends}
    acts = any(not ACTS.isdisjoint(matters(read(line))) for line in reply.queries)
    dated = acts and not reply.parts and not _says_when(reply, view)
    if not dated or reply.reason or not ended.issuperset(_about(reply) or ("",)):
        return reply
    return reply.with_(lead=view.say("then", fact=reply.lead))


def _reminded(reply: Reply, over: Sequence[str], view: View) -> Reply:
    """An answer that tells of what has ended since as the document does, with that it has: the
    change itself was told just before."""
    if not over or _says_when(reply, view):
        return reply
    note = view.say("ended_again", who=listing([format(view.noun(one), "le") for one in over]))
    last = reply.parts[-1] if reply.parts else reply
    noted = last.with_(after=f"{sentence(last.after)} {note}" if last.after else note)
    return reply.with_(parts=(*reply.parts[:-1], noted)) if reply.parts else noted


def of(reply: Reply, view: View) -> tuple[str, ...]:
    """All that has changed since of what a reply tells, a line each, told before or not."""
    return lines(dict.fromkeys(_used(reply, view)), view)


def last_told(view: View) -> list[Reply]:
    """What the last question was answered; nothing where there was none."""
    told = (answer(query, view) for query in stack(view.focus)[:1])
    return [one for one in told if one is not None]


def of_the_last(view: View) -> tuple[str, ...]:
    """What has changed since of what the last answer told, told with it or not."""
    return tuple(line for one in last_told(view) for line in of(one, view))


def said(reply: Reply) -> str:
    """All that a reply states, without citations and updates."""
    parts = reply.parts or (reply,)
    return " \n ".join(text for p in parts for text in (p.lead, *p.items, p.after))


def _about(reply: Reply) -> tuple[str, ...]:
    """Of whom a reply, or a part of one, tells by itself."""
    focus = reply.focus
    if focus is None:
        return ()
    return (*focus.subjects, *(focus.shown if len(focus.shown) == 1 else ()))


def _subjects(reply: Reply) -> frozenset[str]:
    """Of whom a reply and its parts tell."""
    return frozenset(one for part in (reply, *reply.parts) for one in _about(part))


def _just_told(view: View) -> tuple[Update, ...]:
    """What the last replies told of changes."""
    queries = stack(view.focus)[:LATELY]
    replies = [(answer(one, view), one) for one in queries]
    told = (reply.with_(queries=(write(one),)) for reply, one in replies if reply is not None)
    return tuple(change for reply in told for change in _used(reply, view))


def _used(reply: Reply, view: View) -> Iterator[Update]:
    text = said(reply)
    folded = fold(text)
    subjects = _subjects(reply)
    queries = [read(line) for line in reply.queries]
    for one in view.tables.changes:
        asked, ident = one.update.asked, one.update.about
        if queries and not any(concern(asked, ident, query) for query in queries):
            continue
        if one.is_of(subjects, folded) or one.is_in(text, folded):
            yield one.update
