"""Results as Markdown tables, which a terminal shows as well. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

LABELS = {
    "vigie": "Vigie",
    "vigie-heavy": "Vigie, TensorFlow chargé",
    "stock": "robot de rasa init",
    "floor": "plancher",
}
"""What the bots are called in tables and plots."""


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table, its columns aligned; numbers get a decimal comma."""
    cells = [list(head), *([_shown(cell) for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |"
        for row in cells
    ]
    return "\n".join([lines[0], "|" + "|".join("-" * (w + 2) for w in widths) + "|", *lines[1:]])


def _shown(cell: object) -> str:
    if isinstance(cell, float):
        return f"{cell:.3g}".replace(".", ",") if abs(cell) < 1000 else f"{cell:.0f}"
    return str(cell)


def compared(results: Mapping[str, Any]) -> str:
    """The bots, a line each."""
    head = (
        "Robot", "p50 ms", "p95 ms", "p99 ms", "CPU ms", "tours/s à 1", "à 8", "à 32",
        "mémoire Mo", "après Mo", "prêt s", "entraînement s",
    )  # fmt: skip
    rows = [
        (
            LABELS.get(name, name),
            *(float(bot["latency_ms"][p]) for p in ("p50", "p95", "p99")),
            float(bot["cpu_ms_per_message"]),
            *(round(bot["throughput"][c]) for c in ("1", "8", "32")),
            *(round(bot["memory_mb"][when]) for when in ("loaded", "after")),
            float(bot["ready_seconds"]),
            float(bot["training_seconds"]),
        )
        for name, bot in results.items()
    ]
    return table(head, rows)


def judged(verdicts: Sequence[Mapping[str, Any]]) -> str:
    """The targets, a line each."""
    rows = [
        (
            one["what"],
            float(one["ratio"]),
            f"{'≥' if one['at_least'] else '≤'} {_shown(float(one['limit']))}",
            "oui" if one["met"] else "NON",
        )
        for one in verdicts
    ]
    return table(("Rapport", "mesuré", "demandé", "atteint"), rows)


def grown(rows: Sequence[Mapping[str, Any]]) -> str:
    """The sizes, a line each."""
    head = (
        "Organismes inventés", "entraînement s", "archive Mo", "prêt s", "mémoire Mo",
        "p50 ms", "p95 ms", "inventés p50", "inventés p95", "liste entière p50",
    )  # fmt: skip
    body = [
        (
            row["made_agencies"],
            *(float(row[k]) for k in ("training_seconds", "archive_mb", "ready_seconds")),
            round(row["memory_mb"]),
            *(float(row[k][p]) for k in ("latency_ms", "made_ms") for p in ("p50", "p95")),
            float(row["whole_list_ms"]["p50"]),
        )
        for row in rows
    ]
    return table(head, body)
