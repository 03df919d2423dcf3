"""Named programmes and documents: what they are, and whose."""

from __future__ import annotations

from vigie.answers import wording
from vigie.answers.grammar import sentence
from vigie.answers.question import Focus, Question
from vigie.answers.reply import Missing, Outcome, Reply
from vigie.answers.reports import report_owner
from vigie.answers.view import View, places
from vigie.knowledge.model import Programme


def _programme(entity_id: str, view: View) -> Programme:
    programme = view.entity(entity_id)
    assert isinstance(programme, Programme)
    return programme


def programme_owner(question: Question, view: View) -> Outcome:
    """Who runs, funds or delivers a named programme."""
    named = question.ids("programme")
    if not named:
        if question.ids("report"):
            return report_owner(question, view)
        by_topic = [p.id for p in view.knowledge.programmes if set(p.topics) & set(question.topics)]
        named = tuple(by_topic[:1])
    if (not named and wording.leans(question.words)) or "les" in question.words.split():
        named = named or tuple(s for s in view.focus.subjects if view.kind(s) == "programme")
    if not named:
        return Missing("topic")
    programmes = [_programme(one, view) for one in named]
    owners = tuple(dict.fromkeys(programme.owner for programme in programmes))
    return Reply(
        " ".join(sentence(_relation(programme, view)) for programme in programmes).rstrip("."),
        places=places(*(programme.relation for programme in programmes)),
        focus=Focus("programme_owner", owners, (), tuple(named)),
    )


def _relation(programme: Programme, view: View) -> str:
    """What its agency does with a programme."""
    it = format(view.noun(programme.id), "le")
    return view.say(
        "agency_does",
        agency=view.noun(programme.owner),
        duties=programme.relation.says.format(it=it),
    )


def describe_programme(entity_id: str, view: View) -> Reply:
    """What a programme is, and whose."""
    programme = _programme(entity_id, view)
    noun = view.noun(entity_id)
    lead = view.say("programme_about", programme=noun, about=programme.about.says)
    after = view.say(
        "programme_by",
        agency=view.noun(programme.owner),
        relation=programme.relation.says.format(it=format(noun, "le")),
    )
    hotline = view.knowledge.safety
    if entity_id == hotline.programme:
        after = f"{after} {view.say('hotline_number', phone=hotline.phone, hours=hotline.hours)}"
    return Reply(
        lead,
        after=after,
        places=places(programme.about, programme.relation),
        focus=Focus("describe", (entity_id,), (), (entity_id,)),
    )
