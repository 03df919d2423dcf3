"""What one way of cutting got right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, Optional

from evaluation.clauses.cases import Case
from evaluation.same import right
from vigie.answers.query.model import Query
from vigie.answers.view import View
from vigie.nlu.clauses.cutting import Cutting
from vigie.nlu.clauses.teaching import unsettled


class Count:
    """What one way of cutting got right."""

    def __init__(self) -> None:
        self.all: Counter[str] = Counter()
        self.good: Counter[str] = Counter()
        self.exact: Counter[str] = Counter()
        self.twice = 0
        self.told: Counter[tuple[bool, bool]] = Counter()

    def add(self, case: Case, found: Any, queries: list[Optional[Query]], view: View) -> None:
        """Count one message."""
        cut, asked = found
        wanted = {first for first, _ in case.taught.stretches[1:]}
        open_ = unsettled(case.taught)
        same = {first for first, _ in cut[1:]} - open_ == wanted - open_
        holds = len(queries) == len(case.wanted) and all(
            right(query, gold, view) for query, gold in zip(queries, case.wanted)
        )
        for key in (case.kind, "one" if len(case.message.segments) == 1 else "several"):
            self.all[key] += 1
            self.exact[key] += same
            self.good[key] += holds
        self.twice += len(asked) > 1 >= len(case.wanted)

    def table(self) -> dict[str, Any]:
        """In per cent."""
        several = sum(self.told.values())
        return {
            "messages": dict(self.all),
            "cut as its author did": _percent(self.exact, self.all),
            "one question taken for several": round(
                100 * self.twice / (self.all["one"] + self.all["told and one"]), 1
            ),
            "asked or told": round(
                100 * sum(n for (a, b), n in self.told.items() if a == b) / several, 1
            )
            if several
            else None,
            "every query right": _percent(self.good, self.all),
        }


def _percent(some: Counter[str], every: Counter[str]) -> dict[str, float]:
    return {key: round(100 * some[key] / every[key], 1) for key in sorted(every)}


def judged(count: Count, cutting: Cutting, with_structure: bool, tested: Iterable[Case]) -> None:
    """Whether each stretch of a message that its author cut is seen to ask or to tell."""
    for case in tested:
        if len(case.taught.stretches) > 1:
            structure = case.structure if with_structure else None
            said = cutting.tells(case.taught.message, structure, case.taught.stretches)
            count.told.update(zip(case.taught.told, said))
