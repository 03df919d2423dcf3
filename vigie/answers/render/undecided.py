"""How it is said that the document does not say what is claimed."""

from __future__ import annotations

from vigie.answers.grammar import sentence
from vigie.answers.query.model import Claim
from vigie.answers.view import View

UNSAID = "claim_unsaid"
"""That the document does not say it, before what it does say."""


def undecided_as(claim: Claim, fact: str, view: View) -> str:
    """That the document does not say what is claimed, and of what, where nothing follows; before a
    fact of which it is the subject: "Le document ne le dit pas. Il…". Nothing before another."""
    if not fact and str(claim.subject) in view.index:
        return view.say("claim_unsaid_of", noun=view.noun(str(claim.subject)))
    subject = view.say("the_document")
    if not fact.startswith(f"{subject} "):
        return ""
    return sentence(view.say("claim_unsaid_as", fact=fact.removeprefix(f"{subject} ")))


def undecided(claim: Claim, view: View) -> str:
    """How it is said that the document does not say what is claimed: it may well say it in words
    that are not compared, of what something "is", or of a number told by "une quinzaine"."""
    if claim.relation == "is":
        return "claim_other"
    if claim.relation == "number" and view.kind(str(claim.subject)) == "body":
        members = view.body(str(claim.subject)).members
        return "claim_facts" if members and members.number_says else UNSAID
    return UNSAID
