"""A bot served by a process of its own, and what that process takes."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

READY_SECONDS = 900
_QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
}


@dataclass(frozen=True)
class Bot:
    """How a bot is served. `{port}` stands for the port in `command` and in `env`."""

    name: str
    command: Sequence[str]
    folder: Path
    env: Mapping[str, str] = field(default_factory=dict)
    counts: bool = False
    """Whether it tells in /metrics how its turns went, as Vigie does."""


def environment(more: Mapping[str, str]) -> dict[str, str]:
    """The environment of a bot: without any setting of the shell that runs the bench."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("VIGIE_", "LOG_")) and name not in ("HOST", "PORT")
    }
    return {**kept, **_QUIET, **more}


class Served:
    """A running bot. Use it as a context: it is stopped at the end."""

    def __init__(self, bot: Bot, log: Path) -> None:
        self.bot = bot
        self._log = log
        self.port = 0
        self.ready_seconds = 0.0
        """From the start of the process to the first reply to a message."""

    def __enter__(self) -> Served:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        fill = str(self.port)
        env = {name: value.replace("{port}", fill) for name, value in self.bot.env.items()}
        started = time.monotonic()
        with self._log.open("w") as output:
            self._process = subprocess.Popen(
                [part.replace("{port}", fill) for part in self.bot.command],
                cwd=self.bot.folder,
                env=environment(env),
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            while not self._answers():
                if self._process.poll() is not None or time.monotonic() - started > READY_SECONDS:
                    end = self._log.read_text("utf-8", "replace")[-2000:]
                    raise RuntimeError(f"{self.bot.name} did not start:\n{end}")
                time.sleep(0.02)
        except BaseException:
            self.stop()
            raise
        self.ready_seconds = time.monotonic() - started
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def _answers(self) -> bool:
        """Whether a message gets a reply: a server that listens may still have no model."""
        body = json.dumps({"sender": "ready", "message": "hello"}).encode()
        request = urllib.request.Request(  # noqa: S310  # loopback, made above
            f"{self.url}/webhooks/rest/webhook", body, {"Content-Type": "application/json"}
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as response:  # noqa: S310
                return bool(json.load(response))
        except (urllib.error.URLError, OSError, ValueError):
            return False

    def failed_turns(self) -> int:
        """Turns that got a sentence for want of an answer, by its own count; 0 where it has none.

        Raises:
            RuntimeError: it should count, and counts no turn at all.
        """
        if not self.bot.counts:
            return 0
        with urllib.request.urlopen(f"{self.url}/metrics", timeout=30) as response:  # noqa: S310
            lines = response.read().decode().splitlines()
        turns = [line for line in lines if line.startswith("vigie_turns_total{")]
        if not turns:
            raise RuntimeError(f"{self.bot.name} counts no turns")
        failed = (line for line in turns if 'outcome="answered"' not in line)
        return sum(int(float(line.rsplit(" ", 1)[1])) for line in failed)

    def memory_mb(self) -> float:
        """Resident memory of the process, in millions of bytes."""
        status = Path(f"/proc/{self._process.pid}/status").read_text("utf-8")
        line = next(part for part in status.splitlines() if part.startswith("VmRSS"))
        return round(int(line.split()[1]) * 1024 / 1e6, 1)

    def cpu_seconds(self) -> float:
        """Processor time that it has taken so far."""
        fields = (
            Path(f"/proc/{self._process.pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()
        )
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self) -> None:
        """End it; it is killed when it does not end by itself within ten seconds."""
        if self._process.poll() is None:
            self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(10)
