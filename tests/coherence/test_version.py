"""The version is written in pyproject.toml; what repeats it says the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.coherence.repo import ROOT, read_yaml
from tests.conftest import run_vigie
from vigie.version import version


def lock() -> str:
    """What the lock says, and with it what an installed package says of itself."""
    text = (ROOT / "uv.lock").read_text("utf-8")
    return re.search(r'name = "vigie"\nversion = "([^"]+)"', text)[1]  # type: ignore[index]


def chart() -> str:
    """The tag of the image that the chart takes, unless told another."""
    found = read_yaml("deploy/helm/vigie/Chart.yaml")
    assert isinstance(found, dict)
    return str(found["appVersion"])


def changelog() -> str:
    """The newest version that the changelog tells of."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    return re.findall(r"^## (\d\S*)", text, re.M)[0]


@pytest.mark.parametrize("place", [lock, chart, changelog])
def test_the_same_version_stands_everywhere(place: Callable[[], str]) -> None:
    assert place() == version()


def test_the_command_says_it_from_any_folder(tmp_path: Path) -> None:
    assert run_vigie(tmp_path, "--version").stdout.startswith(f"Vigie {version()} (Rasa 3.6.21, ")
