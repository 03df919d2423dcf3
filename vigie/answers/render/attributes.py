"""get: one attribute of a thing; and, of those that the document never gives, that it does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

from vigie.answers.bodies import appointer, level
from vigie.answers.grammar import capital, sentence
from vigie.answers.laws import describe_law, origin_date, origin_law
from vigie.answers.members import count_members, list_members
from vigie.answers.naming import expand_name, hotline_info
from vigie.answers.programmes import programme_owner
from vigie.answers.query.model import GIVEN
from vigie.answers.question import Focus, Mention, Question
from vigie.answers.render.facts import called
from vigie.answers.reply import Outcome, Reply
from vigie.answers.roles import describe_any
from vigie.answers.view import View, places
from vigie.knowledge.model import Body, Programme, Report


def attribute(want: str, ident: str, view: View) -> Optional[Reply]:
    """What the document says of an attribute of a thing, or that it says nothing of it."""
    if ident not in view.index:
        return None
    if want == "contact" and ident == view.knowledge.safety.programme:
        return _reached(view)
    if want == "launch" and view.kind(ident) in ("body", "law", "report"):
        want = "date"  # what is not set going has a date at which it was made
    if want not in GIVEN:
        return not_given(want, ident, view)
    reply = _READERS[want](ident, view)
    return reply if isinstance(reply, Reply) else not_given(want, ident, view)


def _reached(view: View) -> Optional[Reply]:
    """How to reach the hotline: the one contact that Vigie has."""
    reply = hotline_info(Question(""), view)
    return reply if isinstance(reply, Reply) else None


def not_given(want: str, ident: str, view: View) -> Reply:
    """That the document does not give it; then what it does say of the thing, briefly."""
    response = f"unsaid_{want}"
    if response not in view.phrases:
        response = "unsaid_other"
    lead = view.say(response, of=_of(ident, view), it=called(ident, view))
    fact = describe_any(ident, view)
    first = fact.lead if not fact.lead.rstrip().endswith(":") else ""
    return Reply(
        lead,
        after=capital(sentence(first)) if first else "",
        kind="answer" if first else "refusal",
        reason=want,
        places=fact.places[:2] if first else (),
        focus=Focus("describe", (ident,), (), (ident,)),
    )


def _of(ident: str, view: View) -> str:
    if isinstance(view.entity(ident), Report):
        return f"de {called(ident, view)}"
    return format(view.noun(ident), "du")


def _question(ident: str, view: View) -> Question:
    return Question("", mentions=(Mention((ident,), view.kind(ident)),))


def _composition(ident: str, view: View) -> Outcome:
    if view.kind(ident) != "body":
        return None
    return list_members(_question(ident, view), view)


def _number(ident: str, view: View) -> Outcome:
    if view.kind(ident) != "body":
        return None
    return count_members(_question(ident, view), view)


def _level(ident: str, view: View) -> Outcome:
    return level(_question(ident, view), view) if view.kind(ident) == "body" else None


def _appointer(ident: str, view: View) -> Outcome:
    return appointer(_question(ident, view), view) if view.kind(ident) == "body" else None


def _origin(ident: str, view: View) -> Outcome:
    if view.kind(ident) in ("body", "committee"):
        return origin_law(_question(ident, view), view)
    return describe_law(ident, view) if view.kind(ident) == "law" else None


def _date(ident: str, view: View) -> Outcome:
    if view.kind(ident) not in ("body", "law", "report"):
        return None
    return origin_date(_question(ident, view), view)


def _frequency(ident: str, view: View) -> Outcome:
    entity = view.entity(ident)
    if isinstance(entity, Report):
        response = "report_yearly" if entity.frequency else "report_no_frequency"
        lead = view.say(response, title=called(ident, view), owner=view.noun(entity.owner))
        return Reply(
            lead, places=places(entity), focus=Focus("report_owner", (entity.owner,), (), (ident,))
        )
    if isinstance(entity, Body):
        meets = [duty for duty in entity.duties if view.index.committees_of(ident)]
        if meets:
            lead = view.say("body_does", body=view.noun(ident), does=meets[0].does)
            return Reply(lead, places=places(*meets), focus=Focus("describe", (ident,)))
    return None


def _owner(ident: str, view: View) -> Outcome:
    if isinstance(view.entity(ident), Programme):
        return programme_owner(_question(ident, view), view)
    return describe_any(ident, view)


_READERS: dict[str, Callable[[str, View], Outcome]] = {
    "expand": lambda ident, view: expand_name(_question(ident, view), view),
    "english": lambda ident, view: expand_name(_question(ident, view), view),
    "acronym": lambda ident, view: expand_name(_question(ident, view), view),
    "composition": _composition,
    "number": _number,
    "level": _level,
    "appointer": _appointer,
    "origin": _origin,
    "date": _date,
    "frequency": _frequency,
    "subject": describe_any,
    "owner": _owner,
}
