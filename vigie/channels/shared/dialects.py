"""How a platform writes text: what must be replaced before, marked after, and how it measures."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from vigie.channels.shared import gsm7


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True)
class Dialect:
    """One way of writing."""

    name: str
    clean: Callable[[str], str]
    """Applied to the whole text, before it is cut."""
    mark: Callable[[str], str]
    """Applied to each piece, last."""
    measure: Callable[[str], int]
    """What the platform counts for a piece that is not marked yet."""


_SOURCE = re.compile(r"(?m)^(Source\b.*)$")
_URL = re.compile(r"(https?://\S+|www\.\S+)")
_LINKED_LAST = re.compile(r"(https?://|www\.)\S+$")
_SIGNS = re.compile(r"([*_~`])")


def _same(text: str) -> str:
    return text


def _html(text: str) -> str:
    return _SOURCE.sub(r"<i>\1</i>", html.escape(text, quote=False))


def _inert(text: str) -> str:
    """`text` such that WhatsApp sees no formatting in it: a zero-width space after each sign."""
    parts = _URL.split(text)
    parts[::2] = [_SIGNS.sub("\\1\u200b", part) for part in parts[::2]]
    return "".join(parts)


def _stars(text: str) -> str:
    """The line of the source in italics; not one that ends in an address, of which the sign that
    closes them would become a part."""
    return _SOURCE.sub(
        lambda line: line[1] if _LINKED_LAST.search(line[1]) else f"_{line[1]}_", text
    )


PLAIN = Dialect("plain", _same, _same, units)
HTML = Dialect("html", _same, _html, units)
"""Telegram's: it counts what is left when the marks are read."""
STARS = Dialect("stars", _inert, _stars, lambda text: units(_stars(text)))
"""WhatsApp's: *gras*, _italique_; there is no escape."""
GSM = Dialect("gsm", gsm7.transliterate, _same, gsm7.septets)
"""SMS in the 7-bit alphabet."""
