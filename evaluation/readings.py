"""How well messages are read as queries by authors whose questions were not learned.

`python -m evaluation.readings` holds out a fifth of the authors at a time and writes
results/readings.json; `curve` learns from a growing number of authors. The weights are fitted by
`python -m evaluation.fitting`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import Any

from evaluation.authors import Material, folds, head, links, material, read_all, read_talks
from evaluation.material import RESULTS
from evaluation.same import right
from vigie.answers.query.form import form
from vigie.answers.query.normal import normal
from vigie.answers.query.write import write
from vigie.answers.reading.sure import confidence


def measure(made: Material) -> dict[str, Any]:
    """Accuracy of whole queries by act and by context, and how honest the confidence is."""
    total: Counter[str] = Counter()
    good: Counter[str] = Counter()
    bins: dict[int, list[bool]] = {}
    everyone = [author for group in folds(made) for author in group]
    for group in folds(made):
        others = set(everyone) - set(group)
        for context, one in read_talks(made, group, head(made, others), links(made, others)):
            line = write(form(normal(one.query)))
            holds = right(one.readings[0].query if one.readings else None, one.query, made.view)
            for key in ("all", f"act {one.query.act}", f"context {context}"):
                total[key] += 1
                good[f"{key} form"] += [f for f, _ in one.question.forms[:1]] == [line]
                good[key] += holds
            bins.setdefault(min(int(10 * confidence(one.readings)), 9), []).append(holds)
    return {
        "authors": len(everyone),
        "right": {key: [total[key], round(100 * good[key] / total[key], 1)] for key in total},
        "form alone": round(100 * good["all form"] / total["all"], 1),
        "calibration": {
            f"{b / 10:.1f}": [len(held), round(100 * sum(held) / len(held), 1)]
            for b, held in sorted(bins.items())
        },
    }


def curve(made: Material) -> list[dict[str, float]]:
    """Accuracy on the last group of authors, learned from ever more of the others."""
    test = folds(made)[-1]
    others = [a for group in folds(made)[:-1] for a in group]
    points = []
    for count in (0, 1, 2, 4, 8, 12, 16, 24, 32, 48):
        if count > len(others) and count // 2 >= len(others):
            break
        some = others[:count]
        rows = list(read_all(made, test, head(made, some)))
        learned_from = sum(author in some for author, _, _ in made.segments)
        holds = [
            right(r.readings[0].query if r.readings else None, r.query, made.view) for r in rows
        ]
        points.append(
            {
                "authors": len(some),
                "segments": learned_from,
                "query": round(100 * sum(holds) / len(holds), 1),
            }
        )
    return points


def main() -> None:
    """Measure, and write what was found."""
    made = material()
    what = sys.argv[1] if len(sys.argv) > 1 else "measure"
    found: Any = {"measure": measure, "curve": curve}[what](made)
    print(json.dumps(found, ensure_ascii=False, indent=1))
    name = "readings.json" if what == "measure" else "readings_curve.json"
    (RESULTS / name).write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
