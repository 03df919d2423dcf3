"""How many duties the document describes of things: counted here, for it gives no number."""

from __future__ import annotations

from typing import Optional

from vigie.answers.grammar import capital, number
from vigie.answers.question import Focus
from vigie.answers.render.portrait import describe_any
from vigie.answers.render.words import called
from vigie.answers.reply import Reply
from vigie.answers.view import View, places
from vigie.knowledge.model.organisations import Agency, Body, Duty

DUTIES = "duties"
"""The attribute that asks for it."""


def count_duties(ident: str, view: View) -> Optional[Reply]:
    """How many duties are described of a thing, or the task of a body of which none are listed;
    None where there is neither."""
    duties = _duties(ident, view)
    if not duties:
        return describe_any(ident, view) if view.kind(ident) == "body" else None
    lead = view.say(
        "duties_counted", count=_told(len(duties), view), of=format(view.noun(ident), "du")
    )
    return Reply(lead, places=places(*duties), focus=Focus((ident,), (), (ident,)))


def add_up_duties(ids: tuple[str, ...], view: View) -> Reply:
    """The same of several things, in all and each for itself."""
    each = {one: len(_duties(one, view)) for one in ids}
    items = (
        view.say("duties_of_each", who=capital(called(one, view)), number=number(count))
        for one, count in each.items()
    )
    lead = view.say("duties_added_up", count=_told(sum(each.values()), view))
    cited = places(*(duty for one in ids for duty in _duties(one, view)))
    return Reply(lead, tuple(items), places=cited, focus=Focus(ids, (), ids))


def _duties(ident: str, view: View) -> tuple[Duty, ...]:
    entity = view.entity(ident)
    return tuple(entity.duties) if isinstance(entity, (Agency, Body)) else ()


def _told(count: int, view: View) -> str:
    """A number of duties with its noun."""
    return view.say("duty_several" if count > 1 else "duty_one", number=number(count))
