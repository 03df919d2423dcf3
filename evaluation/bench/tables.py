"""Results as Markdown tables, which a terminal shows as well. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

LABELS = {
    "vigie": "(a) Vigie",
    "vigie-heavy": "(a) Vigie, `VIGIE_LIGHT=0`",
    "stock": "(b) bot of `rasa init`",
    "floor": "(c) floor",
}
"""What the bots are called in tables and plots."""


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table, its columns aligned; floats get three significant digits."""
    cells = [list(head), *([_shown(cell) for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |"
        for row in cells
    ]
    return "\n".join([lines[0], "|" + "|".join("-" * (w + 2) for w in widths) + "|", *lines[1:]])


def _shown(cell: object) -> str:
    if isinstance(cell, float):
        return f"{cell:.3g}" if abs(cell) < 1000 else f"{cell:.0f}"
    return str(cell)


def machine(described: Mapping[str, Any]) -> str:
    """When, of which commit and on what it was measured; and whether the machine was shared."""
    models = ", ".join(f"{number} x {model}" for model, number in described["cpu_models"].items())
    load, cpus = float(described["load_average"][0]), described["cpus"]
    changed = " with changes" if described["changed_files"] else ""
    line = (
        f"Commit {described['commit']}{changed}, {described['date'][:16].replace('T', ' ')} UTC, "
        f"{models}, {described['memory_gb']:.0f} GB; load average before: {load:g}."
    )
    if load > cpus:
        return f"{line} **Preliminary: other work had the processors.**"
    return line


def compared(results: Mapping[str, Any]) -> str:
    """The bots, a line each."""
    head = (
        "Bot", "p50 ms", "p95 ms", "p99 ms", "CPU ms", "turns/s at 1", "at 8", "at 32",
        "MB loaded", "MB after", "s to ready", "s to train",
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
            "yes" if one["met"] else "**no**",
        )
        for one in verdicts
    ]
    return table(("Figure", "measured", "asked", "met"), rows)


def grown(rows: Sequence[Mapping[str, Any]]) -> str:
    """The sizes, a line each."""
    head = (
        "Made agencies", "s to check", "s to train", "MB archive", "s to ready", "MB memory",
        "real p50 ms", "real p95", "made p50", "made p95", "whole list p50",
    )  # fmt: skip
    body = [
        (
            row["made_agencies"],
            *(float(row[f"{step}_seconds"]) for step in ("check", "training")),
            float(row["archive_mb"]),
            float(row["ready_seconds"]),
            round(row["memory_mb"]),
            *(float(row[k][p]) for k in ("latency_ms", "made_ms") for p in ("p50", "p95")),
            float(row["whole_list_ms"]["p50"]),
        )
        for row in rows
    ]
    return table(head, body)


def soaked(result: Mapping[str, Any]) -> str:
    """The first and the last quarter after the warm-up, in figures."""
    head = ("", "first quarter", "last quarter", "growth")
    rows = [
        (what, *map(float, result["quarters"][name]), f"{100 * result[f'{name}_growth']:+.1f} %")
        for name, what in (
            ("memory", "memory, MB"),
            ("latency", "p50, ms"),
            ("cpu", "CPU a turn, ms"),
        )
    ]
    return table(head, rows)


def visited(pages: Mapping[str, Mapping[str, float]]) -> str:
    """The pages, a line each."""
    names = {
        "front": "`/`, with the component in it",
        "knowledge": "`/organismes/dos`, without JavaScript",
        "host": "another site, with the button",
    }
    head = ("Page", "first paint, ms", "can be used, ms", "main thread, ms", "requests", "kB")
    keys = ("painted_ms", "usable_ms", "main_thread_ms", "requests", "kilobytes")
    rows = [(names[page], *(float(row[key]) for key in keys)) for page, row in pages.items()]
    return table(head, rows)


def profiled(stages: Mapping[str, float]) -> str:
    """The stages of a turn, the dearest first, and their sum."""
    whole = sum(stages.values())
    rows = [
        (stage, spent, f"{100 * spent / whole:.0f} %")
        for stage, spent in sorted(stages.items(), key=lambda item: -item[1])
    ]
    return table(("Stage", "CPU ms", "share"), [*rows, ("all", whole, "100 %")])
