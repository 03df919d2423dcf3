"""Sentences that tell of the writer and ask nothing."""

from __future__ import annotations

import re
from typing import Sequence

from vigie.nlu.asking import asks
from vigie.nlu.spans import SENTENCE_END, Span, between
from vigie.nlu.text import Token

_AT_WORK = re.compile(
    r"\b(?:je|j|on|nous|jprepare|jfais) (?:(?:me|suis|en|train|de|d) )*?(?:prepar|redig|ecri|fai|"
    r"travaill|boss|suis|etudi|finis|termin)\w*\b"
)
_WORK = re.compile(
    r"\b(?:memoire|these|expose|dissertation|devoir|"
    r"dossier|article|master|licence|doctorat|etudiante?|doctorante?|chercheuse|chercheur|stage)\b"
)
"""What somebody is at work on. Two patterns: joined by ".*" they would be tried from each "je" to
the end, a time that grows with the square of the message."""


def introductions(text: str, tokens: Sequence[Token]) -> list[Span]:
    """The sentences in which the writer tells of work in hand ("je prépare un mémoire sur ...")
    and asks nothing: they would be taken for a question about research or about schools."""
    ends = [i for i in range(1, len(tokens)) if SENTENCE_END.search(between(text, tokens, i))]
    found = []
    for start, end in zip([0, *ends], [*ends, len(tokens)]):
        sentence = tokens[start:end]
        words = " ".join(token.text for token in sentence)
        begun = _AT_WORK.search(words) if sentence else None
        if begun and _WORK.search(words, begun.end()) and not asks(sentence, text):
            found.append(Span(sentence[0].start, sentence[-1].end))
    return found
