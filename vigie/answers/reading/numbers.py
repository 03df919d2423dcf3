"""Years, numbers and places in a list, in figures or in letters."""

from __future__ import annotations

import re

from vigie.answers.reading.table import table

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_FIGURE = re.compile(r"\b\d{1,3}\b")
TEN = 10
END = ""
_PLACE = 2
"""Figures of a lone number that is a place: "12", not "123"."""


def numbers(words: str) -> tuple[str, ...]:
    """The years, then the other numbers of folded words, in figures, each once."""
    letters = [str(number) for number in _spelled(words.split())]
    return tuple(dict.fromkeys([*_YEAR.findall(words), *_FIGURE.findall(words), *letters]))


def is_year(word: str) -> bool:
    """Whether a word is a year in figures.

    >>> is_year("2003"), is_year("18")
    (True, False)
    """
    return _YEAR.fullmatch(word) is not None


def _spelled(words: list[str]) -> list[int]:
    """The numbers in letters; what surrounds "mille" is one, as are tens and what follows them:
    "deux mille quinze", "dix-huit"."""
    known, found = table().numbers, list[int]()
    thousands = tens = False
    for place, word in enumerate(words):
        if word in table().thousand:
            alone = not found or words[place - 1] not in known
            found.append(1000 if alone else 1000 * found.pop())
            thousands = True
        elif word in known and (thousands or (tens and known[word] < TEN)):
            found[-1] += known[word]
        elif word in known:
            found.append(known[word])
        else:
            thousands = False
        tens = word in known and known[word] % TEN == 0
    return found


def places(words: str) -> tuple[int, ...]:
    """Places asked for, from 1; -1 is the last. "les deux premiers" gives 1 and 2."""
    said = words.split()
    return run(words) or _each(said) or _lone(said) or _followed(said)


def place_of(words: str) -> str:
    """The sort of thing of which a place is said: "le troisième rapport"; nothing for "le
    troisième"."""
    said = words.split()
    for before, word in zip(said, said[1:]):
        if before in table().places and word in table().sorts:
            return table().sorts[word]
    return ""


def run(words: str) -> tuple[int, ...]:
    """Several places from one end: "les deux premiers", "les 3 derniers"."""
    said = words.split()
    for before, word in zip(said, said[1:]):
        many = count(before)
        if many and word in table().firsts:
            return tuple(range(1, many + 1))
        if many and word in table().lasts:
            return tuple(range(-many, 0))
    return ()


def _each(said: list[str]) -> tuple[int, ...]:
    """Those named one by one; those from the end last. "Leur premier rapport" picks nothing from a
    list, nor does "l'an dernier"."""
    known = table().places
    found = {
        known[word] - (known[word] < 0 and before == "avant")
        for before, word in zip(["", *said], said)
        if word in known and before not in table().owned
    }
    return tuple(sorted(found, key=lambda place: (place < 0, place)))


def _lone(said: list[str]) -> tuple[int, ...]:
    """A number that is all that is said: "2", "le 2 svp"."""
    left = [word for word in said if word not in table().around]
    place = count(left[0]) if len(left) == 1 else 0
    return (place,) if place else ()


def _followed(said: list[str]) -> tuple[int, ...]:
    """A number with its article, before a verb or at the end: "le 3 c'est quoi", "je voulais le
    3"."""
    for article, word, following in zip(said, said[1:], [*said[2:], END]):
        goes_on = following != END and following not in table().after
        if article in ("le", "la") and not goes_on and word.isdigit():
            return (count(word),) if count(word) else ()
    return ()


def count(word: str) -> int:
    """A number of things, or a place; 0 for what is none."""
    if word.isdigit():
        return int(word) if len(word) <= _PLACE else 0
    return 1 if word == "un" else table().numbers.get(word, 0)
