"""Laws and dates: what a law did, what created a body, and since when things exist."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Optional

from vigie.answers.grammar import Noun, capital, listing, sentence
from vigie.answers.query.model import Select
from vigie.answers.question import Focus
from vigie.answers.render.publications import report_date
from vigie.answers.reply import Reply
from vigie.answers.view import View, is_dated_apart, places
from vigie.knowledge.model.entry import Place
from vigie.knowledge.model.measures import Law


def law_of(ident: str, view: View) -> Law:
    """The law of an id."""
    law = view.entity(ident)
    assert isinstance(law, Law)
    return law


def about(law: Law, view: View) -> str:
    """What a law is about, in a sentence."""
    return view.say("law_about", law=view.noun(law.id), about=law.about.says)


def _dated_about(law: Law, view: View) -> str:
    """The same with its year, where its name has none."""
    if not law.year or str(law.year) in law.name.fr:
        return about(law, view)
    noun = view.noun(law.id)
    return view.say("law_about_year", law=noun, about=law.about.says, year=law.year)


def amending(ident: str, view: View) -> list[Law]:
    """The laws that amend a law."""
    return [one for one in view.knowledge.laws if one.amends == ident]


def changed(ident: str, view: View) -> list[str]:
    """What those that amend a law are about, a sentence each."""
    return [capital(about(one, view)) for one in amending(ident, view)]


def later(select: Select, view: View) -> tuple[str, tuple[Place, ...]]:
    """What was created by those that amend the one law by whose bodies a list is asked for, in
    sentences, and where the document says so."""
    asked = [one.values for one in select.conditions if one.key == "by" and not one.denied]
    if select.sort != "body" or len(asked) != 1 or len(asked[0]) != 1:
        return "", ()
    law = str(asked[0][0])
    told = " ".join(map(sentence, changed(law, view)))
    return told, tuple(one.about.place for one in amending(law, view))


def amend_any(laws: Iterable[object], amended: Container[object], view: View) -> bool:
    """Whether one of some laws amends one of others: what it created comes from these too."""
    return any(one in amended for law in laws for one in view.world.right("amends", str(law)))


def describe_law(ident: str, view: View) -> Reply:
    """What the document says of a law, and of what changed it."""
    law = law_of(ident, view)
    after = ""
    changes = amending(ident, view)
    if changes:
        after = " ".join(changed(ident, view))
    elif not law.year:
        after = view.say("law_undated", law=view.noun(ident))
    return Reply(
        _dated_about(law, view),
        after=after,
        places=places(law.about, *(other.about for other in changes)),
        focus=Focus((ident,), (), law.creates),
    )


def created(body: str, noun: Noun, view: View) -> str:
    """The law that created a body, called as `noun`; the year where the name of the law has
    none. Empty where the document tells no origin."""
    origin = view.body(body).origin
    if origin is None:
        return ""
    response = "body_origin_year" if is_dated_apart(view.body(body), view) else "body_origin"
    return view.say(response, body=noun, law=view.noun(origin.law), year=origin.year)


def born(body: str, view: View) -> str:
    """What created a body, and when, as far as the document says so; else what it is for."""
    return created(body, view.noun(body), view) or view.say(
        "body_mission", body=view.noun(body), mission=view.body(body).mission.says
    )


def origin_law(body: str, view: View) -> Optional[Reply]:
    """The law that created a body; None where the document tells none."""
    origin = view.body(body).origin
    if origin is None:
        return None
    return Reply(
        created(body, view.noun(body), view),
        places=places(origin),
        focus=Focus((body,), (), (origin.law,)),
    )


def origin_date(ident: str, view: View) -> Optional[Reply]:
    """Since when a body exists, when a law or a report is from; None for what has no date."""
    told = {"body": _body_date, "law": _law_date, "report": report_date}.get(view.kind(ident))
    return told(ident, view) if told else None


def _body_date(ident: str, view: View) -> Optional[Reply]:
    origin = view.body(ident).origin
    if origin is None:
        return None
    response = "since" if origin.year else "since_unknown"
    if origin.year and not is_dated_apart(view.body(ident), view):
        response = "body_origin"
    lead = view.say(response, body=view.noun(ident), law=view.noun(origin.law), year=origin.year)
    return Reply(lead, places=places(origin), focus=Focus((ident,), (), (origin.law,)))


def _law_date(ident: str, view: View) -> Reply:
    law = law_of(ident, view)
    lead = view.say("law_dated" if law.year else "law_undated", law=view.noun(ident), year=law.year)
    changes = [o for o in view.knowledge.laws if o.amends == ident and o.year]
    if changes:
        lead = f"{lead} {view.say('law_amended', year=listing([str(o.year) for o in changes]))}"
    return Reply(lead, places=places(law), focus=Focus((ident,)))
