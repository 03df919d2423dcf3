"""The marks of French printing: spaces, apostrophes, guillemets within guillemets."""

from __future__ import annotations

import re

_SPACES = (
    (re.compile(r"[ \u00a0\u202f]?\u00bb"), "\u00a0\u00bb"),
    (re.compile(r"\u00ab[ \u00a0\u202f]?"), "\u00ab\u00a0"),
    (re.compile(r" :(?=\s|$)"), "\u00a0:"),
    (re.compile("[ \u00a0\u202f]([;!?])"), "\u202f\\1"),
    (re.compile(r"(§|\bn°) (?=\w)"), "\\1\u00a0"),
    (re.compile(r"'(?=[\w«])"), "\u2019"),
)
_GUILLEMETS = re.compile("«\u00a0|\u00a0»")


def typeset(text: str) -> str:
    """`text` with the spaces and apostrophes of French printing.

    >>> typeset("Qui ? L'USAID : aide") == "Qui\\u202f? L\\u2019USAID\\u00a0: aide"
    True
    """
    for pattern, replacement in _SPACES:
        text = pattern.sub(replacement, text)
    return _within_guillemets(text)


def _within_guillemets(text: str) -> str:
    """`text` with “ ” for guillemets within others; as it is where some are left open."""
    depth = 0

    def mark(found: re.Match[str]) -> str:
        nonlocal depth
        opens = found[0].startswith("«")
        depth += opens
        inner = ("“" if opens else "”") if depth > 1 else found[0]
        depth -= not opens
        return inner

    changed = _GUILLEMETS.sub(mark, text)
    return text if depth else changed
