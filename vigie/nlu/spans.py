"""Stretches of a message, and where its sentences end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Sequence

from vigie.nlu.text import Token

SENTENCE_END = re.compile(r"[.?!;\n]+|\s[-–—]\s")


@dataclass(frozen=True)
class Span:
    """A stretch of the original text, end excluded."""

    start: int
    end: int


def between(text: str, tokens: Sequence[Token], index: int) -> str:
    """What stands between the token at `index` and the one before it."""
    return text[tokens[index - 1].end : tokens[index].start]
