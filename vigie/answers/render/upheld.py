"""How a claim that holds is upheld: with a "oui" or without, and with what is near where it says
that nobody else is told of."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.grammar import capital, listing, sentence
from vigie.answers.query.model import Claim, Select
from vigie.answers.query.verdict import Verdict
from vigie.answers.render.duties import is_beside_trafficking
from vigie.answers.render.facts import stated
from vigie.answers.render.instead import ended
from vigie.answers.render.lists import counted_lead
from vigie.answers.render.near import by_others
from vigie.answers.render.silence import ACTS, AS_IT_IS
from vigie.answers.render.verdict_words import without_verdict
from vigie.answers.render.words import called
from vigie.answers.reply import Reply
from vigie.answers.view import View


def upheld(claim: Claim, view: View) -> str:
    """The response that upholds a claim, by its name; `AS_IT_IS` where its fact is told alone."""
    if claim.only and claim.relation == "does":  # that nobody else does, only silence says
        return AS_IT_IS
    if claim.relation == "about" and view.kind(str(claim.subject)) == "committee":
        return AS_IT_IS  # its name is all there is: "il attribue lui-même les subventions ?"
    if ended(str(claim.subject), view):
        return "indeed_yes_then" if claim.denied else "yes_then"
    if claim.relation == "does" and is_beside_trafficking(claim, view):
        return "indeed_yes_of_another_matter" if claim.denied else "yes_of_another_matter"
    return "indeed_yes" if claim.denied else "yes"


def as_either(reply: Reply, claim: Claim, view: View) -> Reply:
    """A reply to a single claim without its "oui" where it may be asked of what is published as
    well as of who does: "il n'a que cette liste ?", of who publishes three."""
    if not claim.only or claim.denied or not _publishes_too(claim, view):
        return reply
    return reply.with_(lead=capital(without_verdict(reply.lead, view)))


def alone_told(fact: Reply, claim: Claim, view: View) -> Reply:
    """The fact of a claim that says "of nobody else", that the document tells of nobody else, and
    what it does tell of that is near: who does something like it, what else of it is theirs."""
    others = "no_other_does" if claim.relation in ACTS else "no_other_such"
    lead = f"{sentence(fact.lead)} {view.say(others)}"
    if claim.relation == "does":
        near = by_others(str(claim.subject), tuple(map(str, claim.values)), view)
        cited = dict.fromkeys((*fact.places, *(near.places if near else ())))
        return fact.with_(lead=f"{lead} {near.lead if near else ''}".rstrip(), places=tuple(cited))
    rest = _publishes_too(claim, view)
    it = format(view.noun(str(claim.subject)), "Il") if rest else ""
    too = view.say("publishes_too", it=it, what=rest) if rest else ""
    return fact.with_(lead=f"{lead} {too}".rstrip())


def of_what(reply: Reply, claim: Claim, found: Verdict, view: View) -> Reply:
    """The reply to one of several claims, with what it counts: of two « le document en cite trois »
    nobody knows of what."""
    some = claim.subject
    if not isinstance(some, Select) or claim.relation != "count" or not found.subjects:
        return reply
    bare = stated(replace(claim, values=(str(len(found.subjects)),)), view)
    told = counted_lead(some, tuple(map(str, found.subjects)), view).rstrip(" :")
    return reply.with_(lead=reply.lead.replace(bare, sentence(told)))


def _publishes_too(claim: Claim, view: View) -> str:
    """The other reports of who is said to be the only one to publish one; "" where none is."""
    if claim.relation != "publishes" or len(claim.values) != 1:
        return ""
    every = view.world.right("publishes", str(claim.subject))
    return listing([called(one, view) for one in every if one not in claim.values])
