"""What tells a reading from the others beside the same words: the parts of its form, on what it
leans, what it keeps of the last question, and what it makes of the names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional

from vigie.answers.query.evaluate import find
from vigie.answers.query.form import form
from vigie.answers.query.form_parts import parts_of
from vigie.answers.query.model import Query, arguments
from vigie.answers.query.normal import normal
from vigie.answers.query.refused import refused
from vigie.answers.query.world import World
from vigie.answers.question import Focus
from vigie.answers.reading.context import stack
from vigie.answers.reading.evidence import Evidence
from vigie.answers.reading.proposal import Proposal


class Traits:
    """The traits of the readings of one message in a conversation."""

    def __init__(self, evidence: Evidence, focus: Focus, world: World) -> None:
        self._evidence = evidence
        self._focus = focus
        self._world = world
        queries = stack(focus)
        self._last: Optional[Query] = normal(queries[0]) if queries else None
        self._shape = form(self._last) if self._last else None
        self._before = frozenset(one for query in queries for one in arguments(query))
        self._spoken = self._before.union(focus.subjects)

    def of(self, proposal: Proposal) -> frozenset[str]:
        """The traits of one reading."""
        return frozenset(self._of(proposal))

    def _of(self, proposal: Proposal) -> Iterator[str]:
        query = normal(proposal.query)
        shape = form(query)
        yield from parts_of(shape)
        if query.beside:  # narrowed by a topic all the same
            yield "about"
        yield f"leans {proposal.kind}"
        yield from self._lent(proposal)
        if self._last is not None:
            yield from self._kept(query, self._last)
            yield "form kept" if shape == self._shape else "form new"
        yield from self._set_aside(proposal, query)

    def _lent(self, proposal: Proposal) -> Iterator[str]:
        """Where what it takes for the unsaid comes from, and what that is."""
        if not proposal.lent:
            return
        things = self._evidence.things
        said = {one for place in proposal.used for one in things[place].ids}
        asked = frozenset(arguments(self._last)) if self._last else frozenset()
        for one in arguments(proposal.query):
            if one in said or one not in self._world.index:
                continue
            yield f"lent {self._from(one)}"
            if one in asked:
                yield "lent asked"
            kind = self._world.kind(one)
            yield f"lent {kind}"
            if kind != "agency":  # called by both genders: "le département", "la Justice"
                yield f"lent {kind} {self._world.index.entity(one).name.gender}"

    def _from(self, one: str) -> str:
        if one in self._focus.subjects:
            return "subject"
        if one in self._focus.shown:
            return "shown"
        return "before" if one in self._before else "kin"

    def _kept(self, query: Query, last: Query) -> Iterator[str]:
        """What it keeps of the last question."""
        yield "act kept" if query.act == last.act else "act new"
        yield "want kept" if query.want == last.want else "want new"
        sorts = [one.select.sort if one.select else "" for one in (query, last)]
        yield "sort kept" if sorts[0] and sorts[0] == sorts[1] else "sort new"
        now, then = frozenset(arguments(query)), frozenset(arguments(last))
        kept = "all" if now == then else "more" if now > then else "some" if now & then else "none"
        yield f"things kept {kept}"

    def _set_aside(self, proposal: Proposal, query: Query) -> Iterator[str]:
        """Whether it asks about what the message sets aside, and whether it lists again what was
        spoken of."""
        things = [self._evidence.things[place] for place in proposal.used]
        gone = refused(query)
        if any(thing.aside and gone.isdisjoint(thing.ids) for thing in things):
            yield "asks what is set aside"
        if proposal.kind == "other" and query.select and query.select.excluded:
            left = find(query.select, self._world)
            yield "others spoken of" if self._spoken.intersection(left) else "others all new"
