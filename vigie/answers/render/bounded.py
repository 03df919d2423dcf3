"""An answer within so many sentences or points: "en deux phrases", "en 3 points max"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, Optional

from vigie.answers.grammar import Pronoun, capital, listing, number, sentence
from vigie.answers.render.brief import of_what_one_does, shorter
from vigie.answers.render.in_brief import apart
from vigie.answers.render.listed_as import as_last_told
from vigie.answers.render.words import called
from vigie.answers.reply import Reply
from vigie.answers.sentences import sentences
from vigie.answers.view import View

SENTENCES, POINTS = "sentences", "points"
ORDERED = {"alphabetical", "oldest", "newest", "reversed"}
"""Forms that are another order than the document's."""


class Bound(NamedTuple):
    """How many of what an answer may have at most."""

    most: int
    unit: str


def bound(forms: Collection[str]) -> Optional[Bound]:
    """What bounds an answer in these forms: "2 sentences", "3 points"; None where nothing does."""
    for form in forms:
        most, _, unit = form.partition(" ")
        if unit in (SENTENCES, POINTS):
            return Bound(int(most), unit)
    return None


def shared(forms: Collection[str], among: int) -> tuple[str, ...]:
    """The forms of each of several answers that have a bound together; one at least of each."""
    most = bound(forms)
    if most is None or among < 2:
        return tuple(forms)
    own = f"{max(1, most.most // among)} {most.unit}"
    return tuple(own if bound((form,)) else form for form in forms)


def in_sentences(reply: Reply, most: int, view: View) -> Reply:
    """The beginning of an answer as sentences; of several answers a part of each, a sentence at
    least."""
    if reply.parts:
        own = max(1, most // len(reply.parts))
        told = [in_sentences(part, own, view).lead for part in reply.parts]
    elif most == 1:
        told = [shorter(reply, view).lead]
    else:
        told = list(_sentences(reply, most, view))[:most]
    said = " ".join(map(sentence, told))
    return Reply(said, kind=reply.kind, reason=reply.reason, places=reply.places, focus=reply.focus)


def _sentences(reply: Reply, most: int, view: View) -> Iterator[str]:
    """All of an answer as sentences; what an agency does in as many as there may be."""
    shown = [one for one in (reply.focus.shown if reply.focus else ()) if one in view.index]
    heads = reply.lead.rstrip().endswith(":")
    if reply.items and len(shown) == len(reply.items):
        yield from _of_a_list(reply, shown, most, view)
    elif of_what_one_does(reply, view):
        yield from _of_duties(reply, most, view)
    elif heads:
        yield from sentences(f"{reply.lead} {' ; '.join(reply.items)}")
    else:
        for text in (reply.lead, *reply.items):
            yield from sentences(text)
    yield from sentences(reply.after)


def _of_a_list(reply: Reply, shown: Sequence[str], most: int, view: View) -> Iterator[str]:
    """What is said of each thing, where that is no more than there may be; else their names."""
    told = zip(shown, reply.items)
    says = all(item.startswith(f"{capital(called(one, view))} ") for one, item in told)
    if says and len(shown) <= most:
        yield from reply.items
        return
    names = listing([called(one, view, "bref") for one in shown])
    *before, last = sentences(reply.lead)
    yield from before
    if last.rstrip().endswith(":"):
        yield f"{last} {names}"
    else:
        yield last
        yield view.say("in_short", names=names)


def _of_duties(reply: Reply, most: int, view: View) -> Iterator[str]:
    """What an agency does, its lines shared out evenly."""
    noun = view.noun(reply.focus.subjects[0]) if reply.focus else None
    phrases = [f"{item[:1].lower()}{item[1:]}" for item in reply.items]
    count = min(most, len(phrases))
    ends = [len(phrases) * place // count for place in range(count + 1)]
    for start, end in zip(ends, ends[1:]):
        who = Pronoun(noun.name) if noun and start else noun
        yield view.say("agency_does", agency=who, duties=apart(phrases[start:end]))


def first_points(reply: Reply, most: int, forms: Collection[str], view: View) -> Reply:
    """The first points of an answer, a list being in these other forms already, and how many it
    has; all of one that has no more."""
    if reply.parts:
        own = max(1, most // len(reply.parts))
        return reply.with_(
            parts=tuple(first_points(part, own, forms, view) for part in reply.parts)
        )
    total = len(reply.items)
    if total <= most:
        return reply
    shown = reply.focus.shown if reply.focus else ()
    lines = list(zip(shown if len(shown) == total else [""] * total, reply.items))
    told = lines if forms else as_last_told(lines, view)
    first = told[:most]
    ordered = told == lines and ORDERED.isdisjoint(forms)
    response = "first_of" if ordered else "some_of"
    note = view.say(response, shown=number(most), total=number(total))
    found = reply.with_(
        items=tuple(item for _, item in first),
        after=f"{note} {sentence(reply.after)}" if reply.after else note,
    )
    if reply.table:
        rows = reply.table.rows[:most] if len(reply.table.rows) == total else ()
        found = found.with_(table=replace(reply.table, rows=rows) if rows else None)
    if reply.focus and len(shown) == total:
        found = found.with_(focus=replace(reply.focus, shown=tuple(one for one, _ in first)))
    return found
