"""The text as the encoder reads it: small letters, and a word for the kind of each name."""

from __future__ import annotations

from vigie.answers.reading.said import NUMBER, Stretch
from vigie.nlu.parsed import Parsed

MOST = 48
"""Pieces of a text that are read, the last ones; so many were learned from."""
STANDS_FOR = {
    # Each is one piece of the vocabulary; only names have a capital, all other words are lowered.
    "agency": "Ministère",
    "body": "Conseil",
    "committee": "Comité",
    "report": "Rapport",
    "law": "Code",
    "programme": "Programme",
    "outsider": "Europe",
    "context": "Institut",
}
OTHER = "Organisation"
"""Stands for a kind that is not in the table."""


def shown(parsed: Parsed) -> str:
    """The text with its names masked, so that what is learned of one holds of all."""
    pieces = []
    place = 0
    for mention in sorted(parsed.mentions, key=lambda one: one.start):
        pieces.append(parsed.text[place : mention.start].lower())
        pieces.append(STANDS_FOR.get(mention.kind, OTHER))
        place = mention.end
    pieces.append(parsed.text[place:].lower())
    return "".join(pieces)


def as_read(one: Stretch) -> str:
    """A stretch of what was said: a word for the kind of what is named, and the noun by which it is
    called where that is another."""
    if not is_name(one):
        return one.text.lower()
    kind = STANDS_FOR.get(one.kind, OTHER)
    return kind if one.noun in ("", kind.lower()) else f"{kind} {one.noun}"


def is_name(one: Stretch) -> bool:
    """Whether a stretch names something, and is no number."""
    return one.kind not in ("", NUMBER)
