"""Of a claim that somebody publishes a report each year, whether the document can tell."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import Claim, Condition, Select
from vigie.answers.query.world import World

YEARLY = Condition("freq", ("annual",))


def of_their_rhythm(claim: Claim, world: World) -> Claim:
    """`claim`; where it is that somebody publishes a yearly report, and the document gives no
    rhythm for any of theirs, as one on that rhythm: it does not say that none is yearly. Who denies
    that any is has what the document cites confirmed."""
    yearly = claim.relation == "publishes" and claim.values == (Select("report", (YEARLY,)),)
    if (
        not yearly
        or claim.only
        or claim.whole
        or claim.denied
        or not isinstance(claim.subject, str)
    ):
        return claim
    own = world.right("publishes", claim.subject)
    if not own or any(world.right("freq", one) for one in own):
        return claim
    theirs = Select("report", (Condition("by", (claim.subject,)),))
    return replace(claim, relation="freq", subject=theirs, values=YEARLY.values)
