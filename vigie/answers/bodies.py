"""PITF, SPOG and the advisory council: mission, members, chair, level, committees."""

from __future__ import annotations

import re
from typing import Optional, Union

from vigie.answers import wording
from vigie.answers.grammar import capital, listing, number
from vigie.answers.question import Focus, Question
from vigie.answers.reply import Missing, Reply
from vigie.answers.view import View, places
from vigie.knowledge.model import Body, Committee, Context
from vigie.knowledge.text import fold

Outcome = Union[Reply, Missing, None]


def body_of(question: Question, view: View) -> Optional[str]:
    """The body that a question is about: named, or last spoken of; None when unknown."""
    named = question.ids("body") or tuple(
        c.body for c in view.knowledge.committees if c.id in question.ids("committee")
    )
    if named:
        return named[0]
    for subject in view.focus.subjects:
        if view.kind(subject) == "body":
            return subject
    return portrayed(question)


def describe_body(entity_id: str, view: View) -> Reply:
    """Mission first, then origin, members, chair and what else it does."""
    body = view.body(entity_id)
    noun = view.noun(entity_id)
    lead = view.say("body_mission", body=noun, mission=body.mission.says)
    items = []
    if body.level:
        items.append(view.say("body_level", body=noun, level=body.level.says))
    if body.members:
        items.append(view.say("body_members", body=noun, who=body.members.who))
    if body.origin:
        items.append(_origin(body, view))
    if body.chair:
        items.append(view.say("body_chair", body=noun, chair=view.noun(body.chair.agency)))
    if body.members and body.members.appointed:
        items.append(view.say("body_appointed", body=noun, says=body.members.appointed.says))
    items += [view.say("body_does", body=noun, does=duty.does) for duty in body.duties]
    items += [
        view.say("report_dated", report=report.name.fr, date=report.date)
        for report in view.reports_of(entity_id)
        if report.date
    ]
    cited = places(body.mission, body.level, body.members, body.origin, body.chair, *body.duties)
    return Reply(
        lead, tuple(items), places=cited, focus=Focus("describe", (entity_id,), (), (entity_id,))
    )


def _origin(body: Body, view: View) -> str:
    assert body.origin
    response = "body_origin_year" if body.origin.year else "body_origin"
    return view.say(
        response, body=view.noun(body.id), law=view.noun(body.origin.law), year=body.origin.year
    )


def describe_committee(entity_id: str, view: View) -> Reply:
    """One standing committee and its place among the others."""
    committee = view.entity(entity_id)
    assert isinstance(committee, Committee)
    lead = view.say(
        "committee",
        committee=view.noun(entity_id),
        order=committee.order,
        body=view.noun(committee.body),
        theme=committee.theme,
    )
    return Reply(
        lead,
        places=places(committee),
        focus=Focus("list_committees", (entity_id,), (), (entity_id,)),
    )


def describe_context(entity_id: str, view: View) -> Reply:
    """What the introduction says of the whole effort."""
    context = view.entity(entity_id)
    assert isinstance(context, Context)
    lead, *rest = (statement.says for statement in context.statements)
    return Reply(
        lead,
        tuple(rest),
        places=places(*context.statements),
        focus=Focus("describe", (entity_id,), (), (entity_id,)),
    )


def chair(question: Question, view: View) -> Outcome:
    """Who chairs a body; which bodies an agency chairs; both bodies when none is named."""
    bodies = question.ids("body")
    agencies = question.ids("agency")
    if agencies and not bodies:
        return _chairs(agencies[0], view)
    if not bodies:
        known = body_of(question, view)
        bodies = (known,) if known else tuple(b.id for b in view.knowledge.bodies if b.chair)
    chaired = [view.body(b) for b in bodies if view.body(b).chair]
    if not chaired:
        lead = view.say("no_chair", body=view.noun(bodies[0]))
        return Reply(lead, places=places(view.body(bodies[0])), focus=Focus("chair", (bodies[0],)))
    chairs = {b.chair.agency for b in chaired if b.chair}
    chair_id = next(b.chair.agency for b in chaired if b.chair)
    lead = view.say(
        "chairs",
        chair=view.noun(chair_id),
        bodies=listing(
            [format(view.noun(b.id), "bref" if len(chaired) > 1 else "le") for b in chaired]
        ),
    )
    assert len(chairs) == 1 or len(chaired) > 1
    return Reply(
        lead,
        places=places(*(b.chair for b in chaired)),
        focus=Focus("chair", (chair_id,), (), (chair_id,)),
    )


def _chairs(agency: str, view: View) -> Reply:
    bodies = view.chaired_by(agency)
    focus = Focus("chair", (agency,), (), tuple(b.id for b in bodies))
    if not bodies:
        return Reply(
            view.say("chairs_nothing", agency=view.noun(agency)),
            places=places(view.entity(agency)),
            focus=focus,
        )
    names = listing([format(view.noun(b.id), "bref") for b in bodies])
    return Reply(
        view.say("chairs", chair=view.noun(agency), bodies=names),
        places=places(*(b.chair for b in bodies)),
        focus=focus,
    )


def list_members(question: Question, view: View) -> Outcome:
    """Who sits in a body: the whole list, or the part that is asked for."""
    if wording.has(question.words, "white_house"):
        return _white_house(view)
    if wording.has(question.words, "undescribed"):
        from vigie.answers.agencies import undescribed_members

        return undescribed_members(question, view)
    body_id = body_of(question, view)
    if not body_id:
        return Missing("body", ("pitf", "spog", "council"))
    body = view.body(body_id)
    members = body.members
    if not members:
        return None
    noun = view.noun(body_id)
    if body_id != "pitf" and (not members.agencies or not wording.has(question.words, "all")):
        return _who(body, view)
    lead = view.say(
        "members_counted",
        body=noun,
        who=members.who,
        total=number(len(members.agencies)),
        described=number(sum(bool(view.agency(a).duties) for a in members.agencies)),
        named=number(sum(not view.agency(a).duties for a in members.agencies)),
    )
    if body_id != "pitf":
        lead = view.say(
            "members_represent", body=noun, who=members.who, total=number(len(members.agencies))
        )
    items = tuple(capital(format(view.noun(a), "le")) for a in members.agencies)
    return Reply(
        lead,
        items,
        places=places(members, members.list_place),
        focus=Focus("list_members", (body_id,), (), members.agencies),
    )


def _who(body: Body, view: View) -> Reply:
    assert body.members
    members = body.members
    noun = view.noun(body.id)
    lead = view.say("body_members", body=noun, who=members.who)
    after = (
        view.say("body_appointed", body=noun, says=members.appointed.says)
        if members.appointed
        else ""
    )
    return Reply(
        lead,
        after=after,
        places=places(members, members.appointed),
        focus=Focus("list_members", (body.id,), (), members.agencies),
    )


def _white_house(view: View) -> Reply:
    ids = tuple(a.id for a in view.knowledge.agencies if a.white_house)
    lead = view.say("white_house", members=listing([format(view.noun(i), "le") for i in ids]))
    return Reply(
        lead,
        places=places(*(view.entity(i) for i in ids)),
        focus=Focus("list_members", ("pitf",), (), ids),
    )


def count_members(question: Question, view: View) -> Outcome:
    """How many sit in a body, with what the number rests on."""
    body_id = body_of(question, view)
    if not body_id:
        return Missing("body", ("pitf", "spog", "council"))
    members = view.body(body_id).members
    if not members:
        return None
    noun = view.noun(body_id)
    described = sum(bool(view.agency(a).duties) for a in members.agencies)
    if members.number:
        lead = view.say("members_number", body=noun, who=members.who)
    elif members.number_says:
        lead = view.say(
            "members_about",
            body=noun,
            who=members.who,
            described=number(described),
            named=number(len(members.agencies) - described),
            total=number(len(members.agencies)),
        )
    else:
        lead = view.say("members_unnumbered", body=noun, who=members.who)
    return Reply(
        lead,
        places=places(members, members.list_place),
        focus=Focus("count_members", (body_id,), (), members.agencies),
    )


def list_committees(question: Question, view: View) -> Outcome:
    """The standing committees in order, one of them, or the one on a topic."""
    committees = view.knowledge.committees
    named = question.ids("committee")
    if wording.has(question.words, "how_often"):
        return advises(question.about(), view, committees[0].body)
    asked = wording.ordinals(question.words)
    by_topic = [c for c in committees if set(c.topics) & set(question.topics)] or _likely(
        question, view
    )
    if len(named) == 1:
        return describe_committee(named[0], view)
    if asked and len(asked) == 1 and abs(asked[0]) <= len(committees):
        picked = committees[asked[0] - 1 if asked[0] > 0 else asked[0]]
        return describe_committee(picked.id, view)
    if by_topic and len(by_topic) <= 2 and not wording.has(question.words, "all"):
        reply = describe_committee(by_topic[0].id, view)
        return reply if len(by_topic) == 1 else _both(by_topic, view)
    lead = view.say(
        "committees", number=number(len(committees)), body=view.noun(committees[0].body)
    )
    return Reply(
        lead,
        tuple(c.theme for c in committees),
        places=places(*committees),
        focus=Focus("list_committees", (committees[0].body,), (), tuple(c.id for c in committees)),
    )


def _likely(question: Question, view: View) -> list[Committee]:
    """The committee that the words come nearest to, when one is asked for in the singular."""
    scored = [
        (max((question.scores.get(t, 0.0) for t in c.topics), default=0.0), c)
        for c in view.knowledge.committees
    ]
    score, best = max(scored, key=lambda pair: pair[0])
    singular = re.search(r"\bcomite\b", question.words)
    if score >= (0.15 if singular else 0.3):
        return [best]
    if not singular:
        return []
    by_word = [
        c
        for c in view.knowledge.committees
        if set(fold(c.theme).split()) & set(question.outside.split()) & _TELLING
    ]
    return by_word if len(by_word) == 1 else []


_TELLING = frozenset(
    "victimes recherche donnees subventions sensibilisation approvisionnement logistique education public".split()
)


def _both(committees: list[Committee], view: View) -> Reply:
    lead = view.say(
        "committees_on", number=number(len(committees)), body=view.noun(committees[0].body)
    )
    return Reply(
        lead,
        tuple(c.theme for c in committees),
        places=places(*committees),
        focus=Focus("list_committees", (committees[0].body,), (), tuple(c.id for c in committees)),
    )


def count_committees(question: Question, view: View) -> Outcome:
    """How many standing committees the SPOG has, and their themes."""
    body_id = body_of(question, view) or view.knowledge.committees[0].body
    mine = [c for c in view.knowledge.committees if c.body == body_id]
    if not mine:
        lead = view.say(
            "no_committee",
            body=view.noun(body_id),
            other=view.noun(view.knowledge.committees[0].body),
        )
        return Reply(
            lead,
            places=places(view.knowledge.committees[0]),
            focus=Focus("count_committees", (body_id,)),
        )
    lead = view.say(
        "committees_counted",
        number=number(len(mine)),
        body=view.noun(body_id),
        themes=listing([c.theme for c in mine]),
    )
    return Reply(
        lead,
        places=places(*mine),
        focus=Focus("count_committees", (body_id,), (), tuple(c.id for c in mine)),
    )


def level(question: Question, view: View) -> Outcome:
    """The rank of a body, or of those who sit in it."""
    body_id = body_of(question, view)
    if not body_id:
        return Missing("body", ("pitf", "spog", "council"))
    body = view.body(body_id)
    if body.level:
        lead = view.say("body_level", body=view.noun(body_id), level=body.level.says)
        return Reply(lead, places=places(body.level), focus=Focus("level", (body_id,)))
    return _who(body, view)


def appointer(question: Question, view: View) -> Outcome:
    """Who appoints the people of a body."""
    body_id = body_of(question, view) or "council"
    body = view.body(body_id)
    if not (body.members and body.members.appointed):
        lead = view.say("no_appointer", body=view.noun(body_id))
        return Reply(lead, places=places(body), focus=Focus("appointer", (body_id,)))
    lead = view.say("appointed", body=view.noun(body_id), says=body.members.appointed.says)
    return Reply(lead, places=places(body.members.appointed), focus=Focus("appointer", (body_id,)))


def advises(question: Question, view: View, body_id: Optional[str] = None) -> Outcome:
    """Whom the council advises, and on what; or what another body does in its turn."""
    if body_id:
        body = view.body(body_id)
        lead = view.say(
            "body_does", body=view.noun(body.id), does=listing([duty.does for duty in body.duties])
        )
        return Reply(lead, places=places(*body.duties), focus=Focus("describe", (body.id,)))
    body_id = body_of(question, view)
    body = view.body(body_id) if body_id else None
    if not body or not body.advises:
        body = next(b for b in view.knowledge.bodies if b.advises)
    does = listing([duty.does for duty in body.duties])
    lead = view.say("body_does", body=view.noun(body.id), does=does)
    return Reply(lead, places=places(*body.duties), focus=Focus("advises", (body.id,)))


_PORTRAITS = {
    "council": (
        "rescap",
        "surviv",
        "ancienne",
        "victimes",
        "conseil",
        "recommand",
        "avis",
        "vecu",
        "onze",
        "2015",
    ),
    "spog": (
        "haut",
        "fonctionnaire",
        "responsables",
        "2003",
        "comites",
        "permanent",
        "amend",
        "representants",
        "designe",
        "tous les aspects",
        "rassembl",
    ),
    "pitf": (
        "ministre",
        "ministeriel",
        "coordon",
        "ensemble",
        "toute l administration",
        "quinzaine",
        "president",
        "niveau",
    ),
}


def portrayed(question: Question) -> Optional[str]:
    """The body that the words paint, when they paint only one."""
    points = {
        body: sum(sign in question.outside for sign in signs) for body, signs in _PORTRAITS.items()
    }
    if "coordination" in question.topics:
        points["pitf"] += 1
    if "survivors_voice" in question.topics:
        points["council"] += 2
    for named in question.ids("body"):
        points[named] = 0
    first, second = sorted(points, key=lambda body: -points[body])[:2]
    return first if points[first] > points[second] else None


def find_body(question: Question, view: View) -> Outcome:
    """The body that a description fits best."""
    named = question.ids()
    if re.search(r"\bcomites?\b", question.words):
        return list_committees(question, view)
    if named and view.kind(named[0]) in ("programme", "report", "committee", "law"):
        from vigie.answers.agencies import describe_any

        return describe_any(named[0], view)
    best = portrayed(question)
    if best is None or best in named:
        from vigie.answers.agencies import which_agency

        return (
            which_agency(question, view)
            if question.topics
            else Missing("body", ("pitf", "spog", "council"))
        )
    reply = describe_body(best, view)
    body = view.body(best)
    lead = view.say("found_body", body=view.noun(best), mission=body.mission.says)
    return reply.with_(lead=lead, items=reply.items[:3])
