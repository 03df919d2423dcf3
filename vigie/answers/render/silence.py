"""What rests on the silence of the document: that something is not done, or done by nobody else. It
is told as such, and gets no verdict."""

from __future__ import annotations

from vigie.answers.query.model import UNKNOWN, Claim
from vigie.answers.query.relations import ANY, TOPICAL
from vigie.answers.query.verdict import Verdict
from vigie.answers.render.outsiders import is_outside

ACTS = ("does", "publishes", "runs", "chairs", "advises")
"""Relations of which the subject is somebody who acts."""
AS_IT_IS = ""
"""No verdict before a fact."""


def is_silent(claim: Claim, found: Verdict) -> bool:
    """Whether the fact that stands where a claim is wrong is that the document says nothing of the
    kind: that somebody does so, or that there is any such thing."""
    if claim.only:
        return False
    if claim.relation == "does":
        return found.truth == "unsaid" and UNKNOWN not in claim.values
    if claim.relation == "advises":  # that another does is no reason why this one should not
        return found.truth != "yes"
    return claim.relation in ACTS and claim.values == (ANY,) and not found.values


def is_open(claim: Claim, found: Verdict) -> bool:
    """Whether what the document says neither holds nor excludes what is claimed."""
    return found.truth == "unsaid" and not is_silent(claim, found)


def rests_on_silence(claim: Claim, found: Verdict) -> bool:
    """Whether neither "oui" nor "non" is an answer to a claim: it is open, of whom the document
    does not name, denied where nothing is said, or upheld because nothing else is said. What is
    claimed to be done, and is not said, does not hold beside what does."""
    if is_open(claim, found):
        return True
    if claim.relation == "does" and found.truth != "yes" and is_outside(claim):
        return True
    if is_silent(claim, found):
        return claim.denied or claim.relation == "advises"
    excludes = (claim.only and claim.relation == "does") or claim.whole
    return found.truth == "yes" and excludes and claim.relation in TOPICAL
