"""The version is written in pyproject.toml; what repeats it says the same."""

from __future__ import annotations

import json
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
    newest, *_ = re.findall(r"^## (\d\S*)", text, re.M)
    return str(newest)


def web() -> str:
    """The component, as whoever installs its npm package sees it."""
    return str(json.loads((ROOT / "web" / "package.json").read_text("utf-8"))["version"])


def web_lock() -> str:
    """What npm locks it at."""
    return str(json.loads((ROOT / "web" / "package-lock.json").read_text("utf-8"))["version"])


def npm() -> str:
    """The npm package."""
    return str(json.loads((ROOT / "web" / "npm" / "package.json").read_text("utf-8"))["version"])


def npm_guide() -> str:
    """The name of the packed file, as its guide gives it."""
    names = re.findall(
        r"vigie-chat-([\d.]+)\.tgz", (ROOT / "web" / "npm" / "README.md").read_text("utf-8")
    )
    assert len(names) > 1 and len(set(names)) == 1
    return str(names[0])


def wordpress() -> str:
    """The header of the plugin, which WordPress shows."""
    text = (ROOT / "integrations" / "wordpress" / "vigie" / "vigie.php").read_text("utf-8")
    return re.search(r"^ \* Version: +(\S+)$", text, re.M)[1]  # type: ignore[index]


def wordpress_readme() -> str:
    """The version of the plugin that is the one to install."""
    text = (ROOT / "integrations" / "wordpress" / "vigie" / "readme.txt").read_text("utf-8")
    return re.search(r"^Stable tag: (\S+)$", text, re.M)[1]  # type: ignore[index]


PLACES = [
    lock, chart, changelog, web, web_lock, npm, npm_guide, wordpress, wordpress_readme,
]  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_the_same_version_stands_everywhere(place: Callable[[], str]) -> None:
    assert place() == version()


def test_the_command_says_it_from_any_folder(tmp_path: Path) -> None:
    assert run_vigie(tmp_path, "--version").stdout.startswith(f"Vigie {version()} (Rasa 3.6.21, ")
