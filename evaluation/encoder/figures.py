"""What the encoder buys on authors that nothing was learned from, and what it costs."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from unittest import mock

import numpy as np

from evaluation.authors import Material, head, read_all
from evaluation.same import right
from vigie.answers.reading.sure import confidence
from vigie.nlu import second as rereading
from vigie.nlu.components.base import PARSED
from vigie.nlu.encoder.base import Floats
from vigie.nlu.encoder.reader import Reader, Scores
from vigie.nlu.features import frame_around, frame_word
from vigie.nlu.forms import Head
from vigie.nlu.parsed import Parsed
from vigie.nlu.second import Second, mean
from vigie.nlu.taught import FORM

GATES = (0.6, 0.8)
"""Under which the encoder would be asked."""
TIMED = 300


def table(
    made: Material, held: Sequence[str], others: Sequence[str], reader: Reader
) -> dict[str, Any]:
    """The figures of every way to put the two readers together."""
    light = head(made, others)
    second = Second.to(reader, light.labels)
    rows = [
        (message.get(PARSED), message.get("metadata")["example"][FORM])
        for message, (author, _, _) in zip(made.taught, made.segments)
        if author in held
    ]
    gold = [form for _, form in rows]
    first = np.stack([_light(light, parsed) for parsed, _ in rows])
    kept = _Kept(reader)
    heavy = np.stack([kept.scores(parsed).forms[second.places] for parsed, _ in rows])
    both = np.stack([mean(a, b, second.shared) for a, b in zip(first, heavy)])
    alone = np.zeros_like(first)
    alone[:, second.shared] = heavy
    ways = {"light": first, "encoder": alone, "both": both}
    for gate in GATES:
        unsure = first.max(axis=1, keepdims=True) < gate
        ways[f"both under {gate}"] = np.where(unsure, both, first)
    return {
        "authors": list(held),
        "segments": len(rows),
        "forms": {name: _accuracy(scores, gold, light.labels) for name, scores in ways.items()},
        "asked": {
            str(gate): round(100 * float((first.max(axis=1) < gate).mean()), 1) for gate in GATES
        },
        "queries": _queries(made, held, light, replace(second, reader=kept)),
        "milliseconds": _milliseconds(reader, [parsed for parsed, _ in rows]),
    }


class _Kept:
    """What the encoder says of messages, each read once."""

    def __init__(self, reader: Reader) -> None:
        self.labels = reader.labels
        self._reader = reader
        self._known: dict[str, Scores] = {}

    def scores(self, parsed: Parsed) -> Scores:
        """Probability of each label."""
        if parsed.text not in self._known:
            self._known[parsed.text] = self._reader.scores(parsed)
        return self._known[parsed.text]


def _light(light: Head, parsed: Parsed) -> Floats:
    return light.scores_of(parsed.words, frame_word, tuple(frame_around(parsed.words, parsed.text)))


def _accuracy(scores: Floats, gold: Sequence[str], labels: Sequence[str]) -> dict[str, float]:
    order = np.argsort(-scores, axis=1, kind="stable")[:, :3]
    ranked = [[labels[i] for i in row] for row in order]
    return {
        "first": _share([row[0] == form for row, form in zip(ranked, gold)]),
        "among three": _share([form in row for row, form in zip(ranked, gold)]),
    }


def _queries(
    made: Material, held: Sequence[str], light: Head, second: Second
) -> dict[str, dict[str, float]]:
    """How many whole queries are right, and of those that are sure enough to be answered."""
    found = {}
    for gate in (0.0, *GATES, 1.1):
        with mock.patch.object(rereading, "UNSURE", gate):
            rows = list(read_all(made, held, light, second))
        holds = [
            right(r.readings[0].query if r.readings else None, r.query, made.view) for r in rows
        ]
        sure = [one for one, r in zip(holds, rows) if confidence(r.readings) >= 0.8]
        name = {0.0: "light", 1.1: "both"}.get(gate, f"both under {gate}")
        found[name] = {
            "right": _share(holds),
            "sure": round(100 * len(sure) / len(holds), 1),
            "right where sure": _share(sure),
        }
    return found


def _milliseconds(reader: Reader, messages: Sequence[Parsed]) -> dict[str, float]:
    """Of processor: what else the machine does counts less."""
    times = []
    for parsed in messages[:: max(1, len(messages) // TIMED)]:
        begun = time.process_time()
        reader.scores(parsed)
        times.append(1000 * (time.process_time() - begun))
    return {
        "median": round(statistics.median(times), 1),
        "99th": round(float(np.percentile(times, 99)), 1),
    }


def _share(marks: Sequence[bool]) -> float:
    return round(100 * sum(marks) / max(1, len(marks)), 1)
