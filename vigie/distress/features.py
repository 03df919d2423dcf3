"""What the learned judge sees of a message: its words as they sound, pairs, pieces of words.

Names are masked and figures made alike, so that nothing is learned of a person or an agency.
Pure standard library, and linear in the length of the message whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Optional

from vigie.distress.words import plain, words_of

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
_SIGN = re.compile(r"[?!\x00-\x08\x0e-\x1b\x7f]")
"""What `_TOKEN` finds that is neither word nor number, where all is ASCII."""


def masked(text: str) -> str:
    """`text` with its names masked, as far as capitals tell them."""
    capitals = [letter.isupper() for letter in _CASED.findall(text)]
    if 2 * sum(capitals) > len(capitals):
        return text
    text = _NAME.sub(NAME, text)
    if 4 * sum(capitals) < len(capitals):
        text = _ACRONYM.sub(lambda m: NAME if len(m[0]) > 1 else m[0], text)
    return text


class Forms:
    """The words of a message as the learned judge takes them, and what it sees in them: made out
    once for all that it asks."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.distinct = tuple(dict.fromkeys(words))
        self._pieces: dict[str, list[str]] = {}

    @cached_property
    def together(self) -> tuple[str, ...]:
        """The features of words that stand together, each once."""
        return tuple(dict.fromkeys(between(self.words)))

    def of_word(self, word: str) -> list[str]:
        """See `of_word`."""
        found = self._pieces.get(word)
        if found is None:
            found = self._pieces[word] = of_word(word)
        return found


def forms(text: str, mask: bool = True) -> Forms:
    """The words of `text`: as they sound where the script is ours, as written elsewhere; emoji
    and question marks are words too. Names and figures stay where `mask` is not set."""
    return forms_of(plain(masked(text) if mask else text), mask)


def forms_of(heard: str, mask: bool, message: Optional[list[str]] = None) -> Forms:
    """The same of what `plain` gave, and where it is known, `message`, of what `words_of` did."""
    message = words_of(heard) if message is None else message
    found = ["0" if word.isdigit() else word for word in message] if mask else list(message)
    if heard.isascii():
        found.extend(_SIGN.findall(heard))
    else:
        found.extend(
            t for t in _TOKEN.findall(heard) if not _LATIN.fullmatch(t) and not t.isdigit()
        )
    return Forms(found)


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
