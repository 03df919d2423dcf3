"""How well messages are cut into what they ask and what they only tell, by authors held out.

`python -m evaluation.clauses` learns from four fifths of the authors at a time, cuts the messages
of the others, reads every part, and writes results/clauses.json. A message is right when each of
its queries is, and nothing more is read.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Optional

from evaluation.authors import Material, folds, head, material
from evaluation.material import RESULTS, ROOT, tables
from evaluation.same import right
from vigie.answers.decide import after
from vigie.answers.parts import parts_of
from vigie.answers.query.model import Query
from vigie.answers.question import Focus, read_question
from vigie.answers.reading.understand import understand
from vigie.answers.render.answer import answer
from vigie.answers.view import View
from vigie.nlu import corpus
from vigie.nlu.clauses import stretches
from vigie.nlu.clauses.cutting import (
    STRENGTH_TOLD,
    TOLD,
    Cutting,
    Taught,
    _open,
    _wanted,
    learned,
    suspicion,
)
from vigie.nlu.clauses.joined import joined
from vigie.nlu.clauses.outline import outline
from vigie.nlu.clauses.structure import Grammar, Structure
from vigie.nlu.clauses.taught import _row, _taught
from vigie.nlu.forms import with_forms
from vigie.nlu.frame import frame
from vigie.nlu.lexicon import forms
from vigie.nlu.linear import Example, Linear, train
from vigie.nlu.names import NameMatcher
from vigie.nlu.parsed import Parsed
from vigie.nlu.take_apart import clause, take_apart
from vigie.nlu.topics import with_topics

EACH = 5
"""Of so many short messages that ask one thing, one is tested: they are many, and seldom cut."""
LONG = 14
"""Words beyond which a message is long."""

# The stretches of a message that ask, as pairs of tokens, and whether it was cut at all.
Cut = Callable[["Case"], tuple[list[tuple[int, int]], list[tuple[int, int]]]]


@dataclass(frozen=True)
class Case:
    """A message of the corpus, parsed, as its author cut it."""

    message: corpus.Message
    parsed: Parsed
    taught: Taught
    structure: Structure

    @property
    def wanted(self) -> list[Query]:
        """The queries that it asks."""
        return [s.query for s in self.message.segments if s.query.act != "told"]

    @property
    def kind(self) -> str:
        """Under which it is counted."""
        asked, cut = len(self.wanted), len(self.message.segments)
        if cut == 1:
            return "one, long" if len(self.parsed.tokens) > LONG else "one, short"
        return "told and one" if asked == 1 else "two" if asked == 2 else "three or more"


def cases(names: NameMatcher, grammar: Grammar) -> tuple[list[Case], list[Case]]:
    """Every message that asks something on its own, and those that only teach."""
    found, problems = corpus.read(ROOT / "data")
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    every = [(one, True) for one in found.messages] + [(one, False) for one in joined(found)]
    parsed = [take_apart(one.text, names) for one, _ in every]
    structures = grammar.read_all((one.text, one.tokens) for one in parsed)
    made = [
        Case(
            one,
            p,
            _taught(_row(one, whole), p.tokens, outline(p.text, p.tokens, p.mentions)),
            s,
        )
        for (one, whole), p, s in zip(every, parsed, structures)
        if p.tokens
    ]
    return [one for one in made if one.taught.whole], [o for o in made if not o.taught.whole]


def words_alone(taught: Sequence[Taught], first: Linear) -> Cutting:
    """The same heads without spaCy."""
    examples = [
        Example(
            tuple(stretches.features(one.message, one.stretches, place)), (TOLD,) if told else ()
        )
        for one in taught
        if one.whole
        for place, told in enumerate(one.told)
    ]
    told = train(examples, several=True, least=3, strength=STRENGTH_TOLD)
    return Cutting(first, first, told)


def cutter(cutting: Cutting, with_structure: bool) -> Cut:
    """Cuts as the product does."""

    def cut(case: Case) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        message = case.taught.message
        suspected = cutting.suspected(message)
        if not suspected:
            return [(0, len(message.words))], []
        structure = case.structure if with_structure else None
        found = cutting.stretches(message, structure, suspected)
        if len(found) == 1:
            return found, []
        told = cutting.tells(message, structure, found)
        return found, [stretch for stretch, tells in zip(found, told) if not tells]

    return cut


def as_written(case: Case) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """As the author cut it."""
    pairs = list(zip(case.taught.stretches, case.taught.told))
    asked = [stretch for stretch, told in pairs if not told]
    return list(case.taught.stretches), asked if len(pairs) > 1 else []


def uncut(case: Case) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """As one."""
    return [(0, len(case.parsed.tokens))], []


class Reader:
    """Reads the parts of a message in their order, as `vigie.answers.asked` does, sure or not."""

    def __init__(self, made: Material, heads: Linear) -> None:
        self._made, self._heads = made, heads
        self._known: dict[Any, list[Optional[Query]]] = {}

    def read(self, case: Case, asked: Sequence[tuple[int, int]]) -> list[Optional[Query]]:
        """The queries."""
        key = (case.message.place, case.message.text, tuple(asked))
        if key not in self._known:
            self._known[key] = list(self._read(case, asked))
        return self._known[key]

    def _read(self, case: Case, asked: Sequence[tuple[int, int]]) -> Iterator[Optional[Query]]:
        parts = tuple(clause(case.parsed, *stretch) for stretch in asked[:4])
        parsed = replace(case.parsed, clauses=parts)
        topics = self._made.ours.topics
        assert topics._head is not None
        parsed = with_forms(with_topics(parsed, topics._head, topics._speller), self._heads)
        question = read_question({"text": parsed.text, "frame": frame(parsed)})
        view, focus = self._made.view, Focus()
        for part in parts_of(question, view):
            here = View(view.tables, view.phrases, focus)
            readings = understand(part, view.world, focus).readings
            query = readings[0].query if readings else None
            reply = answer(query, here) if query else None
            focus = after(query, reply, focus) if query and reply else focus
            yield query


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
        wanted, open_ = _wanted(case.taught), _open(case.taught)
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


def measure() -> dict[str, Any]:
    """Every way of cutting, on every author held out."""
    made = material()
    names = NameMatcher(forms(tables()))
    began = time.perf_counter()
    grammar = Grammar()
    loaded = time.perf_counter() - began
    every, extra = cases(names, grammar)
    counts: dict[str, Count] = defaultdict(Count)
    authors = {author for author, _, _ in made.segments}
    for group in folds(made):
        kept = [c for c in (*every, *extra) if c.message.author not in group]
        tested = [
            c
            for c in every
            if c.message.author in group and c.message.context == "new" and c.wanted
        ]
        first = suspicion([c.taught for c in kept])
        draft = Cutting(first, first, first)
        full = learned([replace(c.taught, structure=c.structure) for c in kept], first)
        light = words_alone([c.taught for c in kept], draft.suspicion)
        ways: dict[str, Cut] = {
            "uncut": uncut,
            **_regexes(),
            "words alone": cutter(light, False),
            "spaCy": cutter(full, True),
            "as its author did": as_written,
        }
        reader = Reader(made, head(made, authors - set(group)))
        for name, way in ways.items():
            for case in tested:
                found = way(case)
                counts[name].add(case, found, reader.read(case, found[1]), made.view)
        judged(counts["words alone"], light, False, tested)
        judged(counts["spaCy"], full, True, tested)
        print(json.dumps({n: c.table() for n, c in counts.items()}, indent=1), file=sys.stderr)
    return {
        "ways": {name: count.table() for name, count in counts.items()},
        "cost": {**cost(full, grammar, every), "seconds to load spaCy": round(loaded, 2)},
    }


def _regexes() -> dict[str, Cut]:
    from vigie.nlu import parts

    if not hasattr(parts, "questions"):
        return {}

    def cut(case: Case) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        found = case.parsed.tokens
        spans = parts.questions(case.parsed.text, found)

        def at(offset: int) -> int:
            return sum(token.start < offset for token in found)

        asked = [(at(s.start), at(s.end)) for s in spans]
        places = sorted({0, len(found), *(p for pair in asked for p in pair)})
        return list(zip(places, places[1:])), asked

    return {"regexes": cut}


def cost(cutting: Cutting, grammar: Grammar, every: Sequence[Case]) -> dict[str, Any]:
    """Milliseconds a message, and how many are handed to spaCy."""
    from vigie.nlu.take_apart import with_clauses

    took: dict[bool, list[float]] = {True: [], False: []}
    for case in every[::17]:
        asks_spacy = bool(cutting.suspected(case.taught.message))
        began = time.perf_counter()
        with_clauses(case.parsed, cutting, grammar)
        took[asks_spacy].append(1000 * (time.perf_counter() - began))
    both = sorted(took[True] + took[False])
    return {
        "messages": len(both),
        "read by spaCy, per cent": round(100 * len(took[True]) / len(both), 1),
        "ms, words alone": round(statistics.median(took[False]), 2),
        "ms, with spaCy": round(statistics.median(took[True]), 2),
        "ms, 99 of 100": round(both[int(0.99 * len(both))], 2),
    }


def main() -> None:
    """Measure, and write what was found."""
    found = measure()
    (RESULTS / "clauses.json").write_text(
        json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
    print(json.dumps(found, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
