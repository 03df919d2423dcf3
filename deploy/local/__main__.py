"""`make cluster`: the topology until Ctrl-C. SIGHUP restarts the replicas one by one."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path
from typing import NoReturn

from deploy.local.cluster import Cluster, NotStarted, missing


def main() -> int:
    """Run it; 0 after Ctrl-C, 1 when it cannot start."""
    absent = missing()
    if absent:
        print(f"Il manque {' et '.join(absent)} : scripts/packages redis-server nginx")
        return 1
    signal.signal(signal.SIGTERM, _interrupt)
    signal.signal(signal.SIGINT, _interrupt)
    try:
        port = _number("PORT", 8080, 65_535)
        count = _number("REPLICAS", 2, 16)
    except ValueError as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"Démarrage de Redis, de nginx et de répliques ({count})…", flush=True)
    try:
        with Cluster(Path.cwd(), count, port) as cluster:
            _tell(cluster)
            _watch(cluster)
    except NotStarted as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Tout est arrêté ; rien n’a été gardé.")
    return 0


def _interrupt(*_: object) -> NoReturn:
    """Leave whatever is under way; once, so that the others are stopped in order.

    Raises:
        KeyboardInterrupt: always.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    print("\nArrêt…", flush=True)
    raise KeyboardInterrupt


def _watch(cluster: Cluster) -> NoReturn:
    """Start again what dies, and all replicas in turn on SIGHUP, until interrupted.

    Raises:
        NotStarted: a replica does not come back from a restart.
    """
    roll = threading.Event()
    signal.signal(signal.SIGHUP, lambda *_: roll.set())
    while True:
        if roll.wait(0.5):
            roll.clear()
            print("Redémarrage des répliques, l’une après l’autre…", flush=True)
            cluster.roll()
            print("Fait.", flush=True)
        for name in cluster.revive():
            print(f"Redémarré, après une fin inattendue : {name}.", flush=True)


def _number(name: str, default: int, most: int) -> int:
    """A whole number of the environment.

    Raises:
        ValueError: it is none, or out of bounds.
    """
    text = os.environ.get(name, str(default)).strip()
    if not text.isdecimal() or not 1 <= int(text) <= most:
        raise ValueError(f"{name} ne convient pas : un entier de 1 à {most} est attendu.")
    return int(text)


def _tell(cluster: Cluster) -> None:
    print(f"Vigie répond sur http://127.0.0.1:{cluster.port}. Ctrl-C pour arrêter.")
    for process in cluster.processes:
        port = getattr(process, "port", "")
        print(f"  {process.name:<12} processus {process.pid}, port {port}")
    print(f"Redémarrage sans coupure : kill -HUP {os.getpid()}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
