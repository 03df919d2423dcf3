"""The chart, rendered once by Helm for all values that tests ask about."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

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
