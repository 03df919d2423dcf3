"""The facts by which it is judged whether two names are of one thing, and which is the elder."""

from __future__ import annotations

from vigie.answers.grammar import capital, sentence, unique
from vigie.answers.query.evaluate import resolve
from vigie.answers.query.model import Claim
from vigie.answers.render.attributes import attribute, unsaid_of
from vigie.answers.render.laws import born
from vigie.answers.render.names import names
from vigie.answers.render.words import called
from vigie.answers.reply import Reply
from vigie.answers.sentences import sentences
from vigie.answers.view import View, places


def told_apart(claim: Claim, view: View) -> Reply:
    """What tells two things apart, or that they are one: their names; or the dates of both."""
    ids = unique(one for one in resolve((claim.subject, *claim.values), view.world))
    known = [one for one in ids if one in view.index]
    if claim.relation == "before":
        dated = [dated_or_born(one, view) for one in known]
        told = (text for one in dated for text in sentences(one.lead))
        said = " ".join(unique(capital(sentence(text)) for text in told))
        return Reply(said, places=tuple(dict.fromkeys(p for one in dated for p in one.places)))
    cited = places(*(view.entity(one) for one in known))
    if len(known) < 2:
        return Reply(names(known, view).lead if known else "", places=cited)
    known.sort(key=lambda one: not view.entity(one).name.acronym)  # whose letters can be told first
    first, other = known[:2]
    acronym = view.entity(first).name.acronym
    names_of = {"meant": called(first, view, "nom"), "claimed": called(other, view)}
    if acronym:
        said = view.say("names_not", acronym=acronym, **names_of)
    else:
        said = capital(view.say("names_of_two", **names_of))
    return Reply(said, places=cited)


def dated_or_born(one: str, view: View) -> Reply:
    """The date of a thing, or that it has none; of a body the law that created it, with what is
    told of its date."""
    if view.kind(one) == "report" and not view.world.right("year", one):
        return Reply(unsaid_of("date", (one,), view), places=places(view.entity(one)))
    if view.kind(one) == "body":
        said, origin = born(one, view), view.body(one).origin
        if origin is not None and not view.world.right("year", one):
            law = attribute("date", origin.law, view)
            said = f"{sentence(said)} {law.lead}" if law is not None else said
        return Reply(said, places=places(origin))
    reply = attribute("date", one, view)
    assert reply is not None
    return reply
