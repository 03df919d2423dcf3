"""Who leads all that a list holds: a stranger who asks who sees to the matter gets eighteen names
otherwise, and not the one that tells them what to do together."""

from __future__ import annotations

from typing import Optional

from vigie.answers.grammar import capital, sentence
from vigie.answers.query.model import Select
from vigie.answers.render.bodies import describe_body
from vigie.answers.reply import Reply
from vigie.answers.sentences import first_sentence
from vigie.answers.view import View, places

ALL = Select("agency")


def who_leads(select: Select, ids: tuple[str, ...], view: View) -> Optional[Reply]:
    """What the body is for in which all agencies sit, and who chairs it, where nothing was asked
    before and all of them are asked for; None otherwise."""
    if select != ALL or view.focus.queries:
        return None
    for one in view.knowledge.bodies:
        if one.members and one.chair and set(ids) <= set(one.members.agencies):
            mission = sentence(first_sentence(describe_body(one.id, view).lead))
            noun, agency = view.noun(one.id), view.noun(one.chair.agency)
            chair = view.say("body_chair", body=noun, chair=agency)
            return Reply(f"{mission} {capital(chair)}", places=places(one.mission, one.chair))
    return None
