"""Small signs in the wording that change an answer: how many, each year, abroad, only one.

They are data (cues/wording.yml), read on the folded text with shorthand written out
(`Question.words`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Mapping

import yaml

_FILE = Path(__file__).parent / "cues" / "wording.yml"


@lru_cache(maxsize=1)
def _cues() -> Mapping[str, re.Pattern[str]]:
    cues = yaml.safe_load(_FILE.read_text("utf-8"))
    return {name: re.compile("|".join(pieces)) for name, pieces in cues.items()}


def has(words: str, cue: str) -> bool:
    """Whether the folded `words` carry `cue`, one of the names of the file."""
    return bool(_cues()[cue].search(words))


def leans(words: str) -> bool:
    """Whether a pronoun stands for something said before; that of "il pleut" does not."""
    return has(_cues()["impersonal"].sub(" ", words), "pronoun")
