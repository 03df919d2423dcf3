"""On what, when and of which commit a measurement was made: part of every result."""

from __future__ import annotations

import os
import platform
import subprocess
from collections import Counter
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def describe() -> dict[str, Any]:
    """Commit, date, processors, memory and load, as plain data."""
    return {
        "commit": _git("rev-parse", "--short=12", "HEAD"),
        "changed_files": len(_git("status", "--porcelain", "--untracked-files=no").splitlines()),
        "date": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "cpus": os.cpu_count(),
        "cpu_models": _cpu_models(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9, 1),
        "python": platform.python_version(),
        "load_average": list(load()),
    }


def load() -> tuple[float, float, float]:
    """The load average of the last 1, 5 and 15 minutes."""
    one, five, fifteen = os.getloadavg()
    return round(one, 2), round(five, 2), round(fifteen, 2)


def _git(*args: str) -> str:
    done = subprocess.run(["git", *args], cwd=ROOT, capture_output=True, text=True, timeout=30)
    return done.stdout.strip()


def _cpu_models() -> dict[str, int]:
    """How many processors there are of each model."""
    path = Path("/proc/cpuinfo")
    if not path.is_file():
        return {platform.processor() or "unknown": os.cpu_count() or 1}
    lines = path.read_text("utf-8").splitlines()
    return dict(
        Counter(line.split(":")[1].strip() for line in lines if line.startswith("model na"))
    )
