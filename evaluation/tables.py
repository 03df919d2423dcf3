"""Put the results into README.md, between their marks: python -m evaluation.tables."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
README = FOLDER / "README.md"
Row = dict[str, Any]


def filled(readme: str) -> str:
    """`readme` with each table made anew from results/."""
    tables = {
        "intents": intents(_results("intents"), _results("diet")),
        "topics": topics(_results("topics")),
        "thresholds": thresholds(_results("thresholds")["rows"]),
    }
    for name, table in tables.items():
        marks = rf"(<!-- {name} -->\n).*?(<!-- end of {name} -->)"
        readme = re.sub(marks, lambda m, t=table: m[1] + t + "\n" + m[2], readme, flags=re.DOTALL)
    return readme


def intents(rows: Sequence[Row], diet: Sequence[Row]) -> str:
    """A classifier a row: accuracy on each split, then means over the held-out personas."""
    splits = list(dict.fromkeys(row["split"] for row in rows))
    heads = [f"{_letter(i)} ({_count(rows, split)})" for i, split in enumerate(splits)]
    lines = []
    for name, own in _by_name([*rows, *diet]):
        held = [own[split] for split in splits[:-1] if split in own]
        cells = [f"{own[split]['accuracy']:.1f}" if split in own else "" for split in splits]
        means = [_mean(held, "top3"), _mean(held, "macro_f1"), _mean(held, "off")]
        costs = [_mean(held, "seconds"), _mean(held, "ms", 2), f"{_bytes(held):.1f}"]
        lines.append([name, *cells, *means, *costs])
    return _table(
        ["classifier", *heads, "top 3", "macro-F1", "calibration error", "s to train", "ms", "MB"],
        lines,
    )


def topics(rows: Sequence[Row]) -> str:
    """A variant a row: accuracy on each split, then means over the held-out personas."""
    splits = list(dict.fromkeys(row["split"] for row in rows))
    heads = [f"{_letter(i)} ({_count(rows, split)})" for i, split in enumerate(splits)]
    lines = []
    for name, own in _by_name(rows):
        held = [own[split] for split in splits[:-1]]
        cells = [f"{own[split]['accuracy']:.1f}" for split in splits]
        kinds = ("top3", "macro_f1", "precision", "false_alarms", "seconds")
        means = [_mean(held, kind) for kind in kinds]
        weight = f"{_bytes(held):.1f}" if "bytes" in held[0] else ""
        lines.append([name, *cells, *means, weight])
    means_of = ["top 3", "macro-F1", "chosen and right", "false alarms", "s to train", "MB"]
    return _table(["variant", *heads, *means_of], lines)


def thresholds(rows: Sequence[Row]) -> str:
    """A value a row; the shipped one in bold."""
    lines = []
    for row in rows:
        values = row["value"] if isinstance(row["value"], list) else [row["value"]]
        mark = "**" if row["shipped"] else ""
        lines.append(
            [
                row["name"],
                mark + " / ".join(map(str, values)) + mark,
                row["right"],
                row["wrong"],
                f"{row['precision']:.1f}",
                f"{row['refused']} ({row['refused_rightly']})",
                f"{row['asked']} ({row['asked_rightly']})",
                row["passed"],
            ]
        )
    kinds = ["right", "wrong", "precision", "refused (due)", "asked back (due)", "passed"]
    return _table(["threshold", "value", *kinds], lines)


def _results(name: str) -> Any:
    return json.loads((FOLDER / "results" / f"{name}.json").read_text("utf-8"))


def _by_name(rows: Iterable[Row]) -> list[tuple[str, dict[str, Row]]]:
    found: dict[str, dict[str, Row]] = {}
    for row in rows:
        found.setdefault(row["name"], {})[row["split"]] = row
    return list(found.items())


def _count(rows: Sequence[Row], split: str) -> int:
    return int(next(row["count"] for row in rows if row["split"] == split))


def _letter(place: int) -> str:
    return "ABCDEFGH"[place]


def _mean(rows: Sequence[Row], key: str, digits: int = 1) -> str:
    values = [row[key] for row in rows if row.get(key) is not None]
    return f"{sum(values) / len(values):.{digits}f}" if values else ""


def _bytes(rows: Sequence[Row]) -> float:
    return float(sum(row["bytes"] for row in rows) / len(rows) / 1e6)


def _table(heads: Sequence[str], lines: Sequence[Sequence[Any]]) -> str:
    rule = ["---", *["---:"] * (len(heads) - 1)]
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in (heads, rule, *lines))


if __name__ == "__main__":
    README.write_text(filled(README.read_text("utf-8")), "utf-8")
