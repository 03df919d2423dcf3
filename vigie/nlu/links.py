"""What a message means without one of the names that the knowledge lists: "le groupe", "les
rescapés", "la ligne" are learned from the questions that say them and mean something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from vigie.nlu.features import frame_around, frame_features, frame_word
from vigie.nlu.linear import Example, Linear, train
from vigie.nlu.parsed import Parsed

LEAST = 0.1
"""Score from which a thing is handed on: of what authors held out left unnamed, two thirds pass,
with as many that are not meant; the queries tell them apart (evaluation/notes/reading.md)."""
KEPT = 3
"""Things handed on, the likeliest first."""


def example(parsed: Parsed, text: str, meant: Iterable[str]) -> Example:
    """What a question teaches: the things that it means and does not name."""
    named = {ident for mention in parsed.mentions for ident in mention.ids}
    left = tuple(ident for ident in meant if ident not in named)
    return Example(tuple(frame_features(parsed.words, text)), left)


def learned(examples: Sequence[Example]) -> Linear:
    """The head: a logistic regression a thing."""
    return train(examples, several=True, least=3)


def with_links(parsed: Parsed, head: Linear) -> Parsed:
    """`parsed` and what is inside it with what they may mean without a name."""
    parsed = parsed.inside(lambda one: with_links(one, head))
    around = tuple(frame_around(parsed.words, parsed.text))
    scores = head.scores_of(parsed.words, frame_word, around)
    named = {ident for mention in parsed.mentions for ident in mention.ids}
    order = np.argsort(-scores, kind="stable")[: KEPT + len(named)]
    links = [
        (head.labels[i], float(scores[i]))
        for i in order
        if scores[i] >= LEAST and head.labels[i] not in named
    ]
    return replace(parsed, links=tuple(links[:KEPT]))
