"""Print the tables of notes/intents.md from the figures in results/: python -m evaluation.tables.

After `python -m evaluation.compare`, `... compare diet [MINUTES]` and `... compare_topics`,
what this prints replaces the tables of the intents and of the topics.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from statistics import mean
from typing import Any

from evaluation.material import RESULTS

PUBLISHED = 0
"""The split of the table of intents, as it stands in the results."""
OUTSIDE = "development"
NONE = "–"

Row = dict[str, Any]


def main() -> None:
    """Both tables; DIET's row where it was measured."""
    rows = _read("intents")
    split = rows[PUBLISHED]["split"]
    print("\n".join(_intents([r for r in [*rows, *_read("diet")] if r["split"] == split])))
    print()
    print("\n".join(_topics(_read("topics"))))


def _read(name: str) -> list[Row]:
    path = RESULTS / f"{name}.json"
    found: list[Row] = json.loads(path.read_text("utf-8")) if path.exists() else []
    return found


def _intents(rows: list[Row]) -> Iterable[str]:
    yield f"{rows[0]['count']} questions asked, {rows[0]['learned']} learned."
    yield ""
    yield "| Classifier | accuracy | top 3 | macro-F1 | s to train | ms a question | MB |"
    yield "| --- " * 7 + "|"
    for row in rows:
        epochs = f" ({row['epochs']} epochs of 50)" if "epochs" in row else ""
        shown = [f"{row['name']}{epochs}"]
        shown += [row[name] for name in ("accuracy", "top3", "macro_f1", "seconds", "ms")]
        yield _line([*shown, round(row["bytes"] / 1e6, 1)])


def _topics(rows: list[Row]) -> Iterable[str]:
    splits = list(dict.fromkeys(row["split"] for row in rows))
    groups = [split for split in splits if split != OUTSIDE]
    letters = [chr(ord("A") + place) for place in range(len(groups))]
    heads = ["Variant", *letters, "outside", "mean of the groups", "top 3", "macro-F1"]
    yield _line([*heads, "chosen and right", "false alarms"])
    yield "| --- " * (len(heads) + 2) + "|"
    for name in dict.fromkeys(row["name"] for row in rows):
        mine = {row["split"]: row for row in rows if row["name"] == name}
        each = [mine[split] for split in groups]
        means = [_mean(each, what) for what in ("accuracy", "top3", "macro_f1")]
        means += [_mean(each, what) for what in ("precision", "false_alarms")]
        yield _line([name, *(row["accuracy"] for row in each), mine[OUTSIDE]["accuracy"], *means])


def _mean(rows: list[Row], what: str) -> object:
    figures = [row[what] for row in rows if row.get(what) is not None]
    return round(mean(figures), 1) if figures else NONE


def _line(cells: Iterable[object]) -> str:
    return "| " + " | ".join(map(str, cells)) + " |"


if __name__ == "__main__":
    main()
