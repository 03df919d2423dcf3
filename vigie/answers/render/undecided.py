"""How it is said that the document does not say what is claimed."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.grammar import neither, sentence, unique
from vigie.answers.query.model import Claim
from vigie.answers.reply import Reply
from vigie.answers.view import View

UNSAID = "claim_unsaid"
"""That the document does not say it, before what it does say."""
OTHERWISE, AS_TOLD = "claim_other", "claim_facts"
"""That what it says does not settle it; that this is what it says."""
UNDECIDED = (UNSAID, OTHERWISE, AS_TOLD)
"""What is said of a claim that is neither upheld nor denied: see `undecided`."""


def undecided_as(claim: Claim, fact: str, view: View) -> str:
    """That the document does not say what is claimed, and of what, where nothing follows; before a
    fact of which it is the subject: "Le document ne le dit pas. Il…". Nothing before another."""
    if not fact and str(claim.subject) in view.index:
        return view.say("claim_unsaid_of", noun=view.noun(str(claim.subject)))
    subject = view.say("the_document")
    if not fact.startswith(f"{subject} "):
        return ""
    return sentence(view.say("claim_unsaid_as", fact=fact.removeprefix(f"{subject} ")))


def undecided_of_each(claims: Sequence[Claim], told: Sequence[Reply], view: View) -> str:
    """That the document does not say it of several, where that is all that is told of each; ""
    where it is not."""
    if any(
        one.items or one.lead != undecided_as(claim, "", view) for claim, one in zip(claims, told)
    ):
        return ""
    nouns = unique(format(view.noun(str(claim.subject)), "du") for claim in claims)
    return view.say("claim_unsaid_of_each", each=neither(nouns))


def undecided(claim: Claim, view: View) -> str:
    """How it is said that the document does not say what is claimed: it may well say it in words
    that are not compared, of what something "is", or of a number told by "une quinzaine"."""
    if claim.relation == "is":
        return OTHERWISE
    if claim.relation == "number" and view.kind(str(claim.subject)) == "body":
        members = view.body(str(claim.subject)).members
        return AS_TOLD if members and members.number_says else UNSAID
    return UNSAID
