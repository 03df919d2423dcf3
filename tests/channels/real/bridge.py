"""The bridge to encrypted rooms, as `vigie channels bridge` starts it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from tests.channels.real.synapse import BOT
from tests.conftest import ROOT, clean_environment
from tests.server.running import free_port

PYTHON = ROOT / ".venv-matrix-e2e" / "bin" / "python"
TOKEN = "bridge-token-of-a-test-51c0"
STORE_KEY = "store-key-of-a-test-77ab"
ACCESS_TOKEN = "access-token-of-a-test-e38d"
"""Of the account on a homeserver that is none (tests/channels/fakes/device_server.py)."""


def lacking() -> str:
    """What is not installed that the bridge needs; "" when it can run."""
    return "" if PYTHON.is_file() else "no bridge: scripts/side-env made no .venv-matrix-e2e"


def account(homeserver: str) -> str:
    """Make the bot's account; the token of its one device."""
    body = {
        "username": BOT[1:].partition(":")[0],
        "password": "only-for-a-test",
        "device_id": "VIGIE",
        "auth": {"type": "m.login.dummy"},
    }
    request = urllib.request.Request(
        f"{homeserver}/_matrix/client/v3/register", json.dumps(body).encode(), method="POST"
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        token: str = json.load(answer)["access_token"]
    return token


def alone(homeserver: str, vigie: str, store: Path, port: int) -> dict[str, str]:
    """What a bridge is told that deploy/ starts, without `vigie channels bridge`."""
    return {
        "VIGIE_BRIDGE_HOMESERVER": homeserver,
        "VIGIE_BRIDGE_USER_ID": BOT,
        "VIGIE_BRIDGE_ACCESS_TOKEN": ACCESS_TOKEN,
        "VIGIE_BRIDGE_STORE": str(store),
        "VIGIE_BRIDGE_STORE_KEY": STORE_KEY,
        "VIGIE_BRIDGE_TOKEN": TOKEN,
        "VIGIE_BRIDGE_VIGIE": vigie,
        "VIGIE_BRIDGE_LISTEN": f"http://127.0.0.1:{port}",
    }


def health(port: int, path: str = "/health/ready") -> tuple[int, dict[str, Any]]:
    """What a bridge says of itself; 0 and nothing where none listens."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        return refused.code, json.load(refused)
    except OSError:
        return 0, {}


class Bridge:
    """One bridge after the other, with the same keys."""

    def __init__(self, project: Path, log: Path) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.store = project / ".vigie-e2e"
        self.environment: dict[str, str] = {}
        self._project = project
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None

    def entry(self, homeserver: str, vigie: str) -> dict[str, Any]:
        """What credentials.yml says of it."""
        return {
            "token": "${MATRIX_E2E_TOKEN}",
            "homeserver": homeserver,
            "user_id": BOT,
            "access_token": "${MATRIX_E2E_ACCESS_TOKEN}",
            "store": str(self.store),
            "store_key": "${MATRIX_E2E_STORE_KEY}",
            "vigie": vigie,
            "base_url": self.url,
        }

    def start(self) -> None:
        """Start it, and wait until it listens."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "vigie", "channels", "bridge"],
                cwd=self._project,
                env=clean_environment(**self.environment),
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + 90
        while self.output.count("passerelle Matrix prête") < self.started:
            assert self._process.poll() is None, self.output
            assert time.monotonic() < deadline, self.output
            time.sleep(0.05)

    started = 1

    def stop(self, kill: bool = False) -> int:
        """Ask it to stop, or kill it; its status."""
        assert self._process is not None
        process, self._process = self._process, None
        if kill:
            process.kill()
        else:
            process.terminate()
        self.started += 1
        return process.wait(20)

    @property
    def output(self) -> str:
        """Its log."""
        return self._log.read_text("utf-8", "replace")


class Started:
    """A bridge of which no `vigie` command knows, as in its container."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.store = folder / "keys" / "here"
        self._log = folder / "log"
        self._log.touch()
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, homeserver: str, vigie: str, **changed: str) -> None:
        """Start it; it may not listen yet."""
        told = alone(homeserver, vigie, self.store, self.port) | changed
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(
                [str(PYTHON), "bridge"],
                cwd=ROOT,
                env=clean_environment(PYTHONPATH="", **told),
                stdout=log,
                stderr=log,
            )

    def end(self, seconds: float = 10) -> int:
        """Wait until it has ended; its status."""
        assert self.process is not None
        return self.process.wait(seconds)

    def send(self, token: str = TOKEN) -> int:
        """Have it send to a room that is none; the status of what it answers."""
        body = {"room": "!nowhere:matrix.example", "content": {}, "txn": "1"}
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/send",
            json.dumps(body).encode(),
            {"Authorization": f"Bearer {token}"},
        )
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as refused:
            return refused.code

    @property
    def output(self) -> str:
        """Its log, over all its starts."""
        return self._log.read_text("utf-8")
