"""The forms of queries as a learned head: which of them a message has.

Each form that enough people wrote is learned whole, and each part of any form (`form_parts`) on its
own; a form is as likely as both say. So those that one person wrote can be read too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Optional, Protocol

import numpy as np
import numpy.typing as npt

from vigie.answers.query.form_parts import parts
from vigie.nlu.apart import train_apart
from vigie.nlu.features import frame_around, frame_word
from vigie.nlu.linear import Example, Features, Floats, Linear
from vigie.nlu.parsed import Parsed
from vigie.nlu.second import Second

KEPT = 10
"""Forms handed on, the likeliest first."""
FEWEST, FEWEST_OF_PART = 4, 15
"""Examples that a form, and a part of forms, needs to be learned."""
APART = 3
"""Parts of a message up to which each is read on its own."""
UNTAUGHT = -8.0
"""Logarithm of the probability of a form that is not learned whole, before its parts are heard."""
WEIGHT, HEAT = 0.5, 0.6
"""What the parts weigh beside the whole, and the power that makes probabilities of both: of those
tried on ten authors held out, the likeliest (evaluation/notes/reading.md)."""
SUREST = 6.0
"""No part is surer than this: the logarithm of its probability is at least the negative."""
PART = "part "
"""What the labels of parts begin with."""


class Head(Protocol):
    """What tells forms apart."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The forms."""

    def scores_of(self, words: Iterable[str], of: Features, around: Iterable[str]) -> Floats:
        """Probability of each, from the features `of` each word and those `around` the words."""


@dataclass(frozen=True)
class Forms:
    """What was learned of the forms, and of their parts."""

    head: Linear
    """The margins of the forms that were learned whole, then of the parts."""
    labels: tuple[str, ...]
    """Every form that somebody wrote."""
    places: npt.NDArray[np.int64]
    """Of the forms that were learned whole, the place among the labels."""
    made_of: Floats
    """(labels, parts): 1 where a form is made of a part, else 0."""

    @staticmethod
    def of(head: Linear, labels: Sequence[str]) -> Forms:
        """The head, with the forms that it is to tell apart."""
        place = {label: n for n, label in enumerate(labels)}
        whole = [place[label] for label in head.labels if not label.startswith(PART)]
        names = [label.removeprefix(PART) for label in head.labels[len(whole) :]]
        table = [[name in found for name in names] for found in map(parts, labels)]
        shape = (len(labels), len(names))
        made_of = np.array(table, np.float32).reshape(shape)
        return Forms(head, tuple(labels), np.array(whole, np.int64), made_of)

    def scores_of(self, words: Iterable[str], of: Features, around: Iterable[str]) -> Floats:
        """Probability of each form."""
        margins = self.head.logits_of(words, of, around)
        whole, part = np.split(margins, [len(self.places)])
        told = np.full(len(self.labels), UNTAUGHT, np.float32)
        told[self.places] = np.maximum(_log_softmax(whole), UNTAUGHT)
        yes, no = (np.maximum(-np.logaddexp(0, sign * part), -SUREST) for sign in (-1, 1))
        told += WEIGHT * (no.sum() + self.made_of @ (yes - no))
        return np.asarray(np.exp(_log_softmax(HEAT * told)), np.float32)


def _log_softmax(logits: Floats) -> Floats:
    shifted = logits - logits.max(initial=0.0)
    return np.asarray(shifted - np.log(np.exp(shifted).sum()), np.float32)


def learned(examples: Iterable[Example]) -> Forms:
    """What examples teach that have one form each."""
    taught = list(examples)
    count = Counter(example.labels[0] for example in taught)
    made_of = {label: sorted(f"{PART}{one}" for one in parts(label)) for label in count}
    also = [replace(one, labels=(one.labels[0], *made_of[one.labels[0]])) for one in taught]
    shares = Counter(part for one in also for part in one.labels[1:])
    whole = sorted(label for label, n in count.items() if n >= FEWEST)
    some = sorted(part for part, n in shares.items() if FEWEST_OF_PART <= n < len(also))
    return Forms.of(train_apart(also, [*whole, *some], least=4), sorted(count))


def with_forms(parsed: Parsed, head: Head, second: Optional[Second] = None) -> Parsed:
    """`parsed` and what is inside it with the likeliest forms of their queries. `second` is asked
    about what is then read, each of a few clauses, else the whole; and about its topics."""
    several = 0 < len(parsed.clauses) <= APART
    inside = second if several else None
    parsed = parsed.inside(lambda one: with_forms(one, head, inside))
    around = tuple(frame_around(parsed.words, parsed.text))
    scores = head.scores_of(parsed.words, frame_word, around)
    if second is not None and not several:
        scores, parsed = second.mended(scores, parsed)
    order = np.argsort(-scores, kind="stable")[:KEPT]
    forms = tuple((head.labels[i], float(scores[i])) for i in order)
    return replace(parsed, forms=forms)
