"""get: one attribute of a thing; and, of those that the document never gives, that it does not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import MappingProxyType
from typing import Optional

from vigie.answers.grammar import capital, listing, of, sentence
from vigie.answers.query.model import GIVEN, UNKNOWN, Claim
from vigie.answers.question import Focus
from vigie.answers.render.counted import DUTIES, count_duties
from vigie.answers.render.facts import stated
from vigie.answers.render.laws import describe_law, origin_date, origin_law
from vigie.answers.render.members import appointer, count_members, level, list_members
from vigie.answers.render.names import english_name, names
from vigie.answers.render.only_says import that
from vigie.answers.render.portrait import describe_any, is_known
from vigie.answers.render.programmes import hotline_info, programme_owner
from vigie.answers.render.publications import rhythm
from vigie.answers.render.words import called, unnamed
from vigie.answers.reply import Reply
from vigie.answers.view import View, places
from vigie.knowledge.model.measures import Programme, Report
from vigie.knowledge.model.organisations import Body, Committee

SORTED = MappingProxyType({"text": ("report", "law"), "measure": ("programme", "report", "law")})
"""Kinds of things of which the same sentence is said: what is read, and what nobody sits in."""
OF_SEVERAL = {"unsaid_content": "unsaid_contents", "unsaid_subject": "unsaid_subjects"}
"""Sentences whose verb agrees with the things, with the same of several."""
MEETING, OTHER, TERM = "meeting", "other", "term"
Reader = Callable[[str, View], Optional[Reply]]
"""What reads one attribute of a thing; None where the document does not give it."""


def attribute(want: str, ident: str, view: View) -> Optional[Reply]:
    """What the document says of an attribute of a thing, or that it says nothing of it."""
    if ident not in view.index:
        return unnamed(ident, view) if ident.startswith(UNKNOWN) else None
    if want == "contact" and ident == view.knowledge.safety.programme:
        return hotline_info(view)
    if want == "launch" and view.kind(ident) in ("body", "law", "report"):
        want = "date"  # what is not set going has a date at which it was made
    if want not in GIVEN:
        return not_given(want, ident, view)
    return _READERS[want](ident, view) or not_given(want, ident, view)


def not_given(want: str, ident: str, view: View) -> Reply:
    """That the document does not give it; then what it does say that comes near, or else, briefly,
    what the thing is, where that is not known already."""
    lead = unsaid_of(want, (ident,), view)
    nearest = _nearest(want, ident, view)
    fact = nearest or describe_any(ident, view)
    begins_a_list = fact.lead.rstrip().endswith(":")
    first = fact.lead if not begins_a_list and (nearest or not is_known(ident, view)) else ""
    after = capital(sentence(first)) if first else ""
    if want == OTHER and view.kind(ident) == "programme" and fact.lead and not begins_a_list:
        # Its one sentence may say it in other words: that nothing is said would be untrue.
        said = view.say("claim_facts", fact=capital(sentence(fact.lead)))
        return Reply(said, places=fact.places[:2], focus=Focus((ident,), (), (ident,)))
    if want == TERM and first and view.kind(ident) == "programme":  # "le temps de l'enquête" is one
        lead = view.say("unsaid_term_in_figures", of=_of(ident, view))
    if want == MEETING and nearest:  # that they meet at all may be what is asked
        lead, after = sentence(view.say("meets", fact=that(first))), ""
    return Reply(
        lead,
        after=after,
        kind="answer" if first else "refusal",
        reason=want,
        places=fact.places[:2] if first else (),
        focus=Focus((ident,), (), (ident,)),
    )


def unsaid(want: str, ident: str, view: View) -> str:
    """The sentence by which it is said that the document does not give it."""
    kind, response = view.kind(ident), f"unsaid_{want}"
    kinds = (kind, *(name for name, kinds in SORTED.items() if kind in kinds))
    said = (*(f"{response}_{one}" for one in kinds), response)
    return next((one for one in said if one in view.phrases), "unsaid_other")


def unsaid_of(want: str, ids: Sequence[str], view: View) -> str:
    """That it gives this of none of these things."""
    response = unsaid(want, ids[0], view)
    if len(ids) > 1 or (ids[0] in view.index and view.noun(ids[0]).is_plural):
        response = OF_SEVERAL.get(response, response)
    names = listing([called(one, view) for one in ids])
    return view.say(response, of=listing([_of(one, view) for one in ids]), it=names)


def _nearest(want: str, ident: str, view: View) -> Optional[Reply]:
    """What comes nearest to something that the document does not give."""
    chairs = view.world.left("chairs", ident) if want == "person" else ()
    if chairs:
        return _chaired(chairs[0], ident, view)
    if want == "join" and view.kind(ident) == "body" and view.world.left("appoints", ident):
        return appointer(ident, view)
    if want in (MEETING, "frequency") and (meets := _meets(ident, view)):
        return meets
    hotline = view.knowledge.safety.programme
    of_whom = (ident, *view.world.left("runs", ident))
    if want == "contact" and any(hotline in view.world.right("runs", one) for one in of_whom):
        return hotline_info(view)
    return None


def who_meets(want: str, ids: tuple[str, ...], view: View) -> tuple[str, ...]:
    """The things of which an attribute is told: of several committees' meetings their body."""
    if want != MEETING or len(ids) < 2 or any(view.kind(one) != "committee" for one in ids):
        return ids
    bodies = {one.body for one in map(view.entity, ids) if isinstance(one, Committee)}
    return tuple(bodies) if len(bodies) == 1 else ids


def _chaired(agency: str, body: str, view: View) -> Reply:
    """Who chairs a body: as near as the document comes to a person at its head."""
    said = stated(Claim("chairs", agency, (body,)), view)
    return Reply(said, places=places(*view.world.places("chairs", agency, body)))


def _of(ident: str, view: View) -> str:
    if isinstance(view.entity(ident), Report):
        return of(called(ident, view))
    return format(view.noun(ident), "du")


def _of_body(read: Reader) -> Reader:
    """What only bodies have: nothing of any other thing."""
    return lambda ident, view: read(ident, view) if view.kind(ident) == "body" else None


def _names(ident: str, view: View) -> Reply:
    return names((ident,), view)


def _origin(ident: str, view: View) -> Optional[Reply]:
    entity = view.entity(ident)
    if isinstance(entity, (Body, Committee)):
        return origin_law(entity.body if isinstance(entity, Committee) else ident, view)
    return describe_law(ident, view) if view.kind(ident) == "law" else None


def _frequency(ident: str, view: View) -> Optional[Reply]:
    entity = view.entity(ident)
    if isinstance(entity, Report):
        lead = rhythm(entity, called(ident, view), view)
        return Reply(lead, places=places(entity), focus=Focus((entity.owner,), (), (ident,)))
    return _meets(ident, view) if isinstance(entity, (Body, Committee)) else None


def _meets(ident: str, view: View) -> Optional[Reply]:
    """What is told of the meetings of a body's committees, or of one of them."""
    entity = view.entity(ident)
    body = entity.body if isinstance(entity, Committee) else ident
    owner = view.entity(body)
    if not isinstance(owner, Body) or not owner.duties or not view.index.committees_of(body):
        return None
    lead = view.say("body_does", body=view.noun(body), does=owner.duties[0].does)
    return Reply(lead, places=places(owner.duties[0]), focus=Focus((ident,)))


def _owner(ident: str, view: View) -> Optional[Reply]:
    entity = view.entity(ident)
    if isinstance(entity, Programme):
        return programme_owner((ident,), view)
    reply = describe_any(ident, view)
    if reply is not None and isinstance(entity, Report):
        return reply.with_(focus=Focus((entity.owner,), (), (ident,)))
    return reply


def _subject(ident: str, view: View) -> Optional[Reply]:
    """What a thing is about; of a report without a title of its own nothing tells it."""
    entity = view.entity(ident)
    untitled = isinstance(entity, Report) and not entity.name.en
    return None if untitled else describe_any(ident, view)


_READERS: dict[str, Reader] = {
    "expand": _names,
    "english": english_name,
    "acronym": _names,
    "composition": _of_body(list_members),
    "number": _of_body(count_members),
    "level": _of_body(level),
    "appointer": _of_body(appointer),
    "origin": _origin,
    "date": origin_date,
    "frequency": _frequency,
    "subject": _subject,
    "owner": _owner,
    DUTIES: count_duties,
}
