"""Compare ways of learning topics on the same splits: python -m evaluation.compare_topics.

Writes results/topics.json; the table is in README.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from vigie.commands.prepare import quiet

quiet()  # before rasa is imported

from evaluation import material  # noqa: E402
from evaluation.material import Question, Split  # noqa: E402
from evaluation.ours import Ours, median_ms  # noqa: E402
from evaluation.scores import macro_f1  # noqa: E402
from vigie.nlu.examples import TOPICAL, Example  # noqa: E402
from vigie.nlu.lexicon import TOPIC  # noqa: E402

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
    variants: dict[str, tuple[list[Example], list[Table]]] = {
        "ways and questions": (split.train, lookup),
        "questions alone": (split.train, names),
        "ways alone": (silent, lookup),
    }
    for name, (taught, tables) in variants.items():
        data = material.training_data(taught, tables)
        ours = Ours(data, intents=False)
        answers = [ours.topic_scores(question.text) for question in split.test]
        yield {
            "name": name,
            **_scores(split.test, answers),
            "seconds": ours.seconds["topics"],
            "ms": median_ms(ours.read, [question.text for question in split.test]),
            "bytes": ours.bytes("topics"),
        }


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


def _rate(hits: Sequence[bool]) -> float:
    return round(100 * sum(hits) / max(len(hits), 1), 1)


if __name__ == "__main__":
    main()
