"""How many duties the document describes of things: counted here, for it gives no number."""

from __future__ import annotations

from typing import Optional

from vigie.answers.grammar import capital, number
from vigie.answers.question import Focus
from vigie.answers.render.portrait import describe_any
from vigie.answers.render.words import called
from vigie.answers.reply import Reply
from vigie.answers.view import View, places
from vigie.knowledge.model.organisations import Agency, Body

DUTIES = "duties"
"""The attribute that asks for it."""


def count_duties(ident: str, view: View) -> Optional[Reply]:
    """How many duties are described of a thing; None where none are."""
    count = _count(ident, view)
    if not count:
        return None
    of = format(view.noun(ident), "du")
    lead = view.say("duties_counted", count=_told(count, view), of=of)
    return Reply(lead, places=_cited(ident, view), focus=Focus((ident,), (), (ident,)))


def add_up_duties(ids: tuple[str, ...], view: View) -> Reply:
    """The same of several things, in all and each for itself."""
    each = {one: _count(one, view) for one in ids}
    items = (
        view.say("duties_of_each", who=capital(called(one, view)), count=_told(count, view))
        for one, count in each.items()
    )
    lead = view.say("duties_added_up", count=_told(sum(each.values()), view))
    cited = tuple(dict.fromkeys(place for one in ids for place in _cited(one, view)))
    return Reply(lead, tuple(items), places=cited, focus=Focus(ids, (), ids))


def _count(ident: str, view: View) -> int:
    """Duties that are listed of a thing; of a body of which none are, the one it is there for."""
    entity = view.entity(ident)
    if isinstance(entity, Body):
        return len(entity.duties) or 1
    return len(entity.duties) if isinstance(entity, Agency) else 0


def _cited(ident: str, view: View) -> tuple[tuple[str, int], ...]:
    entity = view.entity(ident)
    duties = entity.duties if isinstance(entity, (Agency, Body)) else ()
    return places(*duties) or describe_any(ident, view).places[:1]


def _told(count: int, view: View) -> str:
    """A number of duties with its noun."""
    response = "duty_several" if count > 1 else "duty_one" if count else "duty_none"
    return view.say(response, number=number(count))
