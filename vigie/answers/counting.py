"""Places in a list, in figures or in letters, as the folded text has them."""

from __future__ import annotations

import re

_NUMBER_WORDS = {word: value for value, word in enumerate("un deux trois quatre cinq".split(), 1)}
_ORDINAL_WORDS = {
    "premier": 1,
    "premiere": 1,
    "1er": 1,
    "1ere": 1,
    "first": 1,
    "deuxieme": 2,
    "second": 2,
    "seconde": 2,
    "2e": 2,
    "2eme": 2,
    "2nd": 2,
    "troisieme": 3,
    "3e": 3,
    "3eme": 3,
    "quatrieme": 4,
    "4e": 4,
    "4eme": 4,
    "cinquieme": 5,
    "5e": 5,
    "5eme": 5,
    "sixieme": 6,
    "6e": 6,
    "6eme": 6,
    "septieme": 7,
    "7e": 7,
    "7eme": 7,
    "huitieme": 8,
    "8e": 8,
    "8eme": 8,
    "neuvieme": 9,
    "9e": 9,
    "dixieme": 10,
    "10e": 10,
    "avant dernier": -2,
    "dernier": -1,
    "derniere": -1,
    "premye": 1,
    "dezyem": 2,
    "dernye": -1,
}
_ORDINALS = {re.compile(rf"\b{word}\b"): value for word, value in _ORDINAL_WORDS.items()}


def ordinals(words: str) -> tuple[int, ...]:
    """Places asked for, from 1; -1 is the last. "les deux premiers" gives 1 and 2."""
    several = re.search(
        r"\b(deux|trois|quatre|2|3|4) (premiers?|premieres?|derniers?|dernieres?)\b", words
    )
    if several:
        count = _NUMBER_WORDS.get(several.group(1)) or int(several.group(1))
        first = several.group(2).startswith("premi")
        return tuple(range(1, count + 1)) if first else tuple(range(-count, 0))
    found = [value for word, value in _ORDINALS.items() if word.search(words)]
    if not found:
        lone = re.fullmatch(
            r"(?:(?:le|la|numero|no|n|option|choix) )*(\d{1,2}|un|deux|trois|quatre|"
            r"cinq)(?: (?:stp|svp|s il (?:te|vous) plait|merci))?",
            words,
        )
        if lone:
            value = lone.group(1)
            return (int(value) if value.isdigit() else _NUMBER_WORDS[value],)
    return tuple(found[:1]) if -2 in found else tuple(sorted(set(found), key=lambda v: (v < 0, v)))
