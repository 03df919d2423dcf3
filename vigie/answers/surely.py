"""How surely a reading is what was asked: enough to answer it, or to be answered without a word."""

from __future__ import annotations

from vigie.answers.query.model import Query, arguments
from vigie.answers.reading.context import picked, stack
from vigie.answers.reading.evidence import SURE_LINK
from vigie.answers.reading.understand import Understood
from vigie.answers.view import View

SURER, SURER_TOLD = 0.6, 0.8
"""Confidence from which it is answered although a form that lacks something is likely too; and the
same where nothing was said before and a heavier reader fills in what is lacking."""

FEW = 3
"""Words of a message that may only pick something."""


def surely(found: Understood, view: View) -> bool:
    """Whether the best reading is sure enough to be answered."""
    best = found.readings[0] if found.readings else None
    if best is None:
        return False
    filled_in = best.told is not None and not view.focus.queries
    least = SURER_TOLD if filled_in and adds(best.query, found, view) else SURER
    return found.sure >= least


def adds(query: Query, found: Understood, view: View) -> bool:
    """Whether a query is about something that its message does not name."""
    named = {one for thing in found.evidence.things if thing.score == 1 for one in thing.ids}
    return any(one in view.index and one not in named for one in arguments(query))


def never_said(query: Query, found: Understood, view: View) -> bool:
    """Whether it is about something that only belongs to what was spoken of: "que fait le
    département ?", of a group that one presides over."""
    focus = view.focus
    said = {ident for thing in found.evidence.things for ident in thing.ids}
    said.update(focus.subjects, focus.shown, *map(arguments, stack(focus)))
    return any(one in view.index and one not in said for one in arguments(query))


def fills_in(query: Query, found: Understood, view: View) -> bool:
    """Whether the best reading is about something that is hardly meant, or was lent to it and never
    said."""
    best = found.readings[0]
    things, used = found.evidence.things, best.proposal.used
    if any(things[place].score < SURE_LINK for place in used):
        return True
    return bool(best.proposal.lent) and (never_said(query, found, view) or best.leaves)


def picks_of_nothing(found: Understood, view: View) -> bool:
    """Whether a place is all that is said, and nothing was before: "le troisième"."""
    said, focus = found.evidence, view.focus
    known = said.topics or any(thing.score == 1 for thing in said.things) or said.place_of
    before = focus.queries or focus.shown or focus.subjects
    return bool(said.places) and said.length <= FEW and not (known or before)


def past_the_end(found: Understood, view: View) -> bool:
    """Whether a place is asked for that the last list does not have."""
    said = found.evidence.places or found.evidence.step
    several = len(view.focus.shown) > 1 and bool(said)
    return several and not picked(found.evidence, view.focus, view.world)
