"""How well what is refused is told from what is asked, on authors held out.

`python -m evaluation.roles` learns from four fifths of the authors, reads the others, prints how
many of the refused topics and names are taken for refused, and how many of those that are not,
and writes results/roles.json. Beside it what the closed class of cues tells alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from evaluation.authors import Material, folds, material, roles
from evaluation.material import RESULTS
from vigie.answers.reading.evidence import REFUSED as REFUSED_TOPIC
from vigie.nlu.components.base import PARSED, meta, topics_of
from vigie.nlu.frame import REFUSED as REFUSED_NAME
from vigie.nlu.linear import Example, Linear
from vigie.nlu.roles import name_examples, topic_examples
from vigie.nlu.taught import ASKED, CONTEXT, REFUSED

SMALLEST = 0.5
"""Likelihood of a rule that holds."""


def share(rows: Sequence[tuple[float, bool]], least: float) -> dict[str, list[int]]:
    """Of the refused and of the others, how many are at `least` and how many there are."""
    found = {}
    for name, wanted in (("refused", True), ("asked", False)):
        some = [p for p, gone in rows if gone is wanted]
        found[name] = [sum(p >= least for p in some), len(some)]
    return found


def told(head: Linear, examples: Iterable[Example]) -> Iterator[tuple[float, bool]]:
    """What the head says of each example, and whether it is refused."""
    for one in examples:
        yield float(head.scores(one.features)[0]), bool(one.labels)


def by_cue(examples: Iterable[Example]) -> Iterator[tuple[float, bool]]:
    """What the closed class says."""
    for one in examples:
        yield float("aside" in one.features), bool(one.labels)


def measured(made: Material) -> dict[str, Any]:
    """The first fifth of the authors, read by what the others teach."""
    held, *others = folds(made)
    learned = roles(made, [author for group in others for author in group])
    assert learned is not None
    topics: list[Example] = []
    names: list[Example] = []
    for message, (author, _, _) in zip(made.taught, made.segments):
        about = meta(message)
        if author not in held or ASKED not in about:
            continue
        parsed = message.get(PARSED)
        if about[CONTEXT] == "new":
            told_of = topics_of(message)
            topics += topic_examples(parsed, learned.where, told_of, about[REFUSED])
        names += name_examples(parsed, about[ASKED], about[REFUSED])
    return {
        "topics": share(list(told(learned.topics, topics)), REFUSED_TOPIC),
        "names": share(list(told(learned.names, names)), REFUSED_NAME),
        "names by cue": share(list(by_cue(names)), SMALLEST),
    }


def main() -> None:
    """Measure, print and write."""
    text = json.dumps(measured(material()), indent=1)
    print(text)
    (RESULTS / "roles.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
