"""One replica of Vigie, as deploy/endpoints.yml has it."""

from __future__ import annotations

import http.client
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from deploy.local.processes import Process

ENDPOINTS = Path(__file__).parents[1] / "endpoints.yml"
START_SECONDS = 120.0


class Replica(Process):
    """`vigie serve` on a port, before the shared Redis."""

    def __init__(self, name: str, project: Path, log: Path, port: int, env: Mapping[str, str]):
        """Serve `project` on `port`; `env` names the Redis and the key."""
        self.port = port
        settings = ("VIGIE_", "REDIS_", "HOST", "PORT", "LOG_", "SANIC_")
        kept = {k: v for k, v in os.environ.items() if not k.startswith(settings)}
        super().__init__(
            name,
            [sys.executable, "-m", "vigie", "serve"],
            log,
            {
                **kept,
                "HOST": "127.0.0.1",
                "PORT": str(port),
                "VIGIE_ENDPOINTS": str(ENDPOINTS),
                "VIGIE_TRUSTED_PROXIES": "127.0.0.1",
                **env,
            },
            project,
        )

    def ready(self, seconds: float = START_SECONDS) -> None:
        """Wait until it answers a real question.

        Raises:
            NotStarted: it does not.
        """
        self.wait(lambda: status(self.port, "/health/ready") == 200, seconds)


def status(port: int, path: str, seconds: float = 5) -> int:
    """The HTTP status of a GET on this machine; 0 when nobody answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=seconds)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()
