"""The libraries that others wrote, in an environment of their own."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, clean_environment

PYTHON = ROOT / ".venv-clients" / "bin" / "python"
"""Made by scripts/side-env: what these libraries need refuses what Rasa needs."""
SCRIPT = Path(__file__).parent / "partner.py"


class Partner:
    """The process in which they run."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [PYTHON, "-W", "ignore", SCRIPT],
            env=clean_environment(PYTHONPATH=""),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._line() == {"ready": True}

    def _line(self) -> Any:
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())

    def __call__(self, call: str, /, **how: Any) -> Any:
        """What `call` of partner.py brings."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"call": call, "with": how}) + "\n")
        self._process.stdin.flush()
        told = self._line()
        assert "error" not in told, told
        return told["result"]

    def stop(self) -> None:
        """End it."""
        self._process.kill()
        self._process.communicate(timeout=10)


@pytest.fixture(scope="session")
def partner() -> Iterator[Partner]:
    """The libraries; without them the test is left out, but fails where CI is set."""
    if not PYTHON.exists():
        lacking = "l’environnement .venv-clients manque (make test le crée)"
        if os.environ.get("CI"):
            pytest.fail(lacking)
        pytest.skip(lacking)
    found = Partner()
    yield found
    found.stop()
