"""The queries that the evidence allows: each likely form filled with it, and with what was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, product
from typing import Optional

from vigie.answers.query.form import SLOT, fill
from vigie.answers.query.model import Query
from vigie.answers.reading.choose import turned
from vigie.answers.reading.evidence import SURE_TOPIC, Evidence
from vigie.answers.reading.grow import grown
from vigie.answers.reading.hand import Hand
from vigie.answers.reading.lines import query_in
from vigie.answers.reading.proposal import Proposal
from vigie.answers.reading.taken import taken

FORMS = 8
"""Forms that are tried, the likeliest first."""
TOPICS_TRIED = 3
"""Topics of a message that are tried in a form, the likeliest first."""
FARTHEST = 4
"""Things spoken of that are tried in a form, the nearest first."""
DOERS = ("agency", "body", "outsider")
ELSEWHERE = 0.2
"""Score from which a topic may be what another claim is of,"""
NEAR = 3
"""where it stands more words than this from the first: nested topics share their words."""
OPTIONAL = ("does", "about", "by", "of")
"""Conditions without which a list still is one."""


def proposals(
    forms: Sequence[tuple[str, float]],
    evidence: Evidence,
    referents: Sequence[tuple[str, str]] = (),
) -> Iterator[Proposal]:
    """Every way that is tried to fill the likeliest forms, once what several of them make alike.
    `referents` are the things of which was spoken, with their kinds, the nearest first."""
    for written, likelihood in forms[:FORMS]:
        if written.startswith("~"):
            continue
        shape = query_in(written)
        if shape is None:  # a form of an older corpus
            continue
        takes = taken(shape)
        topical = takes.topics and ("about=" in written or "does" in written)
        tries = list(_topics_tried(evidence)) if topical else [0]
        fitting = [thing for thing in evidence.things if thing.kind in takes.kinds]
        linked = (True, False) if any(t.score < 1 for t in fitting) else (False,)
        surely = (False, True) if any(t.weak for t in fitting) else (False,)
        filled = partial(_filled, shape, likelihood, evidence, referents)
        ways: list[Iterator[Proposal]] = []
        if takes.topics > 1:
            ways.append(filled((0, True, False), in_turn=takes.topics))
            if takes.topics == len(shape.claims) and _of_one_topic(evidence):
                ways.append(filled((0, True, False), one_topic=True))
        ways += (filled(how) for how in product(tries, linked, surely))
        for made in dict.fromkeys(chain.from_iterable(ways)):
            for one in (made, *grown(made, evidence)):
                yield one
                yield from turned(one, evidence)


def _topics_tried(evidence: Evidence) -> Iterator[int]:
    """The places, among the topics of the message, of the one that is tried first; where none of
    them is sure, also after all: what was spoken of then."""
    known = len(evidence.topics)
    yield from range(min(max(known, 1), TOPICS_TRIED))
    if known and evidence.topics[0][1] < SURE_TOPIC:
        yield max(known, TOPICS_TRIED)


def _of_one_topic(evidence: Evidence) -> bool:
    """Whether a message names several who may do the same, and no other topic stands elsewhere
    among its words."""
    several = sum(thing.kind in DOERS for thing in evidence.things) > 1
    (first, _), *others = evidence.topics or [("", 0.0)]
    apart = (evidence.place(one) for one, score in others if score >= ELSEWHERE)
    return several and all(abs(place - evidence.place(first)) <= NEAR for place in apart)


def _filled(
    shape: Query,
    likelihood: float,
    evidence: Evidence,
    referents: Sequence[tuple[str, str]],
    how: tuple[int, bool, bool],
    in_turn: int = 0,
    one_topic: bool = False,
) -> Iterator[Proposal]:
    """A form filled in one way, `in_turn` topics in the order of the text, or the same one
    everywhere; where it takes what was spoken of, also with what was spoken of before that."""
    shares, alike = len(shape.claims) > 1, shape.act == "compare"
    takes, named = taken(shape), len(evidence.things)
    exact = named == takes.things > 1  # "entre la Santé, la Justice et le DHS"
    picks = not (shares or exact) or takes.aside or named > takes.things
    seen: set[Query] = set()
    for far in range(max(1, min(FARTHEST, len(referents)))):
        near = (*referents[far:], *referents[:far])
        dealt = partial(
            Hand, evidence, near, *how, in_turn=in_turn, one_topic=one_topic, shares=shares
        )
        hand = dealt(alike=alike, picks=picks, lends_twice=shares)
        query = fill(shape, hand.choose)
        if query is not None and len(set(query.claims)) < len(query.claims):
            hand = dealt(alike=alike, picks=picks)
            query = fill(shape, hand.choose)
        dropped = 0
        if query is None and shape.claims:
            hand = dealt(backwards=True)
            query = fill(shape, hand.choose)
        if query is None:
            dropped, query, hand = _without(shape, evidence, referents)
        if query is not None and query not in seen:
            seen.add(query)
            yield _made(query, likelihood, hand, dropped, far)
        if not hand.lent:
            return


def _without(
    shape: Query, evidence: Evidence, referents: Sequence[tuple[str, str]]
) -> tuple[int, Optional[Query], Hand]:
    """A list or a count without the conditions for which there is nothing: "quelles publications
    officielles existent ?" is read as a form about a topic, and tells none."""
    hand = Hand(evidence, referents)
    select = shape.select
    if select is None or shape.act not in ("select", "count"):
        return 0, None, hand
    kept = tuple(
        one for one in select.conditions if one.key not in OPTIONAL or SLOT not in one.values
    )
    gone = len(select.conditions) - len(kept)
    if not gone:
        return 0, None, hand
    return gone, fill(replace(shape, select=replace(select, conditions=kept)), hand.choose), hand


def _made(query: Query, likelihood: float, hand: Hand, dropped: int, far: int) -> Proposal:
    return Proposal(
        query,
        likelihood,
        frozenset(hand.used),
        tuple(hand.topics),
        hand.lent,
        hand.numbers,
        "lent" if hand.lent else "alone",
        dropped=dropped,
        shared=hand.shared,
        far=far,
    )
