"""What more of the corpus brings: the learning curve, on authors held out.

`python -m evaluation.curve` holds a fifth of the authors out, learns the forms, what is meant and
what is refused from ever more of the others, whole authors at a time in a drawn order, reads every
question of fact of those held out with the light reader, in dialogues after what was meant before
it, and writes results/curve.json.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from evaluation.authors import Material, folds, head, links, material, read_talks, roles
from evaluation.material import RESULTS
from evaluation.same import right

STEP = 5_000
"""Questions between two points."""


def steps(made: Material, authors: Sequence[str]) -> Iterator[list[str]]:
    """The first authors of a drawn order who wrote so many questions together, then more."""
    wrote = Counter(author for author, _, _ in made.segments)
    order = random.Random(1).sample(list(authors), len(authors))  # noqa: S311
    taken: list[str] = []
    wanted = STEP
    for author in order:
        taken.append(author)
        if sum(wrote[one] for one in taken) >= wanted or author == order[-1]:
            yield list(taken)
            wanted = sum(wrote[one] for one in taken) + STEP


def point(made: Material, held: Sequence[str], taught: Sequence[str]) -> dict[str, Any]:
    """The share of the questions of `held` that are read right, in per cent."""
    forms = head(made, taught)
    read = list(read_talks(made, held, forms, links(made, taught), roles(made, taught)))
    holds = [
        (
            context == "alone",
            bool(one.readings) and right(one.readings[0].query, one.query, made.view),
        )
        for context, one in read
    ]
    wrote = Counter(author for author, _, _ in made.segments)
    return {
        "authors": len(taught),
        "questions": sum(wrote[one] for one in taught),
        "forms": len(forms.labels),
        "all": _share([ok for _, ok in holds]),
        "alone": _share([ok for alone, ok in holds if alone]),
        "in dialogues": _share([ok for alone, ok in holds if not alone]),
    }


def _share(some: Sequence[bool]) -> float:
    return round(100 * sum(some) / max(len(some), 1), 1)


def main() -> None:
    """Print each point as it is reached, and write them."""
    made = material()
    held, *groups = folds(made)
    others = [author for group in groups for author in group]
    points = []
    for taught in steps(made, others):
        points.append(point(made, held, taught))
        print(json.dumps(points[-1]), flush=True)
    found = {"held out": held, "points": points}
    (RESULTS / "curve.json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
