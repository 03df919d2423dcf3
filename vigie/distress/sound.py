"""A word as it sounds, roughly: how the cues of distress and what people type are compared.

Pure standard library: this must work when nothing else does.
"""

from __future__ import annotations

import re

_DOUBLED = re.compile(r"([a-z])\1+")
_SOFT_C = re.compile(r"c(?=[eiy])")
_HARD_C = re.compile(r"c(?!h)")


def key(word: str) -> str:
    """`word` as it sounds, roughly: one letter for a doubled one, k for c and qu, s for z."""
    word = _DOUBLED.sub(r"\1", word)
    word = word.replace("qu", "k").replace("q", "k").replace("ph", "f").replace("z", "s")
    word = _HARD_C.sub("k", _SOFT_C.sub("s", word))
    return word.replace("y", "i") if len(word) > 2 else word
