"""How it is said that the document does not say what is claimed."""

from __future__ import annotations

from vigie.answers.grammar import sentence
from vigie.answers.query.model import Claim
from vigie.answers.view import View

UNSAID = "claim_unsaid"
"""That the document does not say it, before what it does say."""


def undecided_as(fact: str, view: View) -> str:
    """That the document does not say what is claimed, before a fact of which it is the subject:
    "Le document ne le dit pas. Il…"; nothing where it is not."""
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
