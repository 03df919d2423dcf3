"""The form that a message asks for beside a fact, or of the last answer: "en une phrase, que fait
le DHS ?", "juste les sigles"."""

from __future__ import annotations

from typing import NamedTuple

from vigie.answers.reading.small_words import small_words
from vigie.answers.reading.table import table


class Shape(NamedTuple):
    """The forms that words ask for, those that are said in most letters first; and whether they ask
    for nothing else."""

    forms: tuple[str, ...]
    alone: bool


def shape(words: str) -> Shape:
    """What folded words ask of the form of an answer.

    >>> shape("en une phrase que fait le dhs")
    Shape(forms=('short',), alone=False)
    >>> shape("donne moi juste les sigles en liste numerotee svp")
    Shape(forms=('acronyms', 'numbered'), alone=True)
    >>> shape("pas dans un tableau")
    Shape(forms=(), alone=False)
    """
    said, forms = f" {words} ", dict[str, None]()
    for mark, named in table().shapes:
        before, found, after = said.partition(f" {mark} ")
        if found:
            said = f"{before} {after}"
            forms.update({} if _refused(before) else dict.fromkeys(named))
    alone = bool(forms) and all(one in small_words().around_a_form for one in said.split())
    return Shape(tuple(forms), alone)


def _refused(before: str) -> bool:
    """Whether what stands before a form says that it is not wanted: "pas en liste numérotée"; or
    that it is none: "est-ce que les noms…"."""
    words = [one for one in before.split() if one not in small_words().leading_to_a_form]
    return not small_words().not_a_form_after.isdisjoint(words[-1:])
