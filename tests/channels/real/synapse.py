"""A real Matrix server, Synapse, on loopback, in a folder of its own."""

from __future__ import annotations

import base64
import contextlib
import http.client
import secrets
import subprocess
import time
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT, clean_environment
from tests.server.running import free_port

PYTHON = ROOT / ".venv-matrix" / "bin" / "python"
"""Made by scripts/side-env: the pins of Synapse and nio refuse Rasa's."""
NAME = "matrix.example"
BOT = f"@vigie:{NAME}"

_UNLIMITED = {"per_second": 1_000, "burst_count": 1_000}
_RATES = {
    **dict.fromkeys(("rc_message", "rc_registration", "rc_room_creation"), _UNLIMITED),
    "rc_login": dict.fromkeys(("address", "account", "failed_attempts"), _UNLIMITED),
    "rc_joins": dict.fromkeys(("local", "remote"), _UNLIMITED),
    "rc_invites": dict.fromkeys(("per_room", "per_user", "per_issuer"), _UNLIMITED),
}


class Synapse:
    """Synapse with SQLite, without federation; `registration` is the file of the app service,
    None for none."""

    def __init__(self, folder: Path, registration: Path | None) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.folder = folder
        self.registration = registration
        self._config = folder / "homeserver.yaml"
        self._log = folder / "synapse.log"
        self._process: subprocess.Popen[bytes] | None = None
        self._config.write_text(yaml.safe_dump(self._settings(registration)), "utf-8")
        seed = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        (folder / "signing.key").write_text(f"ed25519 a_test {seed}\n", "utf-8")

    def _settings(self, registration: Path | None) -> dict[str, Any]:
        listener = {
            "port": self.port,
            "type": "http",
            "bind_addresses": ["127.0.0.1"],
            "resources": [{"names": ["client"]}],
        }
        database = {"name": "sqlite3", "args": {"database": str(self.folder / "synapse.db")}}
        return {
            "server_name": NAME,
            "listeners": [listener],
            "database": database,
            "media_store_path": str(self.folder / "media"),
            "signing_key_path": str(self.folder / "signing.key"),
            "pid_file": str(self.folder / "synapse.pid"),
            "macaroon_secret_key": secrets.token_hex(16),
            "form_secret": secrets.token_hex(16),
            "app_service_config_files": [str(registration)] if registration else [],
            "enable_registration": True,
            "enable_registration_without_verification": True,
            "bcrypt_rounds": 4,
            "report_stats": False,
            "trusted_key_servers": [],
            "suppress_key_server_warning": True,
            **_RATES,
        }

    def __enter__(self) -> Synapse:
        self.launch()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self.launch()
        self.ready()

    def launch(self) -> None:
        """Start it; it is not `ready` then."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [PYTHON, "-m", "synapse.app.homeserver", "-c", self._config],
                cwd=self.folder,
                env=clean_environment(PYTHONPATH="", PYTHONWARNINGS="ignore"),
                stdout=log,
                stderr=log,
            )

    def ready(self) -> None:
        """Wait until it answers."""
        assert self._process is not None
        deadline = time.monotonic() + 60
        while not self._answers():
            assert self._process.poll() is None, self.output
            assert time.monotonic() < deadline, self.output
            time.sleep(0.05)

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        with contextlib.suppress(OSError), contextlib.closing(connection):
            connection.request("GET", "/health")
            return connection.getresponse().status == 200
        return False

    def stop(self) -> None:
        """Ask it to stop, and wait for that; what people wrote stays in its folder."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise
        finally:
            self._process = None

    @property
    def log(self) -> str:
        """All of its log."""
        return self._log.read_text("utf-8", "replace")

    @property
    def output(self) -> str:
        """The end of its log."""
        return self.log[-4_000:]


def lacking() -> str:
    """What is not installed that the tests need; "" when they can run."""
    return "" if PYTHON.is_file() else "no Matrix server: scripts/side-env made no .venv-matrix"
