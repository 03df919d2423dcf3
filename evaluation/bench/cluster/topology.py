"""The topology on this machine, each process on processors of its own where there are enough."""

from __future__ import annotations

import os
import re
import urllib.request
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Optional

from deploy.local.cluster import Cluster
from deploy.local.processes import Process
from evaluation.bench.machine import ROOT

_TURNS = re.compile(r'^vigie_turns_total\{.*outcome="(\w+)".*\} (\S+)$', re.M)


def cores() -> list[int]:
    """The processors that this process may use."""
    return sorted(os.sched_getaffinity(0))


def helpers(replicas: int) -> list[int]:
    """Where Redis, nginx and the client go: beside the replicas where there is room.

    With two processors, one replica has the first all to itself, whereas two replicas share both
    with the rest: this makes two look worse than they are, never better.
    """
    found = cores()
    return found[2:] or (found[1:] if replicas == 1 else found)


def build(replicas: int, env: Optional[Mapping[str, str]] = None, pin: bool = True) -> Cluster:
    """The topology with that many replicas of Vigie, one processor a replica when `pin`."""
    cluster = Cluster(ROOT, replicas, env=env)
    if pin:
        for replica, core in zip(cluster.replicas, cores()):
            replica.cores = [core]
        cluster.redis.cores = cluster.proxy.cores = helpers(replicas)
    return cluster


def outcomes(cluster: Cluster) -> Counter[str]:
    """How the turns of all replicas ended, by /metrics."""
    found: Counter[str] = Counter()
    for replica in cluster.replicas:
        for outcome, number in _TURNS.findall(metrics(replica.port)):
            found[outcome] += int(float(number))
    return found


def metrics(port: int) -> str:
    """/metrics of one replica."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as response:
        return str(response.read().decode())


def cpu_seconds(processes: Sequence[Process]) -> float:
    """Processor time that running processes, and the children of each, have taken so far."""
    return sum(_cpu(pid) for process in processes for pid in family(process.pid))


def memory_mb(process: Process) -> float:
    """Resident memory of a process and its children, in millions of bytes, shared parts twice."""
    return round(sum(_resident(pid) for pid in family(process.pid)) / 1e6, 1)


def family(pid: int) -> list[int]:
    """A process and its children, as nginx has."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()
    return [pid, *map(int, children)]


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _resident(pid: int) -> int:
    pages = int(Path(f"/proc/{pid}/statm").read_text("utf-8").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def commands(cluster: Cluster) -> dict[str, Any]:
    """What Redis did, as its INFO says: commands, memory in bytes, keys."""
    import redis

    with redis.Redis(port=cluster.redis.port, password=cluster.redis.password) as client:
        info = client.info()
    return {
        "commands": int(info["total_commands_processed"]),
        "memory_bytes": int(info["used_memory"]),
        "keys": int((info.get("db0") or {}).get("keys", 0)),
    }
