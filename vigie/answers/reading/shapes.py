"""The form that a message asks for beside a fact, or of the last answer: "en une phrase, que fait
le DHS ?", "juste les sigles"."""

from __future__ import annotations

from vigie.answers.reading.small_words import small_words
from vigie.answers.reading.table import table


def shapes(words: str) -> tuple[str, ...]:
    """The forms that folded words ask for, those that are said in most words first.

    >>> shapes("en une phrase que fait le dhs")
    ('short',)
    >>> shapes("juste les sigles en liste numerotee")
    ('acronyms', 'numbered')
    >>> shapes("que fait le dhs")
    ()
    """
    return tuple(dict.fromkeys(_found(words)[0]))


def asks_only_a_form(words: str) -> bool:
    """Whether folded words ask for nothing but the form of what was answered.

    >>> asks_only_a_form("donne moi juste les sigles svp")
    True
    >>> asks_only_a_form("juste les sigles des departements")
    False
    """
    forms, left = _found(words)
    return bool(forms) and all(one in small_words().around_a_form for one in left.split())


def _found(words: str) -> tuple[list[str], str]:
    """The forms, and what is left of the words."""
    said, forms = f" {words} ", []
    for mark in sorted(table().shapes, key=len, reverse=True):
        before, found, after = said.partition(f" {mark} ")
        if found and small_words().not_a_form_after.isdisjoint(before.split()[-1:]):
            forms += table().shapes[mark].split("_")
            said = f"{before} {after}"
    return forms, said
