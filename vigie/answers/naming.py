"""Acronyms and names, both ways and in both languages."""

from __future__ import annotations

from vigie.answers.grammar import capital
from vigie.answers.question import Focus, Question
from vigie.answers.reply import Missing, Outcome, Reply
from vigie.answers.view import View, places


def expand_name(question: Question, view: View) -> Outcome:
    """All the names of what is named: acronym, French, English."""
    ids = question.ids() or view.focus.subjects[:1]
    if not ids:
        return Missing("subject")
    leads = [_names(entity_id, view) for entity_id in ids[:3]]
    return Reply(
        capital(leads[0]),
        tuple(capital(lead) for lead in leads[1:]),
        places=places(*(view.entity(i) for i in ids[:3])),
        focus=Focus("expand_name", (ids[0],), (), ids[:3]),
    )


def _names(entity_id: str, view: View) -> str:
    name = view.entity(entity_id).name
    english = name.en if name.en != name.fr else ""  # the document itself gives it in English
    values = {
        "noun": view.noun(entity_id),
        "french": name.fr,
        "english": english,
        "acronym": name.acronym,
    }
    if name.acronym and english:
        return view.say("names_all", **values)
    if english:
        return view.say("names_no_acronym", **values)
    if name.acronym:
        return view.say("names_acronym", **values)
    return view.say("names_french", **values)


def hotline_info(question: Question, view: View) -> Outcome:
    """The hotline's number and hours, for somebody who asks calmly."""
    hotline = view.knowledge.safety
    programme = next((p for p in view.knowledge.programmes if p.id == hotline.programme), None)
    lead = view.say(
        "hotline_info",
        phone=hotline.phone,
        sms=hotline.sms,
        hours=hotline.hours,
        emergency=hotline.emergency,
    )
    after = view.say(
        "hotline_languages", voice=hotline.voice_languages, text=hotline.text_languages
    )
    if programme:
        after = f"{after} {view.say('hotline_funded', owner=view.noun(programme.owner))}"
        return Reply(
            lead,
            after=after,
            places=places(programme),
            focus=Focus("hotline_info", (programme.id,)),
        )
    return Reply(lead, after=after)
