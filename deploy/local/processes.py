"""One process of the topology: started, waited for, stopped; its output in a file."""

from __future__ import annotations

import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Optional

STOP_SECONDS = 30.0


class NotStarted(RuntimeError):
    """A process ended, or did not get ready in time. The text says which, with its last lines."""


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


class Process:
    """A program that runs until it is stopped."""

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        log: Path,
        env: Mapping[str, str],
        folder: Optional[Path] = None,
    ) -> None:
        """Describe it; `start` runs it, and again after a stop."""
        self.name = name
        # The processors that it may use from its next start on; all when empty.
        self.cores: Sequence[int] = ()
        self._command = list(command)
        self._log = log
        self._env = dict(env)
        self._folder = folder
        self._running: Optional[subprocess.Popen[bytes]] = None

    @property
    def pid(self) -> int:
        """Of the running process."""
        assert self._running is not None, f"{self.name} was not started"
        return self._running.pid

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self._running is not None and self._running.poll() is None

    @property
    def output(self) -> str:
        """What it printed so far, over all its starts."""
        return self._log.read_text("utf-8", "replace") if self._log.exists() else ""

    def start(self) -> None:
        """Run it; not yet ready."""
        cores = ",".join(map(str, self.cores))
        pinned = ["taskset", "-c", cores] if cores else []
        with self._log.open("ab") as log:
            self._running = subprocess.Popen(  # our own programs
                [*pinned, *self._command],
                env=self._env,
                cwd=self._folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                # Ctrl-C reaches us alone, and we stop the others in order.
                start_new_session=True,
            )

    def wait(self, ready: Callable[[], bool], seconds: float) -> None:
        """Return once `ready`.

        Raises:
            NotStarted: it ended, or `seconds` have passed.
        """
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if not self.alive:
                raise NotStarted(f"{self.name} s’est arrêté :\n{self._last_lines()}")
            if ready():
                return
            time.sleep(0.05)
        raise NotStarted(f"{self.name} n’est pas prêt après {seconds:.0f} s :{self._last_lines()}")

    def signal(self, number: signal.Signals) -> None:
        """Send a signal, when it runs."""
        if self._running is not None and self.alive:
            self._running.send_signal(number)

    def stop(self, seconds: float = STOP_SECONDS) -> None:
        """Ask it to stop; kill it when it does not within `seconds`."""
        if self._running is None:
            return
        self.signal(signal.SIGTERM)
        try:
            self._running.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """End it at once (kill -9)."""
        if self._running is not None:
            self._running.kill()
            self._running.wait()

    def _last_lines(self) -> str:
        return "\n".join(self.output.splitlines()[-5:])


def answers(port: int) -> bool:
    """Whether something listens on `port`."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True
