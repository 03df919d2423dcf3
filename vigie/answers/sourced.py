"""What is asked of the document itself: which it is, where in it the last answer stands, of when it
is, and what has changed since."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers import updates
from vigie.answers.citation import outside
from vigie.answers.grammar import sentence
from vigie.answers.query.model import arguments
from vigie.answers.question import Focus
from vigie.answers.reading.context import stack
from vigie.answers.reading.evidence import Evidence
from vigie.answers.reply import Reply
from vigie.answers.view import View, places
from vigie.answers.vouched import named_for_sure, told_places


def source(want: str, evidence: Evidence, view: View) -> Reply:
    """Which document, and where in it the last answer stands; what has changed since of what that
    told, or is no part of it, has sources of its own."""
    document = view.knowledge.source
    lead = view.say("source_is", title=document.title, written=document.written)
    address = "source_address" if document.url else "source_no_address"
    lead = f"{lead} {view.say(address, publisher=document.publisher, url=document.url)}"
    cited = view.focus.places
    after = view.say("source_place", where=told_places(cited[:4], view)) if cited else ""
    changes = updates.of_the_last(view)
    beside = [one.covers for told in updates.last_told(view) for one in outside(told, view)]
    beside += [view.say("source_changes")] if changes else []
    if beside and cited:
        what = " ; ".join(_in_all(beside))
        after = f"{sentence(after)} {view.say('source_beside', what=what)}"
    return Reply(lead, after=after, updates=changes, focus=view.focus, places=cited)


def _in_all(covers: Sequence[str]) -> list[str]:
    """Each thing that a source is cited for once: "le sigle" is among "les sigles"."""
    said = set(covers)
    return [one for one in dict.fromkeys(covers) if _plural(one) not in said]


def _plural(noun: str) -> str:
    """A noun phrase in the plural: "le nom anglais" as "les noms anglais"."""
    article, *words = noun.split()
    many = " ".join(word if word.endswith(("s", "x")) else f"{word}s" for word in words)
    return f"les {many}" if article == "le" else ""


def dated(want: str, evidence: Evidence, view: View) -> Reply:
    """From when the facts are and why we think so; where it is asked whether they still hold, what
    changed since: for what is spoken of, or in all."""
    document = view.knowledge.source
    named = named_for_sure(evidence, view)
    about = named or view.focus.subjects or view.focus.shown
    focus = Focus(named, (), named) if named else view.focus
    how = document.inference if want == "date" else ""
    lead = view.say("source_date", written=document.written, inference=how)
    changed = updates.about(about, view) if about else updates.confirmed(view)
    if not named and not changed:  # of the last thing nothing changed, but of others spoken of
        asked = (one for query in stack(view.focus) for one in arguments(query))
        spoken = (*view.focus.shown, *asked)
        changed = updates.about(spoken, view)
    known = len(updates.confirmed(view))
    cited = view.focus.places if not named else places(*map(view.entity, named))
    if want == "date":
        cited = places(document.inference_place)
    if want == "date" and changed and not about:
        after = view.say("changes_known", number=known)
        return Reply(lead, after=after, focus=focus, places=cited)
    told = updates.lines(changed, view)
    after = "" if changed else view.say("no_update")
    if after and not named and want != "date":
        after = f"{after} {view.say('changed_elsewhere', number=known)}"
    return Reply(lead, after=after, updates=told, focus=focus, places=cited)


def changed(want: str, evidence: Evidence, view: View) -> Reply:
    """All that is known to have changed since the document was written."""
    lead = view.say("source_date", written=view.knowledge.source.written, inference="")
    told = updates.lines(updates.confirmed(view), view)
    cited = places(view.knowledge.source.inference_place)
    return Reply(lead, updates=told, focus=view.focus, places=cited)
