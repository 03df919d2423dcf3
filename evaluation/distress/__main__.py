"""`python -m evaluation.distress`: prints the tables of notes/distress.md."""

from __future__ import annotations

import json
import sys

from evaluation.distress.held_out import ROOT, held_out
from evaluation.distress.report import report
from vigie.distress.weigh import SURE

RESULTS = ROOT / "evaluation" / "results" / "distress.json"


def main() -> None:
    """Print the tables; with --misses, what was missed and what was a false alarm, worst first."""
    found = held_out()
    print(report(found))
    read = found.read
    if "--misses" in sys.argv:
        wrong = [r for r in read if r.heard != r.message.labels.call]
        for one in sorted(wrong, key=lambda r: -abs(r.likely - SURE)):
            kind = "missed" if one.message.labels.call else "alarm"
            print(f"{kind} {one.likely:.2f} {one.message.author} {one.message.text}")
    RESULTS.write_text(
        json.dumps([[r.message.author, r.message.labels.call, round(r.likely, 3)] for r in read]),
        "utf-8",
    )


if __name__ == "__main__":
    main()
