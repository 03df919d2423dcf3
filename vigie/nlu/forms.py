"""The forms of queries as a learned head: which of them a message has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from vigie.nlu.features import frame_around, frame_word
from vigie.nlu.linear import Example, Linear, train
from vigie.nlu.understanding import Parsed

KEPT = 10
"""Forms handed on, the likeliest first."""
FEWEST = 4
"""Examples that a form needs to be learned."""


def learned(examples: Iterable[Example]) -> Linear:
    """The head, of the forms that have enough examples."""
    taught = list(examples)
    count = Counter(example.labels[0] for example in taught)
    kept = [example for example in taught if count[example.labels[0]] >= FEWEST]
    return train(kept, several=False, least=4)


def with_forms(parsed: Parsed, head: Linear) -> Parsed:
    """`parsed` and its clauses with the likeliest forms of their queries."""
    clauses = tuple(with_forms(one, head) for one in parsed.clauses)
    around = tuple(frame_around(parsed.words, parsed.text))
    scores = head.scores_of(parsed.words, frame_word, around)
    order = np.argsort(-scores, kind="stable")[:KEPT]
    forms = tuple((head.labels[i], float(scores[i])) for i in order)
    return replace(parsed, clauses=clauses, forms=forms)
