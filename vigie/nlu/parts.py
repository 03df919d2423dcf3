"""Cut a message into its questions."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Sequence

from vigie.nlu.asking import ASKING, LEADING, asks, asks_already, asks_indirectly, marked, requests
from vigie.nlu.shorthand import SHORTHAND
from vigie.nlu.spans import SENTENCE_END, Span, between
from vigie.nlu.text import Token

_FRONTED = re.compile(
    r"(?:\w+ ){1,7}(?:(?:c|ce|est) (?:est|sont)|cest) (?:qui|quoi|quel\w*|combien|quand|ou)\b"
)
"""A question whose subject comes first: "la ligne, c'est qui qui la paie"."""
FEW = 3
"""Words of a question that leans on what stands before it."""
_PART_OPENERS = (
    ("d", "une", "part"),
    ("d", "autre", "part"),
    ("d", "un", "bord"),
    ("de", "l", "autre", "bord"),
    ("autre", "question"),
    ("deuxieme", "question"),
    ("deux", "choses"),
)


def questions(text: str, tokens: Sequence[Token]) -> list[Span]:
    """The stretches that each ask something; empty when the message is one sentence."""
    cuts = {0}
    announced = set()
    plain = [SHORTHAND.get(token.text, token.text).split()[-1] for token in tokens]
    asked = _asked_from(tokens, plain)
    for index in range(1, len(tokens)):
        gap = between(text, tokens, index)
        if ":" in gap and _asked_in_full(text, tokens, index):
            announced.add(index)
        if "+" in gap and ASKING.intersection(_spelt(tokens, index)):
            cuts.add(index)
        if SENTENCE_END.search(gap) or (
            _opens(tokens, index)
            or (
                ("," in gap or tokens[index].text in LEADING)
                and index >= asked
                and _new_question(tokens, plain, index)
            )
        ):
            cuts.add(index)
    starts = sorted(cuts | announced)
    pieces = [tokens[start:end] for start, end in zip(starts, [*starts[1:], len(tokens)])]
    surely = any(marked(piece, text) or requests(piece) for piece in pieces)
    found = []
    for piece, following in zip(pieces, [*starts[1:], len(tokens)]):
        # What announces a question ("je voudrais savoir deux choses :") is none.
        if len(piece) >= 2 and following not in announced and asks(piece, text, surely):
            found.append(Span(piece[0].start, _with_mark(text, piece[-1].end)))
    return found if len(starts) > 1 else []


def _with_mark(text: str, end: int) -> int:
    mark = re.match(r"\s*\?", text[end:])
    return end + mark.end() if mark else end


def _spelt(tokens: Sequence[Token], index: int) -> list[str]:
    """The words from `index` on in which a question may begin, shorthand written out."""
    near = tokens[index : index + 5]
    return [word for token in near for word in SHORTHAND.get(token.text, token.text).split()]


def _opens(tokens: Sequence[Token], index: int) -> bool:
    words = tuple(t.text for t in tokens[index : index + 4])
    return any(words[: len(opener)] == opener for opener in _PART_OPENERS)


def _asked_from(tokens: Sequence[Token], plain: Sequence[str]) -> int:
    """How many words it takes until they ask something; more than there are when they never do.

    Words that ask go on asking whatever follows, so that the place is found by halving: a look at
    all that stands before each word would grow with the square of the message.
    """
    if not asks_already(tokens, plain):
        return len(tokens) + 1
    return bisect_left(
        range(len(tokens) + 1), True, key=lambda end: asks_already(tokens[:end], plain[:end])
    )


def _new_question(tokens: Sequence[Token], plain: Sequence[str], index: int) -> bool:
    """Whether a link word or a comma opens a second question, where one stood before."""
    if plain[index] not in LEADING:
        return False
    after = plain[index + 1 : index + 5]
    if asks_indirectly(plain[index : index + 6]):
        return True
    if _FRONTED.match(" ".join(plain[index + 1 : index + 12])):
        return True
    comma = "pour" in after or tokens[index].start - tokens[index - 1].end > 1
    return any(word in ASKING for word in (plain[index + 1 : index + 14] if comma else after))


def _asked_in_full(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Whether a question begins here that says by itself what it asks: "ce sont lesquels ?" and
    "qui la préside ?" need what stands before them."""
    if not any(token.text in ASKING for token in tokens[index : index + 5]):
        return False
    near = range(index + 1, index + FEW + 1)
    return near.stop <= len(tokens) and not any(
        SENTENCE_END.search(between(text, tokens, i)) for i in near
    )
