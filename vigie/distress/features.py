"""What the learned judge sees of a message: its words as they sound, pairs, pieces of words.

Names are masked and figures made alike, so that nothing is learned of a person or an agency.
Pure standard library, and linear in the length of the message whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigie.distress.words import plain, words

NAME = "xnamex"
"""What stands for a name."""
_LONGEST_WORD = 24
"""Letters of a word that are read: longer ones are no words."""
_PIECES = (2, 3, 4, 5)
_NAME = re.compile(r"(?<=[a-zà-ÿ,;] )[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ]?[a-zà-ÿ]+)*")
_ACRONYM = re.compile(r"\b[A-Z]{2,6}\b")
_CASED = re.compile(r"[A-ZÀ-Þ]|[a-zà-ÿ]")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[?!]|[^\w\s!-/:-@\[-`{-~«»“”…–—’‘]")
_LATIN = re.compile(r"[a-z]+")


def masked(text: str) -> str:
    """`text` with its names masked, as far as capitals tell them."""
    capitals = [letter.isupper() for letter in _CASED.findall(text)]
    if 2 * sum(capitals) > len(capitals):
        return text
    text = _NAME.sub(NAME, text)
    if 4 * sum(capitals) < len(capitals):
        text = _ACRONYM.sub(lambda m: NAME if len(m[0]) > 1 else m[0], text)
    return text


def forms(text: str, mask: bool = True) -> list[str]:
    """The words of `text`: as they sound where the script is ours, as written elsewhere; emoji
    and question marks are words too. Names and figures stay where `mask` is not set."""
    heard = plain(masked(text) if mask else text)
    found = ["0" if mask and word.isdigit() else word for word in words(heard)]
    found.extend(t for t in _TOKEN.findall(heard) if not _LATIN.fullmatch(t) and not t.isdigit())
    return found


def of_word(word: str) -> list[str]:
    """The features of one word: itself, and its pieces."""
    word = word[:_LONGEST_WORD]
    edged = f"_{word}_"
    pieces = [edged[i : i + n] for n in _PIECES for i in range(len(edged) - n + 1)]
    return [f"w:{word}", *pieces]


def between(found: list[str]) -> Iterator[str]:
    """The features of words that stand together."""
    row = ["^", *found, "$"]
    for first, second in zip(row, row[1:]):
        yield f"b:{first} {second}"
    for first, second, third in zip(row, row[1:], row[2:]):
        yield f"t:{first} {second} {third}"
        yield f"s:{first} {third}"
    yield f"n:{min(len(found), 6) if len(found) < 7 else 7 + min(len(found) // 8, 6)}"
