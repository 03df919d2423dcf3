"""Results as pictures (SVG), beside the JSON that they are drawn from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("svg")

from matplotlib import pyplot

from evaluation.bench.tables import LABELS

_COLOURS = ("#1b5e8a", "#7fb0d0", "#b2452f", "#8a8a8a")
_SAVE: dict[str, Any] = {"format": "svg", "bbox_inches": "tight", "metadata": {"Date": None}}


def compared(results: Mapping[str, Any], path: Path) -> None:
    """Four panels of bars, a bar a bot: median, throughput at 8, memory, time to ready."""
    panels: tuple[tuple[str, Callable[[Any], float]], ...] = (
        ("Median (ms)", lambda bot: bot["latency_ms"]["p50"]),
        ("Turns a second, 8 at once", lambda bot: bot["throughput"]["8"]),
        ("Memory afterwards (MB)", lambda bot: bot["memory_mb"]["after"]),
        ("Ready (s)", lambda bot: bot["ready_seconds"]),
    )
    figure, axes = pyplot.subplots(1, 4, figsize=(13, 3))
    names = [LABELS.get(name, name).replace("`", "") for name in results]
    for axis, (title, value) in zip(axes, panels):
        values = [value(bot) for bot in results.values()]
        bars = axis.barh(names, values, color=_COLOURS[: len(names)])
        axis.bar_label(bars, fmt="%.3g", padding=3)
        axis.set_title(title, fontsize=10)
        axis.set_xlim(0, max(values) * 1.25)
        axis.invert_yaxis()
        if axis is not axes[0]:
            axis.set_yticklabels([])
    _save(figure, path)


def grown(rows: Sequence[Mapping[str, Any]], path: Path) -> None:
    """Latency, training and start, memory and archive over the number of agencies."""
    asked = {
        "real, p50": [row["latency_ms"]["p50"] for row in rows],
        "real, p95": [row["latency_ms"]["p95"] for row in rows],
        "made, p50": [row["made_ms"]["p50"] for row in rows],
    }
    panels = (
        ("Reply (ms)", asked),
        ("Training (s)", {"": [row["training_seconds"] for row in rows]}),
        ("Ready (s)", {"": [row["ready_seconds"] for row in rows]}),
        ("Memory (MB)", {"": [row["memory_mb"] for row in rows]}),
    )
    sizes = [max(row["made_agencies"], 1) for row in rows]
    lines(sizes, panels, "made agencies", path, log=True)


def soaked(samples: Sequence[Mapping[str, Any]], path: Path) -> None:
    """Memory, latency and work over the number of conversations."""
    shares = ("p50", "p95")
    panels = (
        ("Memory (MB)", {"": [one["memory_mb"] for one in samples]}),
        ("Reply (ms)", {p: [one["latency_ms"][p] for one in samples] for p in shares}),
        ("Processor a turn (ms)", {"": [one["cpu_ms"] for one in samples]}),
    )
    lines([one["conversations"] for one in samples], panels, "conversations", path)


def lines(
    x: Sequence[float],
    panels: Sequence[tuple[str, Mapping[str, Sequence[float]]]],
    label: str,
    path: Path,
    log: bool = False,
) -> None:
    """A panel for each title, with one line a name over `x`; both axes from zero unless `log`."""
    figure, axes = pyplot.subplots(1, len(panels), figsize=(3.6 * len(panels), 3))
    for axis, (title, series) in zip(axes, panels):
        for colour, (name, values) in zip(_COLOURS, series.items()):
            axis.plot(x, values, marker="o" if len(x) < 10 else "", color=colour, label=name)
        axis.set_title(title, fontsize=10)
        axis.set_xlabel(label, fontsize=9)
        axis.set_ylim(bottom=0)
        if log:
            axis.set_xscale("log")
        if len(series) > 1:
            axis.legend(fontsize=8)
    _save(figure, path)


def _save(figure: Any, path: Path) -> None:
    figure.tight_layout()
    figure.savefig(path, **_SAVE)
    pyplot.close(figure)
