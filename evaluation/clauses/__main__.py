"""`python -m evaluation.clauses`: measures every way of cutting, and writes what was found."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from evaluation.authors import folds, head, material
from evaluation.clauses.cases import Case, cases
from evaluation.clauses.count import Count, judged
from evaluation.clauses.reader import Reader
from evaluation.clauses.ways import Cut, as_written, cutter, regexes, uncut, words_alone
from evaluation.material import RESULTS, tables
from vigie.nlu.clauses.cutting import Cutting
from vigie.nlu.clauses.structure import Grammar
from vigie.nlu.clauses.teaching import learned, suspicion
from vigie.nlu.lexicon import forms
from vigie.nlu.names import NameMatcher
from vigie.nlu.take_apart import with_clauses


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
        first, suspects = suspicion([c.taught for c in kept])
        with_structure = [replace(c.taught, structure=c.structure) for c in kept]
        full = learned(with_structure, first, suspects)
        light = words_alone([c.taught for c in kept], first)
        ways: dict[str, Cut] = {
            "uncut": uncut,
            "regexes": regexes,
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


def cost(cutting: Cutting, grammar: Grammar, every: Sequence[Case]) -> dict[str, Any]:
    """Milliseconds a message, and how many are handed to spaCy."""
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
