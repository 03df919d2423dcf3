"""A description beside other answers of one message: without what these tell.

"C'est quoi la PITF, qui la préside et combien sont-ils ?" says who chairs it once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Optional

from vigie.answers.grammar import capital, number, sentence
from vigie.answers.query.model import Query, arguments
from vigie.answers.render.bodies import describe_body
from vigie.answers.render.only_says import without_what_is_told
from vigie.answers.render.portrait import describe_any
from vigie.answers.render.verdict_words import parted
from vigie.answers.render.words import called
from vigie.answers.reply import Reply
from vigie.answers.view import View

SAID_APART = 4
"""Words from which what is said of a thing is known again in another sentence on it."""
_OF_ATTRIBUTE = {"composition": "number", "date": "origin"}
"""What a description tells of an attribute, where it is not called so."""
_OF_KEY = {"chairs": "chair", "in": "number", "creates": "origin"}
"""What it tells of the relation by which a list is asked for."""


def beside_others(query: Query, others: Iterable[Query], view: View) -> Optional[Reply]:
    """The description of a body without what the other queries of the same message ask of it; None
    where none of them asks of it, or it is no such description."""
    whole = query.act == "describe" and len(query.subjects) == 1 and not query.about
    body = query.subjects[0] if whole and not query.beside else None
    if not isinstance(body, str) or body not in view.index or view.kind(body) != "body":
        return None
    told = {one for other in others for one in _told(other, body)}
    return describe_body(body, view, told) if told else None


def without_what_it_is(reply: Reply, query: Query, others: Iterable[Query], view: View) -> Reply:
    """That a thing has no such attribute, without what the thing is, where another query of the
    same message asks of it: who asks "qui les nomme, et pour combien de temps ?" knows."""
    if query.act != "get" or reply.reason != query.want or len(query.subjects) != 1:
        return reply
    (one,) = query.subjects
    if not isinstance(one, str) or all(one not in arguments(other) for other in others):
        return reply
    known = describe_any(one, view).lead
    return reply.with_(after="") if reply.after == sentence(known) else reply


def each_once(replies: Sequence[Reply], view: View) -> list[Reply]:
    """The replies without the lists of which one before them names everything, and how many they
    are: "qui publie le plus de rapports, et combien ?"; and without a fact that one before them
    tells: "il date de quand, et de quoi parle-t-il ?"."""
    kept: list[Reply] = []
    for reply in replies:
        if any(_names_all(reply, one, view) or _counts(reply, one) for one in kept):
            continue
        told = "\n".join(line for one in kept for line in _lines(one))
        if not reply.items and _tells(told, reply.fact or reply.lead, _subject(reply, view)):
            continue
        if reply.items and all(_tells(told, one) for one in reply.items):
            reply = reply.with_(lead=reply.lead.rstrip(" :"), items=())
        reply = reply.with_(lead=without_what_is_told(reply.lead, told, view))
        verdict, fact = parted(reply.lead, view)
        if verdict and not reply.items and _tells(told, fact, _subject(reply, view)):
            reply = reply.with_(lead=verdict)  # "qui les délivre, et aux étrangères ?": "Oui."
        left = tuple(part for part in reply.parts if part.items or not _tells(told, part.lead))
        reply = reply.with_(parts=left) if left else reply
        kept.append(reply.with_(after="") if _tells(told, reply.after) else reply)
    return kept


def _lines(reply: Reply) -> list[str]:
    """The sentences and items of a reply, and of its parts."""
    own = [sentence(text) for text in (reply.lead, *reply.items, reply.after) if text]
    return [*own, *(line for part in reply.parts for line in _lines(part))]


def _subject(reply: Reply, view: View) -> str:
    """What the only thing that a reply is about is called where a sentence begins with it."""
    subjects = reply.focus.subjects if reply.focus else ()
    return capital(called(subjects[0], view)) if len(subjects) == 1 else ""


def _tells(told: str, fact: str, subject: str = "") -> bool:
    """Whether a whole sentence stands in what was told, or begins one that says more, or all that
    it says of its `subject` stands in a sentence on that."""
    if not fact:
        return False
    words = fact.rstrip(".")
    if any(line.startswith(words) for line in told.splitlines()):
        return True
    said = words.removeprefix(f"{subject} ")
    apart = said != words and len(said.split()) >= SAID_APART
    of_it = (line for line in told.splitlines() if apart and line.startswith(subject))
    return sentence(fact) in told or any(said in line for line in of_it)


def _names_all(reply: Reply, before: Reply, view: View) -> bool:
    """Whether a reply before a list names all that the list holds, and their number."""
    shown = reply.focus.shown if reply.focus else ()
    if len(shown) < 2 or len(reply.items) != len(shown):
        return False
    text = " ".join((before.lead, *before.items))
    names = [view.noun(one).name.fr for one in shown if one in view.index]
    return number(len(shown)) in text.split() and all(one in text for one in names)


def _counts(reply: Reply, before: Reply) -> bool:
    """Whether a reply only tells how many the list before it has, which told that."""
    shown = reply.focus.shown if reply.focus else ()
    same = bool(shown) and before.focus is not None and before.focus.shown == shown
    count = number(len(shown))
    only = not reply.items and count in reply.lead.split() and len(shown) > 1
    return only and same and bool(before.items) and count in before.lead.lower().split()


def _told(query: Query, body: str) -> Iterator[str]:
    """What of a description of a body another query tells."""
    if query.act == "get" and query.subjects == (body,):
        yield _OF_ATTRIBUTE.get(query.want, query.want)
    if query.act in ("select", "count") and query.select is not None:
        for one in query.select.conditions:
            if one.values == (body,) and one.key in _OF_KEY:
                yield _OF_KEY[one.key]
