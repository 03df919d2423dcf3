"""Claims put together from parts, as the lists of `assemble`: who, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vigie.answers.query.model import Claim, Query
from vigie.answers.query.relations import RELATIONS
from vigie.answers.reading.chances import LIKELY, likelihood
from vigie.answers.reading.evidence import SURE_TOPIC, Evidence, Thing
from vigie.answers.reading.proposal import Proposal

MOST = 3
"""Claims of one message."""
OF_THINGS = ("publishes", "runs", "chairs", "in", "creates", "amends", "advises", "of")


@dataclass(frozen=True)
class _Said:
    """What is said of somebody: a topic or a thing, and whether it is denied."""

    ident: str
    kind: str
    denied: bool


def assembled_claims(chances: Mapping[str, float], evidence: Evidence) -> Iterator[Proposal]:
    """Two or three claims: one of each of several, several of one, or each his own."""
    if chances.get("act:verify", 0.0) < LIKELY:
        return
    named = [
        (place, thing)
        for place, thing in enumerate(evidence.things)
        if thing.score == 1 and not thing.weak and len(thing.ids) == 1
    ]
    topics = sorted(
        (pair for pair in evidence.topics if pair[1] >= SURE_TOPIC),
        key=lambda pair: evidence.place(pair[0]),
    )
    for sort in dict.fromkeys(thing.kind for _, thing in named):
        who = [thing for _, thing in named if thing.kind == sort]
        what = [_Said(topic, "topic", evidence.refuses(topic)) for topic, _ in topics]
        what += [
            _Said(thing.ids[0], thing.kind, thing.aside) for _, thing in named if thing.kind != sort
        ]
        claims = tuple(_claims(sort, who, what, chances))
        if 1 < len(claims) <= MOST:
            query = Query("verify", claims=claims)
            yield Proposal(
                query,
                likelihood(query, chances),
                frozenset(place for place, _ in named),
                tuple(topics),
                assembled=True,
            )


def _claims(
    sort: str, who: Sequence[Thing], what: Sequence[_Said], chances: Mapping[str, float]
) -> Iterator[Claim]:
    if len(who) == 1 or len(what) == 1:
        pairs = [(one, said) for one in who for said in what]
    elif len(who) == len(what):
        pairs = list(zip(who, what))
    else:
        return
    # "le HHS gère la ligne, et pas le DHS": what is denied of one is asserted of the other.
    by_whom = len(what) == 1 and any(one.aside for one in who)
    for one, said in pairs:
        relation = _relation(sort, said.kind, chances)
        if relation:
            denied = one.aside or (said.denied and not by_whom)
            yield Claim(relation, one.ids[0], (said.ident,), denied=denied)


def _relation(sort: str, kind: str, chances: Mapping[str, float]) -> str:
    """What may hold between two kinds of things, the likeliest; "" where nothing does."""
    if kind == "topic":
        return next((n for n in ("does", "about") if sort in RELATIONS[n].left), "")
    fitting = [
        name for name in OF_THINGS if sort in RELATIONS[name].left and kind in RELATIONS[name].right
    ]
    return max(fitting, key=lambda name: chances.get(f"rel:{name}", 0.0), default="")
