"""Compare ways of learning topics on the same splits: python -m evaluation.compare_topics.

Writes results/topics.json; the table is in notes/intents.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Optional

import numpy as np

from vigie.commands.prepare import quiet

quiet()  # before rasa is imported

from rasa.shared.nlu.training_data.training_data import TrainingData  # noqa: E402

from evaluation import material, vectors  # noqa: E402
from evaluation.material import Question, Split  # noqa: E402
from evaluation.ours import Ours, median_ms  # noqa: E402
from evaluation.scores import macro_f1  # noqa: E402
from evaluation.vectors import Vectors  # noqa: E402
from vigie.nlu.components.base import PARSED, parsed_of, topics_of  # noqa: E402
from vigie.nlu.examples import TOPICAL, Example  # noqa: E402
from vigie.nlu.lexicon import TOPIC, ways  # noqa: E402
from vigie.nlu.text import fold  # noqa: E402

NEAREST = 50
"""Neighbours whose topics are ranked."""
Table = dict[str, Any]
Answer = tuple[list[str], tuple[str, ...]]
"""Topics, the likeliest first, and those that are chosen."""


def main() -> None:
    """Run every variant on every split, and write what came out."""
    rows: list[dict[str, Any]] = []
    for split in material.splits():
        for row in _rows(split, material.tables()):
            rows.append({"split": split.name, **row})
            print(rows[-1], flush=True)
    material.write("topics", rows)


def _rows(split: Split, lookup: list[Table]) -> Iterator[dict[str, Any]]:
    names = [table for table in lookup if not str(table["name"]).startswith(f"{TOPIC}/")]
    silent = [replace(one, block=replace(one.block, topics=())) for one in split.train]
    variants: dict[str, tuple[list[Example], list[Table], Optional[Vectors]]] = {
        "ways and questions": (split.train, lookup, None),
        "questions alone": (split.train, names, None),
        "ways alone": (silent, lookup, None),
    }
    if vectors.installed():
        known = vectors.spacy_vectors()
        variants["ways and questions, spaCy vectors"] = (split.train, lookup, known)
        variants["ways alone, spaCy vectors"] = (silent, lookup, known)
    for name, (taught, tables, used) in variants.items():
        data = material.training_data(taught, tables)
        ours = Ours(data, intents=False, vectors=used)
        answers = [ours.topic_scores(question.text) for question in split.test]
        yield {
            "name": name,
            **_scores(split.test, answers),
            "seconds": ours.seconds["topics"],
            "ms": median_ms(ours.read, [question.text for question in split.test]),
            "bytes": ours.bytes("topics") + (used.bytes() if used else 0),
        }
        if name == "ways and questions, spaCy vectors" and used:
            yield {"name": "nearest by spaCy vectors", **_nearest(split.test, ours, data, used)}


def _scores(questions: Sequence[Question], answers: Sequence[Answer]) -> dict[str, Any]:
    """In per cent: of marked questions, the share whose likeliest topic, or one of the first
    three, is right; of the topics chosen for them, the share that is right; of the questions
    that have no topic, the share for which one is chosen all the same."""
    marked = [(q.topics, *answer) for q, answer in zip(questions, answers) if q.topics]
    free = [
        chosen for q, (_, chosen) in zip(questions, answers) if not q.topics | (q.intents & TOPICAL)
    ]
    first = [ranked[0] if ranked else "" for _, ranked, _ in marked]
    right = [top in topics for top, (topics, _, _) in zip(first, marked)]
    wanted = [top if hit else min(topics) for top, hit, (topics, _, _) in zip(first, right, marked)]
    given = [(topic, topics) for topics, _, chosen in marked for topic in chosen]
    return {
        "count": len(marked),
        "accuracy": _rate(right),
        "top3": _rate([bool(topics & {*ranked[:3]}) for topics, ranked, _ in marked]),
        "macro_f1": macro_f1(wanted, first),
        "chosen": _rate([bool(chosen) for _, _, chosen in marked]),
        "precision": _rate([topic in topics for topic, topics in given]) if given else None,
        "without_topic": len(free),
        "false_alarms": _rate([bool(chosen) for chosen in free]),
    }


def _nearest(
    questions: Sequence[Question], ours: Ours, data: TrainingData, known: Vectors
) -> dict[str, Any]:
    """The topics of the ways and questions whose mean vectors are the nearest; none is chosen."""
    taught = [(topic, known.mean(fold(way).split())) for topic, way in ways(data.lookup_tables)]
    taught += [
        (topic, known.mean(parsed_of(message).words))
        for message in data.training_examples
        for topic in topics_of(message)
    ]
    topics = np.array([topic for topic, _ in taught])
    table = np.stack([vector for _, vector in taught])

    def answer(question: Question) -> Answer:
        near = table @ known.mean(ours.read(question.text).get(PARSED).words)
        return list(dict.fromkeys(topics[np.argsort(-near)[:NEAREST]])), ()

    scores = _scores(questions, [answer(question) for question in questions])
    return {name: scores[name] for name in ("count", "accuracy", "top3", "macro_f1")}


def _rate(hits: Sequence[bool]) -> float:
    return round(100 * sum(hits) / max(len(hits), 1), 1)


if __name__ == "__main__":
    main()
