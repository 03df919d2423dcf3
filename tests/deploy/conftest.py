"""What deploy/ comes to, once for all tests: the chart by Helm, and compose.yml."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.deploy.composing import BRIDGE_SECRETS, SECRETS, config
from tests.deploy.tools import DEPLOY, OURS, run, tool
from tests.deploy.values import CASES

KUBERNETES = "1.34"


@pytest.fixture(scope="session")
def rendered() -> dict[str, Any]:
    """What tests/deploy/chart.py says."""
    tool("kubernetes-validate")  # of the same environment
    given = {"chart": str(DEPLOY / "helm/vigie"), "kubernetes": KUBERNETES, "cases": CASES}
    script = Path(__file__).with_name("chart.py")
    said = run(OURS / "python", script, given=json.dumps(given))
    assert said.returncode == 0, said.stderr
    return dict(json.loads(said.stdout))


@pytest.fixture(scope="session")
def composed() -> dict[str, Any]:
    """compose.yml with all that it merges and fills in, and with all that it may start."""
    said = config("compose.yml", **SECRETS, **BRIDGE_SECRETS, COMPOSE_PROFILES="matrix")
    assert said.returncode == 0, said.stderr
    assert "variable is not set" not in said.stderr
    return dict(json.loads(said.stdout))
