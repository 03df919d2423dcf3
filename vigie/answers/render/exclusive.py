"""Claims that say "of nobody else" of several, or "nothing else" of one: what is so instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vigie.answers.grammar import capital, listing, sentence
from vigie.answers.query.beyond import beyond
from vigie.answers.query.evaluate import Verdict, resolve
from vigie.answers.query.model import Claim, Select
from vigie.answers.question import Focus
from vigie.answers.render.beside import describe_beside
from vigie.answers.render.facts import stated
from vigie.answers.render.words import called
from vigie.answers.reply import Reply
from vigie.answers.view import View, places

TOLD = ("does", "about")
"""Relations of which what is said is told; of the others, things are cited."""


def of_several(claim: Claim) -> bool:
    """Whether it says of several together that there is nobody else."""
    return claim.only and isinstance(claim.subject, Select)


def nobody_else(claim: Claim, found: Verdict, view: View) -> Reply:
    """The verdict on several who are said to be the only ones."""
    claimed = resolve((claim.subject,), view.world)
    every = tuple(found.subjects)
    topics = tuple(str(one) for one in claim.values if view.world.index.is_topic(str(one)))
    focus = Focus((), topics, every)
    others = [one for one in every if one not in claimed]
    if found.truth == "yes":
        said = "indeed_yes" if claim.denied else "yes"
        lead = view.say(said, fact=view.say("no_other_such"))
        shown = claimed
    elif not every:
        said, shown = "indeed_no" if claim.denied else "no", ()
        lead = view.say(said, fact=view.say("counted_none"))
    elif set(claimed) <= set(every):
        said, shown = "indeed_no" if claim.denied else "no", tuple(others)
        names = {"what": _names(claimed, view), "who": _names(others, view)}
        lead = view.say(said, fact=view.say("also_do", **names))
    else:
        said, shown = "indeed_no" if claim.denied else "no", every
        lead = view.say(said, fact=view.say("others_are_cited"))
    items = tuple(capital(stated(replace(_alone(claim), subject=one), view)) for one in shown)
    return Reply(lead, items, places=places(*found.places), focus=focus)


def _alone(claim: Claim) -> Claim:
    return replace(claim, only=False, whole=False, denied=False)


def _names(some: Sequence[str], view: View) -> str:
    return listing([called(one, view) for one in some])


def nothing_else(claim: Claim, found: Verdict, view: View) -> Reply:
    """The verdict on a claim that holds in itself, and is said to be all."""
    subject = str(claim.subject)
    values = tuple(str(one) for one in claim.values)
    if found.truth == "yes":
        said = "indeed_yes" if claim.denied else "yes"
        more = "nothing_else_said" if claim.relation in TOLD else "no_other_such"
        fact = f"{sentence(stated(_alone(claim), view))} {view.say(more)}"
        reply = Reply(view.say(said, fact=capital(fact)), places=places(*found.places))
        return reply.with_(focus=Focus((subject,), (), (subject,)))
    said = "indeed_no" if claim.denied else "no"
    if claim.relation == "does":
        rest = describe_beside(subject, values, view)
        return rest.with_(lead=view.say(said, fact=rest.lead))
    every = (*values, *beyond(claim.relation, subject, values, view.world))
    fact = sentence(stated(replace(_alone(claim), values=every), view))
    cited = (p for one in every for p in view.world.places(claim.relation, subject, one))
    focus = Focus((subject,), (), tuple(one for one in every if one in view.index) or (subject,))
    return Reply(view.say(said, fact=capital(fact)), places=places(*cited), focus=focus)
