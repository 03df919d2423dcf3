"""Who sits in a body, and how many."""

from __future__ import annotations

from vigie.answers import wording
from vigie.answers.grammar import capital, listing, number
from vigie.answers.portraits import body_of
from vigie.answers.question import Focus, Question
from vigie.answers.reply import Missing, Outcome, Reply
from vigie.answers.view import View, places
from vigie.knowledge.model import Body


def list_members(question: Question, view: View) -> Outcome:
    """Who sits in a body: the whole list, or the part that is asked for."""
    if wording.has(question.words, "white_house"):
        return _white_house(view)
    if wording.has(question.words, "undescribed"):
        from vigie.answers.rosters import undescribed_members

        return undescribed_members(question, view)
    body_id = body_of(question, view)
    if not body_id:
        return Missing("body", tuple(body.id for body in view.knowledge.bodies))
    body = view.body(body_id)
    members = body.members
    if not members:
        return None
    noun = view.noun(body_id)
    whole = bool(members.number_says)  # the agencies named are the members, and not represented
    if not whole and (not members.agencies or not wording.has(question.words, "all")):
        return people_of(body, view)
    lead = view.say(
        "members_counted",
        body=noun,
        who=members.who,
        total=number(len(members.agencies)),
        described=number(sum(bool(view.agency(a).duties) for a in members.agencies)),
        named=number(sum(not view.agency(a).duties for a in members.agencies)),
    )
    if not whole:
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


def people_of(body: Body, view: View) -> Reply:
    """What kind of people sit in a body, and who appoints them."""
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
    bodies = tuple(
        body.id
        for body in view.knowledge.bodies
        if body.members and {*ids} <= {*body.members.agencies}
    )
    lead = view.say("white_house", members=listing([format(view.noun(i), "le") for i in ids]))
    return Reply(
        lead,
        places=places(*(view.entity(i) for i in ids)),
        focus=Focus("list_members", bodies[:1], (), ids),
    )


def count_members(question: Question, view: View) -> Outcome:
    """How many sit in a body, with what the number rests on."""
    body_id = body_of(question, view)
    if not body_id:
        return Missing("body", tuple(body.id for body in view.knowledge.bodies))
    members = view.body(body_id).members
    if not members:
        return None
    if wording.has(question.words, "term"):
        people = people_of(view.body(body_id), view)
        return people.with_(lead=view.say("no_term", fact=capital(people.lead)))
    noun = view.noun(body_id)
    described = sum(bool(view.agency(a).duties) for a in members.agencies)
    if members.number:
        lead = view.say("body_members", body=noun, who=members.who)
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
