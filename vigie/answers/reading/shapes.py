"""The form that a message asks for beside a fact: "en une phrase, que fait le DHS ?"."""

from __future__ import annotations

from vigie.answers.reading.table import table


def shape(words: str) -> str:
    """The form that folded words ask for: "short", "table", or nothing.

    >>> shape("en une phrase que fait le dhs")
    'short'
    >>> shape("que fait le dhs")
    ''
    """
    said = f" {words} "
    return next((form for mark, form in table().shapes.items() if f" {mark} " in said), "")
