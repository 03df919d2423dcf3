"""The real assistant on the channels whose servers are real too: Matrix and Kannel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from tests.channels.running import KEY
from tests.conftest import ROOT, run_vigie
from tests.server.running import Server, free_port

AS_TOKEN = "as-token-of-a-test-d2f1c6"
HS_TOKEN = "hs-token-of-a-test-9b07e4"
SMS_SECRET = "webhook-password-of-a-test"
"""What Kannel shows to Vigie."""
SMS_PASSWORD = "sendsms-password-of-a-test"
"""What Vigie shows to Kannel."""


class Vigie:
    """One server after the other, on one port and with one memory."""

    def __init__(self, folder: Path, entries: dict[str, dict[str, Any]]) -> None:
        """In `folder`, with `entries` as credentials.yml."""
        for item in ROOT.iterdir():
            if item.name not in ("credentials.yml", "tests", ".vigie"):
                (folder / item.name).symlink_to(item)
        self.more: dict[str, str] = {}
        """Other secrets."""
        self.port = free_port()
        self.server: Server
        self._folder = folder
        self._logs: list[Path] = []
        self.configure(entries)

    def configure(self, entries: dict[str, dict[str, Any]]) -> None:
        """Write credentials.yml."""
        (self._folder / "credentials.yml").write_text(yaml.safe_dump(entries), "utf-8")

    @property
    def environment(self) -> dict[str, str]:
        """Secrets and settings."""
        return {
            "MATRIX_AS_TOKEN": AS_TOKEN,
            "MATRIX_HS_TOKEN": HS_TOKEN,
            "KANNEL_SECRET": SMS_SECRET,
            "KANNEL_PASSWORD": SMS_PASSWORD,
            "VIGIE_SECRET": KEY,
            "VIGIE_PUBLIC_URL": f"http://127.0.0.1:{self.port}",
            "VIGIE_SENDER_RATE": "0",
            "LOG_LEVEL": "debug",
            **self.more,
        }

    def launch(self) -> None:
        """Start it; it is not `ready` then."""
        self._logs.append(self._folder / f"vigie-{len(self._logs)}.log")
        self.server = Server(self._folder, self._logs[-1], self.port, **self.environment)

    def ready(self) -> None:
        """Wait until it answers."""
        self.server.__enter__()

    def command(self, *words: str) -> str:
        """What `vigie channels …` prints."""
        done = run_vigie(self._folder, "channels", *words, **self.environment)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    @property
    def output(self) -> str:
        """All that it wrote to its log."""
        return "".join(log.read_text("utf-8") for log in self._logs)
