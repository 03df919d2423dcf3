"""What the document says nothing of: that is neither so nor not so, and gets no verdict."""

from __future__ import annotations

from vigie.answers.query.model import UNKNOWN, Claim
from vigie.answers.query.relations import ANY
from vigie.answers.query.verdict import Verdict

ACTS = ("does", "publishes", "runs", "chairs", "advises")
"""Relations of which the subject is somebody who acts."""
AS_IT_IS = ""
"""No verdict before a fact."""
SAID_WHOLE = ("does", "about")
"""Relations of which the document says all that it has to: what it does not say of them does not
hold, as far as it goes."""


def said_whole(claim: Claim) -> bool:
    """Whether the document says all of what is claimed; of what has no topic it does not."""
    return claim.relation in SAID_WHOLE and UNKNOWN not in claim.values


def is_silent(claim: Claim, found: Verdict) -> bool:
    """Whether the fact that stands where a claim is wrong is that the document says nothing of the
    kind: that somebody does so, or that there is any such thing."""
    if claim.relation == "does":
        return found.truth == "unsaid" and UNKNOWN not in claim.values
    if claim.relation == "advises":  # that another does is no reason why this one should not
        return True
    return claim.relation in ACTS and claim.values == (ANY,) and not found.values


def is_open(claim: Claim, found: Verdict) -> bool:
    """Whether what the document says neither holds nor excludes what is claimed."""
    return found.truth == "unsaid" and not (said_whole(claim) and not claim.denied)
