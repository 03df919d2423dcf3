"""Load by wrk, a client in C: it takes little of the processors that the replicas need."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).with_name("load.lua")


@dataclass(frozen=True)
class Load:
    """What wrk saw."""

    requests: int
    seconds: float
    errors: int
    """No answer, or a status from 400 on."""
    p50: float
    """Milliseconds, as the next two."""
    p95: float
    p99: float

    @property
    def throughput(self) -> float:
        """Requests answered a second."""
        return self.requests / self.seconds if self.seconds else 0.0

    def as_data(self) -> dict[str, Any]:
        """For the JSON of the results."""
        return {
            "throughput": round(self.throughput, 1),
            "latency_ms": {"p50": self.p50, "p95": self.p95, "p99": self.p99},
            "requests": self.requests,
            "errors": self.errors,
        }


def write_questions(questions: Sequence[str], path: Path) -> Path:
    """The questions as the script reads them, a JSON text a line."""
    path.write_text("".join(f"{json.dumps(text)}\n" for text in questions), "utf-8")
    return path


def command(
    port: int, questions: Path, connections: int, seconds: float, cores: Sequence[int] = ()
) -> list[str]:
    """The command line of wrk, bound to `cores` (to none when empty)."""
    pinned = ["taskset", "-c", ",".join(map(str, cores))] if cores else []
    url = f"http://127.0.0.1:{port}/webhooks/rest/webhook"
    how = [f"-c{connections}", "-t1", f"-d{seconds:.0f}s", "--timeout", "20s"]
    return [*pinned, "wrk", *how, "-s", str(SCRIPT), url, "--", str(questions)]


def run(
    port: int, questions: Path, connections: int, seconds: float, cores: Sequence[int] = ()
) -> Load:
    """Send requests over `connections` at once for `seconds`.

    Raises:
        RuntimeError: wrk did not say what it saw.
    """
    done = subprocess.run(
        command(port, questions, connections, seconds, cores),
        capture_output=True,
        text=True,
        timeout=seconds + 60,
    )
    return parse(done.stdout, done.stderr)


def parse(output: str, complaint: str = "") -> Load:
    """The summary in what wrk printed.

    Raises:
        RuntimeError: there is none.
    """
    last = output.strip().rpartition("\n")[2]
    if not last.startswith("{"):
        raise RuntimeError(f"wrk : {complaint or last or 'aucun résultat'}")
    return Load(**json.loads(last))
