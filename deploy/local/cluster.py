"""Redis, replicas and nginx together, in a folder that goes away with them."""

from __future__ import annotations

import secrets
import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Optional

from deploy.local.processes import NotStarted, Process, free_port
from deploy.local.proxy import FAIL_SECONDS, Proxy, program
from deploy.local.redis import Redis
from deploy.local.replica import Replica, status

POLL_SECONDS = 0.5


def missing() -> list[str]:
    """The programs that are not installed."""
    found = {"redis-server": shutil.which("redis-server"), "nginx": program()}
    return [name for name, path in found.items() if path is None]


class Cluster:
    """The topology of deploy/compose.yml on this machine. Use it with `with`."""

    def __init__(
        self,
        project: Path,
        replicas: int = 2,
        port: int = 0,
        drain_seconds: float = 3.0,
        env: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Describe it; nothing runs yet.

        Args:
            project: the folder whose model is served.
            replicas: how many.
            port: of the proxy; 0 for a free one.
            drain_seconds: how long a replica still answers once asked to stop.
            env: more variables for the replicas.
        """
        self.folder = Path(tempfile.mkdtemp(prefix="vigie-cluster-"))
        self.redis = Redis(self.folder, free_port(), secrets.token_hex(16))
        shared = {
            "VIGIE_SECRET": secrets.token_hex(32),
            "VIGIE_DRAIN_SECONDS": str(drain_seconds),
            "REDIS_HOST": "127.0.0.1",
            "REDIS_PORT": str(self.redis.port),
            "REDIS_USERNAME": "default",
            "REDIS_PASSWORD": self.redis.password,
            "REDIS_TLS": "0",
            "REDIS_CA": "",
            **(env or {}),
        }
        self.replicas = [
            Replica(f"réplique {n}", project, self.folder / f"{n}.log", free_port(), shared)
            for n in range(1, replicas + 1)
        ]
        ports = [replica.port for replica in self.replicas]
        self.proxy = Proxy(self.folder, port or free_port(), free_port(), ports)
        self._stopped = threading.Event()
        self._watch = threading.Thread(target=self._ask, name="ready", daemon=True)

    @property
    def port(self) -> int:
        """Where the proxy listens."""
        return self.proxy.port

    @property
    def processes(self) -> list[Process]:
        """All, in the order of their start."""
        return [self.redis, *self.replicas, self.proxy]

    def __enter__(self) -> Cluster:
        """Start all and wait until a question is answered.

        Raises:
            NotStarted: one does not start.
        """
        try:
            for process in (self.redis, *self.replicas):
                process.start()
            self.redis.ready()
            for replica in self.replicas:
                replica.ready()
            self.proxy.start()
            self.proxy.ready()
        except BaseException:
            self.stop()
            raise
        self._watch.start()
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        """Stop all, the proxy first, and remove the folder."""
        self.stop()

    def stop(self) -> None:
        """Stop all, the proxy first, and remove the folder."""
        self._stopped.set()
        self.proxy.stop(5)
        for replica in self.replicas:
            # The second signal skips the drain: nobody is there any more.
            replica.signal(signal.SIGTERM)
        for replica in self.replicas:
            replica.stop()
        self.redis.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def restart(self, replica: Replica) -> None:
        """Have one replica drain and stop, then start it and wait until it is ready.

        Raises:
            NotStarted: it does not come back.
        """
        replica.stop()
        self.bring_back(replica)

    def bring_back(self, replica: Replica) -> None:
        """Start a replica and wait until nginx uses it: the next one may stop only then.

        Raises:
            NotStarted: it does not come back.
        """
        replica.start()
        replica.ready()
        time.sleep(FAIL_SECONDS + 2 * POLL_SECONDS)

    def roll(self) -> None:
        """Restart all replicas, one after the other; the service goes on.

        Raises:
            NotStarted: one does not come back: the others are left alone.
        """
        for replica in self.replicas:
            self.restart(replica)

    def revive(self) -> list[str]:
        """Start again what has died, as an orchestrator does; the names."""
        dead = [process for process in self.processes if not process.alive]
        for process in dead:
            process.start()
        return [process.name for process in dead]

    def _ask(self) -> None:
        """Have nginx ask each replica whether it is ready, as its health check does in compose."""
        number = 0
        while not self._stopped.wait(POLL_SECONDS):
            for _ in self.replicas:
                number += 1
                status(self.proxy.status, "/ready/anyone", 2)
                status(self.proxy.status, f"/ready/affine?r={number}", 2)


__all__ = ["Cluster", "NotStarted", "missing"]
