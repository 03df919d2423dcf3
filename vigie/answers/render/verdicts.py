"""verify: yes, no, or not in the document, on the exact claim; then the fact that is right."""

from __future__ import annotations

from typing import Optional

from vigie.answers.grammar import capital, listing, number, sentence
from vigie.answers.query.evaluate import Verdict, verify
from vigie.answers.query.model import UNKNOWN, Claim, Query
from vigie.answers.question import Focus
from vigie.answers.render.attributes import attribute
from vigie.answers.render.facts import called, label, labels, stated, unnamed
from vigie.answers.reply import Reply
from vigie.answers.roles import describe_any
from vigie.answers.view import View, places

INTENTS = {
    "does": "verify_role",
    "publishes": "verify_report",
    "runs": "verify_role",
    "chairs": "verify_chair",
    "in": "verify_membership",
    "creates": "verify_law",
    "amends": "verify_law",
}
"""The intent that a claim of a relation stands for, for what follows it."""
_ASKED_OF = {
    "year": "date",
    "number": "number",
    "freq": "frequency",
    "level": "level",
    "appoints": "appointer",
}
"""The attribute that a claim of a relation is about."""


def verified(query: Query, view: View) -> Optional[Reply]:
    """The reply to a verify: a verdict and a fact for each claim."""
    replies = [_one(claim, view) for claim in query.claims]
    told = [reply for reply in replies if reply is not None]
    if len(told) != len(replies) or not told:
        return None
    if len(told) == 1:
        return told[0]
    lead = " ".join(sentence(one.lead) for one in told)
    verdicts = {one.lead.partition(" ")[0] for one in told}
    if len(verdicts) > 1:  # one part holds, another does not: neither "yes" nor "no"
        lead = view.say("partly", facts=lead)
    return Reply(
        lead,
        after=" ".join(dict.fromkeys(sentence(one.after) for one in told if one.after)),
        reason=next((one.reason for one in told if one.reason), ""),
        places=tuple(dict.fromkeys(p for one in told for p in one.places)),
        focus=told[0].focus,
    )


def _one(claim: Claim, view: View) -> Optional[Reply]:
    claim = _resolved(claim, view)
    found = verify(claim, view.world)
    if found.truth == "yes":
        return _held(claim, found, view)
    return _refuted(claim, found, view)


def _resolved(claim: Claim, view: View) -> Claim:
    """The claim with what its selects find in their place."""
    from vigie.answers.query.evaluate import resolve

    if claim.relation == "count":
        return claim
    subject = resolve((claim.subject,), view.world)
    values = resolve(claim.values, view.world)
    return Claim(
        claim.relation, subject[0] if subject else UNKNOWN, values, claim.denied, claim.only
    )


def _held(claim: Claim, found: Verdict, view: View) -> Reply:
    fact = _fact(claim, found, view)
    if fact is None:
        return Reply(view.say("yes", fact=""), places=places(*found.places))
    if claim.only:
        fact = fact.with_(lead=f"{sentence(fact.lead)} {view.say('no_other_does')}")
    response = "indeed_yes" if claim.denied else "yes"
    return fact.with_(
        lead=view.say(response, fact=capital(sentence(fact.lead))), focus=_focus(claim, found, view)
    )


def _fact(claim: Claim, found: Verdict, view: View) -> Optional[Reply]:
    """The claim as the document has it."""
    asked = _ASKED_OF.get(claim.relation)
    if asked:
        subject = claim.values[0] if claim.relation == "appoints" else claim.subject
        return attribute(asked, str(subject), view)
    if claim.relation == "rank":
        return describe_any(str(claim.subject), view)
    return Reply(stated(claim, view), places=places(*found.places))


def _refuted(claim: Claim, found: Verdict, view: View) -> Optional[Reply]:
    """What does not hold, and what does."""
    said = "indeed_no" if claim.denied else "no"
    right = _instead(claim, found, view)
    if right is None:
        return None
    if found.truth == "unsaid" and claim.relation not in ("does", "about"):
        lead = view.say("claim_unsaid", fact=capital(sentence(right.lead)))
    else:
        lead = view.say(said, fact=capital(sentence(right.lead)))
    reason = "unsaid" if found.truth == "unsaid" else right.reason
    return right.with_(lead=lead, reason=reason, focus=_focus(claim, found, view))


def _instead(claim: Claim, found: Verdict, view: View) -> Optional[Reply]:
    """The fact that stands where a claim is wrong."""
    subject = str(claim.subject)
    asked = _ASKED_OF.get(claim.relation)
    if claim.relation == "count":
        return Reply(
            view.say("counted", number=capital(number(int(found.values[0])))),
            places=places(*found.places),
        )
    if asked == "appointer":
        return attribute(asked, str(claim.values[0]), view)
    if asked and subject in view.index:
        return attribute(asked, subject, view)
    if claim.only:
        return _others(claim, found, view)
    if claim.relation == "does":
        return _does_not(claim, found, view)
    if claim.relation == "in":
        return _not_in(claim, found, view)
    if claim.relation in ("publishes", "runs", "chairs", "creates", "amends", "of", "advises"):
        return _owners(claim, found, view)
    if subject not in view.index:
        return None
    if claim.relation == "kind":
        return Reply(stated(claim, view), places=places(view.entity(subject)))
    return describe_any(subject, view)


def _does_not(claim: Claim, found: Verdict, view: View) -> Reply:
    """That the document does not say that it does so; then who does."""
    topics = [str(v) for v in claim.values]
    lead = view.say(
        "says_not_does", who=called(str(claim.subject), view), topic=labels(topics, view)
    )
    after = ""
    if found.subjects:
        after = view.say(
            "do_it",
            who=listing([called(s, view) for s in found.subjects]),
            topic=label(topics[0], view),
        )
    cited = [p for s in found.subjects for t in topics for p in view.world.places("does", s, t)]
    own = [view.entity(str(claim.subject))] if str(claim.subject) in view.index else []
    return Reply(f"{sentence(lead)} {capital(after)}".strip(), places=places(*(cited or own)))


def _others(claim: Claim, found: Verdict, view: View) -> Reply:
    """That it is not the only one, or does not at all."""
    subject = str(claim.subject)
    others = [s for s in found.subjects if s != subject]
    who = listing([called(s, view) for s in others])
    response = "also_do" if subject in found.subjects else "do_instead"
    cited = [
        p
        for s in found.subjects
        for v in claim.values
        if isinstance(v, str)
        for p in view.world.places(claim.relation, s, v)
    ]
    return Reply(view.say(response, who=who, what=called(subject, view)), places=places(*cited))


def _not_in(claim: Claim, found: Verdict, view: View) -> Reply:
    subject, body = str(claim.subject), str(claim.values[0])
    lead = view.say("not_among", who=capital(called(subject, view)), body=view.noun(body))
    members = view.body(body).members
    after = view.say("body_members", body=view.noun(body), who=members.who) if members else ""
    cited = (members.list_place or members.place) if members else view.body(body).place
    return Reply(f"{sentence(lead)} {capital(after)}".strip(), places=places(cited))


def _owners(claim: Claim, found: Verdict, view: View) -> Optional[Reply]:
    """Who does stand in the relation with the value; else what the subject does stand in it
    with; else what the subject is."""
    subject = str(claim.subject)
    values = tuple(v for v in claim.values if isinstance(v, str))
    if found.subjects and values and values[0] in view.index:
        said = [stated(Claim(claim.relation, s, values), view) for s in found.subjects[:3]]
        cited = [
            p
            for s in found.subjects
            for v in values
            for p in view.world.places(claim.relation, s, v)
        ]
        return Reply(" ".join(map(sentence, said)), places=places(*cited))
    if found.values and subject in view.index:
        right = Claim(claim.relation, subject, found.values)
        cited = [p for v in found.values for p in view.world.places(claim.relation, subject, v)]
        return Reply(stated(right, view), places=places(*cited))
    if subject not in view.index:
        return unnamed(subject, view)
    none = f"none_{claim.relation}"
    if none in view.phrases:
        return Reply(view.say(none, who=called(subject, view)), places=places(view.entity(subject)))
    return describe_any(subject, view)


def _focus(claim: Claim, found: Verdict, view: View) -> Focus:
    subjects = tuple(s for s in (str(claim.subject),) if s in view.index)
    topics = tuple(str(v) for v in claim.values) if claim.relation == "does" else ()
    things = tuple(str(v) for v in claim.values if str(v) in view.index)
    shown = (
        found.subjects
        if claim.relation == "does" and found.truth != "yes"
        else (things or subjects)
    )
    return Focus(
        INTENTS.get(claim.relation, "verify_fact"),
        subjects or things,
        tuple(t for t in topics if t in {x.id for x in view.knowledge.topics}),
        shown,
    )
