"""A text cut into its sentences."""

from __future__ import annotations

import re


def first_sentence(text: str) -> str:
    """The first sentence of a text, without its full stop; a point within a name ("U.S.") or
    before a small letter ends none.

    >>> first_sentence("Le DoS publie. Il finance.")
    'Le DoS publie'
    """
    return next(iter(sentences(text)), "")


def sentences(text: str) -> list[str]:
    """The sentences of a text as `first_sentence` parts them, without their full stops."""
    return [one.rstrip(".") for one in re.split(r"\.\s+(?=[A-ZÀ-Ý«])", text.strip()) if one]
