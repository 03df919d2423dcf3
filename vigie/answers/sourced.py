"""What is asked of the document itself: which it is, where in it the last answer stands, of when it
is, and what has changed since."""

from __future__ import annotations

from vigie.answers import updates
from vigie.answers.citation import outside
from vigie.answers.grammar import sentence
from vigie.answers.query.model import arguments
from vigie.answers.question import Focus
from vigie.answers.reading.context import stack
from vigie.answers.reading.evidence import Evidence
from vigie.answers.reply import Reply
from vigie.answers.view import View
from vigie.answers.vouched import named_for_sure, told_places


def source(want: str, evidence: Evidence, view: View) -> Reply:
    """Which document, and where in it the last answer stands; what has changed since of what that
    told, or is no part of it, has sources of its own."""
    document = view.knowledge.source
    lead = view.say("source_is", title=document.title, written=document.written)
    address = "source_address" if document.url else "source_no_address"
    lead = f"{lead} {view.say(address, publisher=document.publisher, url=document.url)}"
    places = view.focus.places
    after = view.say("source_place", where=told_places(places[:4], view)) if places else ""
    changes = updates.of_the_last(view)
    beside = [one.covers for told in updates.last_told(view) for one in outside(told, view)]
    beside += [view.say("source_changes")] if changes else []
    if beside and places:
        after = f"{sentence(after)} {view.say('source_beside', what=' ; '.join(beside))}"
    return Reply(lead, after=after, updates=changes, focus=view.focus, places=places)


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
    if want == "date" and changed and not about:
        return Reply(lead, after=view.say("changes_known", number=known), focus=focus)
    told = updates.lines(changed, view)
    after = "" if changed else view.say("no_update")
    if after and not named and want != "date":
        after = f"{after} {view.say('changed_elsewhere', number=known)}"
    return Reply(lead, after=after, updates=told, focus=focus, places=view.focus.places)
