"""Programmes: what they are, whose, and how to reach the hotline."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.grammar import sentence
from vigie.answers.question import Focus
from vigie.answers.reply import Reply
from vigie.answers.view import View, places
from vigie.knowledge.model.measures import Programme


def programme_owner(ids: Sequence[str], view: View) -> Reply:
    """Who runs, funds or delivers each of these programmes."""
    programmes = [_programme(one, view) for one in ids]
    owners = tuple(dict.fromkeys(programme.owner for programme in programmes))
    told = [
        view.say("agency_does", agency=view.noun(one.owner), duties=relation(one, view))
        for one in programmes
    ]
    return Reply(
        " ".join(map(sentence, told)).rstrip("."),
        places=places(*(programme.relation for programme in programmes)),
        focus=Focus(owners, (), tuple(ids)),
    )


def relation(programme: Programme, view: View) -> str:
    """What its agency does with a programme: a phrase without a subject."""
    return programme.relation.says.format(it=format(view.noun(programme.id), "le"))


def describe_programme(ident: str, view: View) -> Reply:
    """What a programme is, and whose."""
    programme = _programme(ident, view)
    lead = view.say("programme_about", programme=view.noun(ident), about=programme.about.says)
    after = view.say(
        "programme_by", agency=view.noun(programme.owner), relation=relation(programme, view)
    )
    if ident == view.knowledge.safety.programme:
        hotline = view.knowledge.safety
        after = f"{after} {view.say('hotline_number', phone=hotline.phone, hours=hotline.hours)}"
    return Reply(
        lead,
        after=after,
        places=places(programme.about, programme.relation),
        focus=Focus((ident,), (), (ident,)),
    )


def in_danger(view: View) -> str:
    """Whom to call in danger."""
    return view.say("in_danger", emergency=view.knowledge.safety.emergency)


def hotline_info(view: View) -> Reply:
    """The hotline's number and hours, for somebody who asks calmly."""
    hotline = view.knowledge.safety
    programme = next(
        (p for p in view.knowledge.programmes if p.id == view.knowledge.safety.programme), None
    )
    line = view.say("hotline_info", phone=hotline.phone, sms=hotline.sms, hours=hotline.hours)
    lead = f"{line} {in_danger(view)}"
    after = view.say(
        "hotline_languages", voice=hotline.voice_languages, text=hotline.text_languages
    )
    if programme is None:
        return Reply(lead, after=after)
    return Reply(
        lead,
        after=f"{after} {view.say('hotline_funded', owner=view.noun(programme.owner))}",
        places=places(programme),
        focus=Focus((programme.id,)),
    )


def _programme(ident: str, view: View) -> Programme:
    programme = view.entity(ident)
    assert isinstance(programme, Programme)
    return programme
