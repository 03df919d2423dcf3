"""The forms of queries as a learned head: which of them a message has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Optional

import numpy as np

from vigie.nlu.features import frame_around, frame_word
from vigie.nlu.linear import Example, Linear, train
from vigie.nlu.parsed import Parsed
from vigie.nlu.second import Second

KEPT = 10
"""Forms handed on, the likeliest first."""
FEWEST = 4
"""Examples that a form needs to be learned."""
APART = 3
"""Parts of a message up to which each is read on its own."""


def learned(examples: Iterable[Example]) -> Linear:
    """The head, of the forms that have enough examples."""
    taught = list(examples)
    count = Counter(example.labels[0] for example in taught)
    kept = [example for example in taught if count[example.labels[0]] >= FEWEST]
    return train(kept, several=False, least=4)


def with_forms(parsed: Parsed, head: Linear, second: Optional[Second] = None) -> Parsed:
    """`parsed` and its clauses with the likeliest forms of their queries. `second` is asked about
    what is then read, each of a few clauses, else the whole; and about its topics."""
    several = 0 < len(parsed.clauses) <= APART
    inside = second if several else None
    clauses = tuple(with_forms(one, head, inside) for one in parsed.clauses)
    around = tuple(frame_around(parsed.words, parsed.text))
    scores = head.scores_of(parsed.words, frame_word, around)
    if second is not None and not several:
        scores, parsed = second.mended(scores, parsed)
    order = np.argsort(-scores, kind="stable")[:KEPT]
    forms = tuple((head.labels[i], float(scores[i])) for i in order)
    return replace(parsed, clauses=clauses, forms=forms)
