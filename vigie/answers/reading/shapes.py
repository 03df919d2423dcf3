"""The form that a message asks for beside a fact, or of the last answer: "en une phrase, que fait
le DHS ?", "juste les sigles", "en 3 points max"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from vigie.answers.reading.closed import closed
from vigie.answers.reading.numbers import count
from vigie.answers.reading.table import table

NUMBER = "N"
"""What stands for a number in the words of a form."""
ONE = "un"
"""A number that is an article far more often."""
IN, LINE = "en ", "ligne"
"""How the words of a form begin that are of nothing else ("en deux phrases"), and the one that may
be another thing."""
TABLE = "table"
SENTENCES, POINTS = "sentences", "points"
"""Forms that are a number of something: "2 sentences"."""


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
    >>> shape("y a t il une ligne telephonique en francais").forms
    ()
    >>> shape("pas dans un tableau")
    Shape(forms=(), alone=False)
    >>> shape("en deux phrases a quoi sert le spog").forms
    ('2 sentences',)
    >>> shape("un tableau titre auteur et rythme")
    Shape(forms=('table',), alone=True)
    >>> shape("2 phrases j ai dit pas cinq points")
    Shape(forms=('2 sentences',), alone=True)
    """
    numbers = [(word, count(word) if word != ONE else 0) for word in words.split()]
    counts = [number for _, number in numbers if number]
    said = f" {' '.join(NUMBER if number else word for word, number in numbers)} "
    forms = dict[str, None]()
    for mark, named in table().shapes:
        before, found, after = said.partition(f" {mark} ")
        if found:
            said, place = f"{before} {after}", before.count(NUMBER)
            own = [counts.pop(place) for _ in range(mark.count(NUMBER))]
            gone = _refused(before) or _rings(mark, before, after)
            wanted = () if gone else _bounded(named, own, before, _led_to(mark, after))
            forms.update(dict.fromkeys(wanted))
    around = closed("shapes_around") | (closed("table_fields") if TABLE in forms else frozenset())
    alone = bool(forms) and around.issuperset(said.split())
    return Shape(tuple(forms), alone)


def _bounded(named: Iterable[str], counts: Sequence[int], before: str, after: str) -> Iterator[str]:
    """Forms with their number, where they are so many of something; one sentence is "short". None
    of those that belong to what is asked: "ces deux phrases", "deux points communs"."""
    most = counts[-1] if counts else 1
    for one in named:
        if one not in (SENTENCES, POINTS):
            yield one
        elif closed("shapes_counted_after").isdisjoint((*before.split()[-1:], *after.split()[:1])):
            yield "short" if (most, one) == (1, SENTENCES) else f"{most} {one}"


def _rings(mark: str, before: str, after: str) -> bool:
    """Whether "une ligne" is one that people call: "une ligne d'écoute", "y a-t-il une ligne ?"."""
    if mark.split()[-1:] != [LINE] or mark.startswith(IN):
        return False
    asks = any(before.endswith(f" {one}") for one in closed("line_asked_for"))
    return asks or any(after.startswith(f"{one} ") for one in closed("line_called"))


def _led_to(mark: str, after: str) -> str:
    """What may show, after a form, that it is of what is asked; nothing does where the words of
    the form begin as only one does: "en deux phrases, à quoi sert…"."""
    return "" if mark.startswith(IN) else after


def _refused(before: str) -> bool:
    """Whether what stands before a form says that it is not wanted: "pas en liste numérotée"; or
    that it is none: "est-ce que les noms…"."""
    words = [one for one in before.split() if one not in closed("shapes_led_to_by")]
    return not closed("shapes_not_after").isdisjoint(words[-1:])
