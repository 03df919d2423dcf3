"""What the writer of queries reads where it learns further: some of all lessons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from evaluation.encoder.lessons import Lesson

OFTEN = 4
"""How often what was written since is read there in the time in which the rest is read once."""
SAMPLED = 0.35
"""Share of the rest that is read there at all, so that it is not forgotten."""


class Course(NamedTuple):
    """How fast it learns further, and what it reads: all of the authors from a number on, and
    shares of what the others wrote, of what leans on what was said before and of the rest."""

    rate: float
    since: int
    twice: bool
    """Whether what these authors wrote is read twice."""
    leaning: float
    rest: float
    read: float = 1.0
    """How much of that it reads."""


ALL = 0
"""The first author."""
COURSES = (
    Course(0.2, ALL, False, 1.0, 1.0, read=0.35),
    Course(0.16, 286, True, 0.62, 0.48),
)
"""They are taken one after the other, both at a pace at which it holds what it reads
(evaluation/notes/encoder.md): at half of a whole course's it forgot as much as it learned."""


def read_in(course: Course, given: Sequence[Lesson]) -> list[Lesson]:
    """What is read in a course."""
    chance = np.random.default_rng(0)
    found: list[Lesson] = []
    for one in given:
        number = one.author.removeprefix("q")
        late = number.isdigit() and int(number) >= course.since
        share = course.leaning if one.leans else course.rest
        found += [one] * ((late or chance.random() < share) + (course.twice and late))
    return found


def news_first(given: Sequence[Lesson], authors: Iterable[str]) -> list[Lesson]:
    """What authors wrote who are not among those, often, and a sample of the rest, once."""
    known = {"", *authors}  # data/nlu is of nobody
    chance = np.random.default_rng(0)
    rest = [one for one in given if one.author in known and chance.random() < SAMPLED]
    return [*[one for one in given if one.author not in known] * OFTEN, *rest]
