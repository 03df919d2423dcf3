"""A filled form with all the names of an enumeration: how many there are is in the message, not in
the form, which knows the numbers that people wrote often.

"X, Y, Z et la NASA y siègent ?" is a form of two claims with two claims more; so are those among
whom is chosen, and those set aside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vigie.answers.query.model import Argument, Claim, Select
from vigie.answers.question import OUTSIDER
from vigie.answers.reading.evidence import Evidence, Thing
from vigie.answers.reading.proposal import Proposal

ACTING = ("agency",)
"""What organisations that the document does not name are named beside."""
FEWEST = 2
"""Names that a form needs to have for it to enumerate."""


def enumerated(made: Proposal, evidence: Evidence) -> Iterator[Proposal]:
    """The proposal that `made` becomes with every name of the enumeration that it begins, in the
    order of the text; none where it begins none, or has them all."""
    query, select = made.query, made.query.select
    if _same_of_each(query.claims):
        yield from _with_claims(made, evidence)
    if select is not None:
        yield from _with_names(made, select, evidence)


def _same_of_each(claims: Sequence[Claim]) -> bool:
    """Whether one thing is claimed of several."""
    alike = {replace(claim, subject="") for claim in claims}
    named = all(isinstance(claim.subject, str) for claim in claims)
    return len(claims) >= FEWEST and len(alike) == 1 and named


def _with_claims(made: Proposal, evidence: Evidence) -> Iterator[Proposal]:
    claims = made.query.claims
    names = [claim.subject for claim in claims]
    for every, used in _completed(names, made, evidence, aside=False):
        more = tuple(replace(claims[0], subject=name) for name in every)
        yield replace(made, query=replace(made.query, claims=more), used=used)


def _with_names(made: Proposal, select: Select, evidence: Evidence) -> Iterator[Proposal]:
    for every, used in _completed(select.among, made, evidence, aside=False):
        query = replace(made.query, select=replace(select, among=every))
        yield replace(made, query=query, used=used)
    for every, used in _completed(select.excluded, made, evidence, aside=True):
        query = replace(made.query, select=replace(select, excluded=every))
        yield replace(made, query=query, used=used)


def _completed(
    names: Sequence[Argument], made: Proposal, evidence: Evidence, aside: bool
) -> Iterator[tuple[tuple[str, ...], frozenset[int]]]:
    """The names with those of their kind that the message has besides, and the places of all."""
    of_name = {
        thing.ids[0]: thing
        for thing in evidence.things
        if _is_named(thing) and thing.ids[0] in names
    }
    kinds = {thing.kind for thing in of_name.values()} - {OUTSIDER} or set(ACTING)
    if len(set(names)) < FEWEST or len(of_name) < len(set(names)) or len(kinds) != 1:
        return
    apart = {thing.aside for thing in of_name.values()}
    every = {
        thing.ids[0]: place
        for place, thing in enumerate(evidence.things)
        if _is_named(thing)
        and (thing.ids[0] in names or place not in made.used)
        and thing.kind in (*kinds, *(() if aside else (OUTSIDER,)))
        and thing.aside in apart
    }
    if len(every) > len(of_name):
        yield tuple(every), made.used.union(every.values())


def _is_named(thing: Thing) -> bool:
    return thing.score == 1 and len(thing.ids) == 1 and not thing.via and thing.by is None
