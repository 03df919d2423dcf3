"""Redis with deploy/redis/redis.conf and a password of its own."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from deploy.local.processes import Process

CONFIG = Path(__file__).parents[1] / "redis" / "redis.conf"


class Redis(Process):
    """One Redis on this machine; the password is in a file that only its owner reads."""

    def __init__(self, folder: Path, port: int, password: str) -> None:
        """Keep data and configuration in `folder`."""
        self.port = port
        self.password = password
        own = folder / "redis.conf"
        own.touch(mode=0o600)
        own.write_text(
            f"include {CONFIG}\nbind 127.0.0.1\nport {port}\ndir {folder}\n"
            f"requirepass {password}\n",
            "utf-8",
        )
        super().__init__(
            "redis", ["redis-server", str(own)], folder / "redis.log", {"PATH": os.environ["PATH"]}
        )

    def ready(self) -> None:
        """Wait until it answers.

        Raises:
            NotStarted: it does not.
        """
        self.wait(self._pong, 15)

    def _pong(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1) as sock:
                sock.sendall(f"AUTH {self.password}\r\nPING\r\nQUIT\r\n".encode())
                said = b""
                while block := sock.recv(100):
                    said += block
                return b"PONG" in said
        except OSError:
            return False
