"""How it is said that the document does not say what is claimed."""

from __future__ import annotations

from vigie.answers.grammar import sentence
from vigie.answers.query.model import Claim
from vigie.answers.view import View

UNSAID = "claim_unsaid"
"""That the document does not say it, before what it does say."""
OTHERWISE, AS_TOLD = "claim_other", "claim_facts"
"""That what it says does not settle it; that this is what it says."""
UNDECIDED = (UNSAID, OTHERWISE, AS_TOLD)
"""What is said of a claim that is neither upheld nor denied: see `undecided`."""


def undecided_as(fact: str, view: View) -> str:
    """That the document does not say what is claimed, before a fact of which it is the subject: "Le
    document ne le dit pas. Il…". Nothing before another."""
    subject = view.say("the_document")
    if not fact.startswith(f"{subject} "):
        return ""
    return sentence(view.say("claim_unsaid_as", fact=fact.removeprefix(f"{subject} ")))


def is_of_bodies(claim: Claim, view: View) -> bool:
    """Whether a body is said to be in another whose members its own are told by: it is made of
    their representatives, and no member of it."""
    if claim.relation != "in" or view.kind(str(claim.subject)) != "body":
        return False
    members = view.body(str(claim.subject)).members
    others = (view.noun(str(one)).name.acronym for one in claim.values if str(one) in view.index)
    return members is not None and any(one and one in members.who for one in others)


def undecided(claim: Claim, view: View) -> str:
    """How it is said that the document does not say what is claimed: it may well say it in words
    that are not compared, of what something "is", or of a number told by "une quinzaine"."""
    if claim.relation == "is":
        return OTHERWISE
    if is_of_bodies(claim, view):
        return AS_TOLD
    if claim.relation == "number" and view.kind(str(claim.subject)) == "body":
        members = view.body(str(claim.subject)).members
        return AS_TOLD if members and members.number_says else UNSAID
    return UNSAID
