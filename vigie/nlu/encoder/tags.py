"""The encoder as it tells, of each word of a message, whether something else is asked or told from
there on: what `vigie.nlu.clauses` asks beside its own heads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np

from vigie.nlu.encoder.base import Floats
from vigie.nlu.encoder.files import FOLDER, TAGS
from vigie.nlu.encoder.forward import Encoder
from vigie.nlu.encoder.reader import Reader, opened
from vigie.nlu.encoder.text import OTHER, STANDS_FOR
from vigie.nlu.encoder.tokens import Tokenizer
from vigie.nlu.parsed import Parsed

LAYERS = 8
"""Of the encoder: where a message is cut shows in its structure, which the lower ones see."""
MOST = 144
"""Pieces of a message that are read, the last ones: of the 56,000 of the corpus five have more."""


@dataclass(frozen=True)
class Tagged:
    """What is told of each word of a message that was read; nothing of the words before them."""

    cut: tuple[Optional[float], ...]
    """How likely something else is asked or told from there on."""
    joint: tuple[Optional[float], ...]
    """How likely the next claim of one question begins there."""
    told: tuple[Optional[float], ...]
    """How likely it stands in something that is only told."""


@dataclass(frozen=True)
class Heads:
    """What stands on the vectors of the first piece of a word and of the piece before it, and on
    that of the first piece alone."""

    places: Floats
    places_bias: Floats
    told: Floats
    told_bias: Floats


class Tagger:
    """Tags the words of one message; two to nine milliseconds."""

    def __init__(self, tokenizer: Tokenizer, encoder: Encoder, heads: Heads) -> None:
        self._tokenizer = tokenizer
        self._encoder = encoder
        self._heads = heads

    def tags(self, parsed: Parsed) -> Tagged:
        """What is told of each token."""
        ids, firsts = pieces(self._tokenizer, parsed)
        states = self._encoder.states(ids)
        before = np.concatenate([np.zeros_like(states[:1]), states[:-1]])
        logits = np.concatenate([states, before], axis=1) @ self._heads.places
        logits += self._heads.places_bias
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        places = powers / powers.sum(axis=1, keepdims=True)
        told = 1 / (1 + np.exp(-(states @ self._heads.told + self._heads.told_bias)))
        return Tagged(
            *(
                tuple(None if first is None else float(column[first]) for first in firsts)
                for column in (places[:, 1], places[:, 2], told[:, 0])
            )
        )


def pieces(tokenizer: Tokenizer, parsed: Parsed) -> tuple[list[int], list[Optional[int]]]:
    """The message as the encoder reads it, and for each token the piece in which it begins; None
    where it is not read."""
    heads = {place: m.first for m in parsed.mentions for place in range(m.first, m.last)}
    ids, starts = tokenizer.aligned(list(_parts(parsed)))
    gone = max(0, len(ids) - MOST)
    firsts = (starts[2 * heads.get(place, place) + 1] - gone for place in range(len(parsed.tokens)))
    return [ids[0], *ids[1 + gone :]], [first if first > 0 else None for first in firsts]


def _parts(parsed: Parsed) -> Iterator[str]:
    """In turn what stands before each token and the token, in small letters; the first word of a
    name says its kind, the others nothing."""
    names = {place: m for m in parsed.mentions for place in range(m.first, m.last)}
    end = 0
    for place, token in enumerate(parsed.tokens):
        name = names.get(place)
        if name is not None and name.first != place:
            yield from ("", "")
        else:
            yield parsed.text[end : token.start].lower()
            word = parsed.text[token.start : token.end].lower()
            yield word if name is None else STANDS_FOR.get(name.kind, OTHER)
        end = token.end
    yield parsed.text[end:].lower().rstrip()


def load(beside: Optional[Reader] = None, folder: Path = FOLDER) -> Tagger:
    """With what was learned of places, and the tokenizer of the reader `beside`.

    Raises:
        BaseMissing: as `vigie.nlu.encoder.reader.opened`.
    """
    found = opened(folder, TAGS, beside, LAYERS)
    return Tagger(found.tokenizer, found.encoder, Heads(**found.head))
