"""What a replica may take is more than it takes, two models for a moment included."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
UNITS = {"M": 2**20, "Mi": 2**20, "G": 2**30, "Gi": 2**30}
FILES = {
    "compose": ("deploy/compose.yml", r"limits: \{cpus: \"1.0\", memory: (\d+)(\w+), pids"),
    "helm": ("deploy/helm/vigie/values.yaml", r"limits: \{cpu: \"1\", memory: (\d+)(\w+)\}"),
    "systemd": ("deploy/systemd/vigie.service", r"MemoryMax=(\d+)(\w)"),
}
BRIDGE_FILES = {
    "compose": ("deploy/compose.yml", r"limits: \{cpus: \"0.5\", memory: (\d+)(\w+), pids: 64\}"),
    "helm": ("deploy/helm/vigie/values.yaml", r"limits: \{cpu: 500m, memory: (256)(\w+)\}"),
    "systemd": ("deploy/systemd/vigie-matrix.service", r"MemoryMax=(\d+)(\w)"),
}
ROOM = 1.5
"""A new model is loaded beside the old one: it takes half as much again, see docs/capacity.md."""


def _measured() -> float:
    """Bytes of a replica, as `make capacity` measured it last."""
    costs = json.loads((ROOT / "evaluation" / "bench" / "turn.json").read_text("utf-8"))
    return float(costs["memory_mb"]["replica"]) * 1e6


def _limit(where: str, files: Mapping[str, tuple[str, str]] = FILES) -> int:
    file, pattern = files[where]
    found = re.search(pattern, (ROOT / file).read_text("utf-8"))
    assert found, f"{file} sets no limit"
    return int(found[1]) * UNITS[found[2]]


def bridge_limit() -> int:
    """The least that the bridge may take somewhere."""
    return min(_limit(where, BRIDGE_FILES) for where in BRIDGE_FILES)


@pytest.mark.parametrize("where", FILES)
def test_a_replica_is_not_stopped_for_what_it_takes(where: str) -> None:
    """It took 1,154 MB where 1 GB was allowed: the container stopped and started again for ever."""
    assert _limit(where) >= ROOM * _measured()


def test_the_alert_stands_between_what_it_takes_and_what_stops_it() -> None:
    rules = (ROOT / "deploy" / "prometheus" / "alerts.yml").read_text("utf-8")
    found = re.search(r"process_resident_memory_bytes\{job=\"vigie\"\} > ([\d.e]+)", rules)
    assert found
    assert 1.2 * _measured() < float(found[1]) < min(map(_limit, FILES))
