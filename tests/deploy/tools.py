"""The programs that check deploy/: Debian's, and those of tests/deploy/tools_env."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Optional

import pytest
import yaml

from vigie.commands import bridge

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
OURS = ROOT / ".venv-deploy" / "bin"
BRIDGE = {f"VIGIE_BRIDGE_{name.upper()}" for name in (*bridge.PASSED, "listen")}
"""What the bridge is told, as `vigie channels bridge` tells it."""


def tool(name: str) -> str:
    """Where `name` is; without it the test is left out, but not in CI."""
    found = shutil.which(name, path=f"{OURS}:{os.environ['PATH']}:/usr/sbin")
    if found:
        return found
    reason = f"{name} is not installed: make test does it (scripts/packages, scripts/side-env)"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def run(
    *command: str | Path,
    given: str = "",
    env: Optional[Mapping[str, str]] = None,
    cwd: Path = ROOT,
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end; what it says is in the result."""
    return subprocess.run(
        [str(part) for part in command],
        input=given,
        capture_output=True,
        text=True,
        timeout=120,
        cwd=cwd,
        env=None if env is None else {"PATH": os.environ["PATH"], **env},
    )


def read(path: str) -> Any:
    """The YAML document of a file of deploy/."""
    return yaml.safe_load((DEPLOY / path).read_text("utf-8"))
