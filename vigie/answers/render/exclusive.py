"""Claims that say "of nobody else" of several, or "nothing else" of one: what is so instead. That
nothing else is done, the document says by its silence alone, which is told without a "oui"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vigie.answers.grammar import capital, listing, sentence
from vigie.answers.query.beyond import beyond
from vigie.answers.query.evaluate import resolve
from vigie.answers.query.model import Claim, Select
from vigie.answers.query.relations import ANY, EXCLUSIVE, TOPICAL
from vigie.answers.query.verdict import Verdict
from vigie.answers.question import Focus
from vigie.answers.render.beside import describe_beside
from vigie.answers.render.facts import cited, stated
from vigie.answers.render.groups import facts_of
from vigie.answers.render.laws import amending, changed
from vigie.answers.render.verdict_words import with_verdict
from vigie.answers.render.words import called
from vigie.answers.reply import Reply
from vigie.answers.view import View, places


def of_several(claim: Claim, view: View) -> bool:
    """Whether it says of several together that there is nobody else."""
    described = claim.only and isinstance(claim.subject, Select)
    return described and len(resolve((claim.subject,), view.world)) > 1


def nobody_else(claim: Claim, found: Verdict, view: View) -> Reply:
    """The verdict on several who are said to be the only ones."""
    claimed, every = resolve((claim.subject,), view.world), tuple(found.subjects)
    topics = tuple(str(one) for one in claim.values if view.world.index.is_topic(str(one)))
    others = [one for one in every if one not in claimed]
    no = "indeed_no" if claim.denied else "no"
    if found.truth == "yes":
        topical, yes = claim.relation in TOPICAL, "indeed_yes" if claim.denied else "yes"
        said, shown = "" if topical else yes, claimed
        fact = view.say("only_these", who=_names(claimed, view))
    elif not every:
        said, shown, fact = no, (), view.say("counted_none")
    elif set(claimed) <= set(every):
        said, shown = no, tuple(others)
        fact = view.say("also_do", what=_names(claimed, view), who=_names(others, view))
    else:
        said, shown = no, every
        fact = view.say("cited_are", who=_names(every, view))
    told = cited(claim.relation, shown, claim.values, view)
    return Reply(
        with_verdict(said, fact, view),
        facts_of(claim, shown, view),
        places=tuple(dict.fromkeys((*places(*found.places), *told))),
        focus=Focus((), topics, every),
    )


def _names(some: Sequence[str], view: View) -> str:
    return listing([called(one, view) for one in some])


def says_all(claim: Claim) -> bool:
    """Whether it says of one that there is nothing else."""
    return claim.whole and claim.relation in EXCLUSIVE


def nothing_else(claim: Claim, found: Verdict, view: View) -> Reply:
    """The verdict on a claim that holds in itself, and is said to be all."""
    subject, values = str(claim.subject), tuple(str(one) for one in claim.values)
    plain = replace(claim, only=False, whole=False, denied=False)
    if found.truth == "yes":
        focus = Focus((subject,), (), (subject,))
        if claim.relation == "creates" and (laws := amending(subject, view)):
            told = " ".join(map(sentence, (stated(plain, view), *changed(subject, view))))
            since = places(*found.places, *(law.about for law in laws))
            lead = view.say("nothing_else_as_it_was", fact=told)
            return Reply(lead, places=since, focus=focus)
        fact = capital(sentence(stated(plain, view)))
        if claim.relation in TOPICAL:
            lead = f"{fact} {view.say('nothing_else_said')}"
        else:
            said = "indeed_yes" if claim.denied else "yes"
            lead = view.say(said, fact=f"{fact} {view.say('no_other_such')}")
        return Reply(lead, places=places(*found.places), focus=focus)
    said = "indeed_no" if claim.denied else "no"
    if claim.relation == "does":
        rest = describe_beside(subject, values, view)
        fact = view.say("not_only_this", who=capital(called(subject, view)))
        return rest.with_(lead=view.say(said, fact=f"{fact} {rest.lead}"))
    if claim.relation == "about" or ANY in claim.values:
        # of a report its title alone tells, which may say less; of any, nothing says what else
        fact = capital(sentence(stated(plain, view)))
        focus = Focus((subject,), (), (subject,))
        return Reply(view.say("claim_facts", fact=fact), places=places(*found.places), focus=focus)
    every = (*values, *beyond(claim.relation, subject, values, view.world))
    fact = sentence(stated(replace(plain, values=every), view))
    cited = (p for one in every for p in view.world.places(claim.relation, subject, one))
    focus = Focus((subject,), (), tuple(one for one in every if one in view.index) or (subject,))
    return Reply(view.say(said, fact=capital(fact)), places=places(*cited), focus=focus)
