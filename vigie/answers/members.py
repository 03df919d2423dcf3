"""Who sits in a body, and how many."""

from __future__ import annotations

from vigie.answers import wording
from vigie.answers.grammar import capital, listing
from vigie.answers.portraits import body_of
from vigie.answers.question import Focus, Question
from vigie.answers.render import members as render
from vigie.answers.reply import Missing, Outcome, Reply
from vigie.answers.view import View, places


def list_members(question: Question, view: View) -> Outcome:
    """Who sits in a body: the whole list, or the part that is asked for."""
    if wording.has(question.words, "white_house"):
        return _white_house(view)
    if wording.has(question.words, "undescribed"):
        from vigie.answers.rosters import undescribed_members

        return undescribed_members(question, view)
    body_id = body_of(question, view)
    if not body_id:
        return Missing("body", ("pitf", "spog", "council"))
    members = view.body(body_id).members
    if members and members.agencies and wording.has(question.words, "all"):
        return render.each_member(body_id, view)
    return render.list_members(body_id, view)


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
    if view.body(body_id).members and wording.has(question.words, "term"):
        people = render.people_of(body_id, view)
        return people.with_(lead=view.say("no_term", fact=capital(people.lead)))
    return render.count_members(body_id, view)
