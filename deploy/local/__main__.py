"""`make cluster`: the topology until Ctrl-C. SIGHUP restarts the replicas one by one."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

from deploy.local.cluster import Cluster, NotStarted, missing


def main() -> int:
    """Run it; 0 after Ctrl-C, 1 when it cannot start."""
    absent = missing()
    if absent:
        print(f"Il manque {' et '.join(absent)} : scripts/packages redis-server nginx")
        return 1
    over, roll = threading.Event(), threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: over.set())
    signal.signal(signal.SIGINT, lambda *_: over.set())
    signal.signal(signal.SIGHUP, lambda *_: roll.set())
    port = int(os.environ.get("PORT", "8080"))
    count = int(os.environ.get("REPLICAS", "2"))
    print(f"Démarrage de Redis, de {count} répliques et de nginx…", flush=True)
    try:
        with Cluster(Path.cwd(), count, port) as cluster:
            _tell(cluster)
            while not over.wait(0.5):
                if roll.is_set():
                    roll.clear()
                    print("Redémarrage des répliques, l’une après l’autre…", flush=True)
                    cluster.roll()
                    print("Fait.", flush=True)
                for name in cluster.revive():
                    print(f"{name} était mort : redémarrage.", flush=True)
            print("Arrêt…", flush=True)
    except NotStarted as problem:
        print(problem, file=sys.stderr)
        return 1
    print("Tout est arrêté ; rien n’a été gardé.")
    return 0


def _tell(cluster: Cluster) -> None:
    print(f"Vigie répond sur http://127.0.0.1:{cluster.port}. Ctrl-C pour arrêter.")
    for process in cluster.processes:
        port = getattr(process, "port", "")
        print(f"  {process.name:<12} processus {process.pid}, port {port}")
    print(f"Redémarrage sans coupure : kill -HUP {os.getpid()}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
