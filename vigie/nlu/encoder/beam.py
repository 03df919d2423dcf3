"""The likeliest things that a decoder may say: a beam search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vigie.nlu.encoder.base import Floats
from vigie.nlu.encoder.decoder import BEGIN, END, LONGEST, NEVER, UNKNOWN, Decoder, Heard

Places = npt.NDArray[np.int64]
WIDTH = 6
"""Beginnings that are followed at a time."""
BEHIND = 7.0
"""How much less likely than the best thing said, as a logarithm, a beginning is given up."""


class Spoken(NamedTuple):
    """Something said to its end: its words, without beginning and end, and the logarithm of its
    probability."""

    words: tuple[int, ...]
    likely: float


@dataclass(frozen=True)
class _Open:
    """Beginnings, and the logarithms of their probabilities."""

    words: list[tuple[int, ...]]
    likely: Floats


def spoken(decoder: Decoder, heard: Heard) -> list[Spoken]:
    """At most `WIDTH` things, the likeliest first."""
    some = _Open([()], np.zeros(1, np.float32))
    after, said = decoder.next(heard, np.array([[BEGIN]]))
    done: list[Spoken] = []
    for _ in range(LONGEST - 1):
        told = after[:, -1] + some.likely[:, None]
        told[:, UNKNOWN] = NEVER
        done += [Spoken(words, float(row[END])) for words, row in zip(some.words, told) if words]
        done = sorted(done, key=lambda one: -one.likely)[:WIDTH]
        told[:, END] = NEVER
        best = _likeliest(told)
        which, what = np.unravel_index(best, told.shape)
        some = _Open(
            [(*some.words[n], int(word)) for n, word in zip(which, what)], told[which, what]
        )
        kept = some.likely > _least(done)
        if not kept.any():
            break
        some = _Open([one for one, keep in zip(some.words, kept) if keep], some.likely[kept])
        which = which[kept]
        said = [one[which] for one in said]
        after, said = decoder.next(heard, what[kept][:, None], said)
    return done


def _likeliest(told: Floats) -> Places:
    """The places of the `WIDTH` largest of all, the first of those alike first; the few that may
    be among them are sorted alone."""
    flat = told.ravel()
    some = np.flatnonzero(flat >= np.partition(flat, -WIDTH)[-WIDTH])
    best: Places = some[np.argsort(-flat[some], kind="stable")][:WIDTH]
    return best


def _least(done: list[Spoken]) -> float:
    """The logarithm of the probability under which a beginning is given up."""
    if not done:
        return float(NEVER)
    return done[-1].likely if len(done) == WIDTH else done[0].likely - BEHIND
