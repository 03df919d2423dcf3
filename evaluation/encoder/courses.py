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
    """How fast it learns further, and what it reads: all that leans on what was said before, all
    of the authors from a number on, who wrote neighbours, and of the rest a share."""

    rate: float
    since: int
    twice: bool
    """Whether what leans of these authors is read twice."""
    rest: float


COURSES = (Course(0.5, 237, True, 0.6), Course(0.15, 200, False, 0.2))
"""They are taken one after the other. At the pace of the first the loss of a step ends where it
began; the second, three times slower, holds more of what it reads (evaluation/README.md)."""


def read_in(course: Course, given: Sequence[Lesson]) -> list[Lesson]:
    """What is read in a course."""
    chance = np.random.default_rng(0)
    found: list[Lesson] = []
    for one in given:
        number = one.author.removeprefix("q")
        late = number.isdigit() and int(number) >= course.since
        whole = one.leans or late or chance.random() < course.rest
        found += [one] * (whole + (course.twice and late and one.leans))
    return found


def news_first(given: Sequence[Lesson], authors: Iterable[str]) -> list[Lesson]:
    """What authors wrote who are not among those, often, and a sample of the rest, once."""
    known = {"", *authors}  # data/nlu is of nobody
    chance = np.random.default_rng(0)
    rest = [one for one in given if one.author in known and chance.random() < SAMPLED]
    return [*[one for one in given if one.author not in known] * OFTEN, *rest]
