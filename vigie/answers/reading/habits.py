"""What people mostly mean who use such words: a weight for each trait of a reading beside a cue of
the message, learned from the readings of authors held out (`python -m evaluation.fitting`).

The form of a query is learned from the words alone, what fills it from the names; which of the
readings is meant also hangs on both at once, and on what was said before: "celui qui publie le TIP,
il aide les victimes ?" has a part more than its likeliest form.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from vigie.answers.query.model import FACTS
from vigie.answers.reading.rank import Reading
from vigie.answers.reading.traits import Traits

_FILE = Path(__file__).with_name("habits.json")
NEAREST = 16
"""Readings that are weighed again, the best first; the others are none."""
Habits = Mapping[str, Mapping[str, float]]
"""For each trait, the weight of each cue."""


@lru_cache(maxsize=1)
def learned() -> Habits:
    """The weights of this product."""
    found: Habits = json.loads(_FILE.read_text("utf-8"))
    return found


def weighed(
    readings: Sequence[Reading], traits: Traits, cues: Iterable[str], habits: Habits
) -> list[Reading]:
    """The best of the readings, with what habit adds to their scores, the best first. What is no
    question of fact is so by habit, and which of its kind it is by its form alone."""
    shown = frozenset(cues)
    told: dict[str, float] = {}
    some = [replace(one, traits=traits.of(one.proposal)) for one in readings[:NEAREST]]
    for trait in frozenset().union(*(one.traits for one in some)):
        weights = habits.get(trait, {})
        told[trait] = sum(weights[cue] for cue in shown if cue in weights)
    added = [sum(told[trait] for trait in sorted(one.traits)) for one in some]
    beside = [habit for one, habit in zip(some, added) if one.query.act not in FACTS]
    found = [
        replace(one, score=one.score + (habit if one.query.act in FACTS else max(beside)))
        for one, habit in zip(some, added)
    ]
    return sorted(found, key=lambda reading: -reading.score)
