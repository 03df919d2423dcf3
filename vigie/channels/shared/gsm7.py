"""The 7-bit alphabet of SMS: writing French in it, and what a text takes.

One letter outside of it (ê, ç, œ, ’, «) makes a whole SMS twice as long and twice as dear.
Alphabet and escape table: 3GPP TS 23.038.
"""

from __future__ import annotations

import re
import unicodedata

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("\f^{}\\[~]|€")
"""Each of these takes two places, which one segment must hold together."""

ALONE = 160
"""Septets of a message of one segment."""
EACH = 153
"""Septets of each segment of a longer one."""

_SPACED = (
    (re.compile("«[ \u00a0\u202f]?"), '"'),
    (re.compile("[ \u00a0\u202f]?»"), '"'),
    (re.compile("\u202f(?=[;!?])"), ""),
)
_PLAIN = {
    **dict.fromkeys("\u2018\u2019\u02bc\u2032\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\u2022", "-"),
    **dict.fromkeys("\u00a0\u202f\u2009\t", " "),
    **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad", ""),
    "\u2026": "...",
    "\u0153": "oe",
    "\u0152": "OE",
    "\u2215": "/",
}


def _letter(char: str) -> str:
    if char in BASIC or char in EXTENDED:
        return char
    if char in _PLAIN:
        return _PLAIN[char]
    spread = unicodedata.normalize("NFKD", char)
    plain = "".join(c for c in spread if not unicodedata.combining(c))
    plain = "".join(_PLAIN.get(c, c) for c in plain)
    return plain if plain and all(c in BASIC or c in EXTENDED for c in plain) else "?"


def transliterate(text: str) -> str:
    """`text` in the 7-bit alphabet: é è à ù stay, other accents go, what is left becomes "?".

    >>> transliterate("« Forêt » : ça va\\u202f? L’œuvre déjà…")
    '"Foret" : ca va? L\\'oeuvre déjà...'
    """
    text = unicodedata.normalize("NFC", text)
    for pattern, replacement in _SPACED:
        text = pattern.sub(replacement, text)
    return "".join(map(_letter, text))


def septets(text: str) -> int:
    """Places that `text` takes, with the one that is lost where a pair would be cut.

    Raises:
        ValueError: a letter is not of the alphabet; the message does not say which.
    """
    taken = 0
    for char in text:
        if char in BASIC:
            taken += 1
        elif char in EXTENDED:
            taken += 3 if taken % EACH == EACH - 1 else 2
        else:
            raise ValueError("a letter outside of the 7-bit alphabet")
    return taken


def segments(text: str) -> int:
    """SMS that `text` is billed as, at least one."""
    plain = sum(2 if char in EXTENDED else 1 for char in text)
    return 1 if plain <= ALONE else -(-septets(text) // EACH)
