"""What people saw while something broke. Pure, but for the clock."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from evaluation.bench.stats import percentile


@dataclass
class Seen:
    """By everybody on one channel, from one disturbance."""

    answered: int = 0
    """Turns that were accepted and answered."""
    failed: int = 0
    """Requests without an answer: refused, cut off, or too late; people then try again."""
    wrong: int = 0
    """Answers that are not those of a calm day: the conversation was lost."""
    without_context: int = 0
    """Answers that say that the thread is lost."""
    repeated: int = 0
    """Messages sent again under the same id (sockets)."""
    twice: int = 0
    """Messages that were answered twice (sockets)."""
    seconds: list[float] = field(default_factory=list)
    kinds: dict[str, int] = field(default_factory=dict)
    """How requests failed."""

    def note(self, started: float, right: bool) -> None:
        """Note an answer to what was said at `started`, by `time.perf_counter`."""
        self.answered += 1
        self.wrong += not right
        self.seconds.append(time.perf_counter() - started)

    def fail(self, kind: str) -> None:
        """Note a request that failed."""
        self.failed += 1
        self.kinds[kind] = self.kinds.get(kind, 0) + 1

    def as_data(self) -> dict[str, Any]:
        """For the JSON of the results."""
        kept = {k: v for k, v in vars(self).items() if k != "seconds"}
        if self.seconds:
            kept["p50_ms"] = round(percentile(self.seconds, 0.5) * 1000, 1)
            kept["p99_ms"] = round(percentile(self.seconds, 0.99) * 1000, 1)
            kept["longest_ms"] = round(max(self.seconds) * 1000, 1)
        return kept
