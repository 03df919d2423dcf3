"""How a message would lean on what was said before it, were it said in a conversation: on nothing,
on what was spoken of, on the last question with other things in it, on the list just given.

The names are those of `Proposal.kind` (vigie/answers/reading/proposal.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from vigie.nlu.features import frame_around, frame_word
from vigie.nlu.linear import Example, Linear, train
from vigie.nlu.parsed import Parsed

BY_CONTEXT: Mapping[str, str] = MappingProxyType(
    {
        "new": "alone",
        "pronoun": "lent",
        "subst": "same",
        "correct": "same",
        "index": "index",
        "narrow": "narrow",
        "other": "other",
        "again": "again",
    }
)
"""How a turn leans, by its mark in the corpus; a return may lean in several ways."""


def learned(examples: Sequence[Example]) -> Linear:
    """The head."""
    return train(examples, several=False, least=3)


def with_leans(parsed: Parsed, head: Linear) -> Parsed:
    """`parsed` and what is inside it with the probability of each way of leaning."""
    parsed = parsed.inside(lambda one: with_leans(one, head))
    around = tuple(frame_around(parsed.words, parsed.text))
    scores = head.scores_of(parsed.words, frame_word, around)
    leans = {label: float(score) for label, score in zip(head.labels, scores)}
    return replace(parsed, leans=leans)
