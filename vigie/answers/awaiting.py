"""What of a message asks of a thing that only comes next: "le sigle et le nom anglais de la PITF"
asks two things of the PITF, which the last alone names."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.question import Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.table import table

WORDS = 5
"""Of a stretch that says what is asked of something, and nothing else, at most."""
LIKELY = 0.5
"""Likelihood of its form."""


def awaits(part: Question, following: Question) -> bool:
    """Whether a stretch asks for an attribute of nothing that it names, or that a word of it stands
    for ("le sigle", "quand"), and no word of the next one stands for what it may mean."""
    words = part.words.split()
    if len(words) > WORDS or part.mentions or not part.forms:
        return False
    if any(map(_stands_for, (*words, *following.words.split()))):
        return False
    form, likely = part.forms[0]
    return likely >= LIKELY and form.startswith("get ")


def _stands_for(word: str) -> bool:
    """Whether a word stands for what was spoken of."""
    theirs = closed("of_the_text.theirs")
    return any(word in some for some in (theirs, table().pointing, table().genders))


def in_order(parts: Sequence[Question]) -> list[int]:
    """The places of the parts as they are to be read: what awaits the next one after that."""
    order: list[int] = []
    waiting: list[int] = []
    for place, part in enumerate(parts):
        if place + 1 < len(parts) and awaits(part, parts[place + 1]):
            waiting.append(place)
        else:
            order += [place, *waiting]
            waiting = []
    return order
