"""docs/operations.md and docs/capacity.md name commands, files and settings that exist."""

from __future__ import annotations

import re

import pytest

from tests.deploy.tools import DEPLOY, ROOT
from vigie.server.settings import Settings

PAGES = ("operations.md", "capacity.md")
# Of the chart, of compose, or of the proxy; all others are the server's.
ELSEWHERE = {
    name
    for path in (DEPLOY / "compose.yml", DEPLOY / "env.example")
    for name in re.findall(r"\b(VIGIE_[A-Z_]+)\b", path.read_text("utf-8"))
}


@pytest.fixture(params=PAGES)
def text(request: pytest.FixtureRequest) -> str:
    """A page."""
    page: str = request.param
    return (ROOT / "docs" / page).read_text("utf-8")


def test_targets_of_make_exist(text: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.M))
    named = set(re.findall(r"(?:`|&& |, |^)make ([a-z-]+)", text, flags=re.M))
    assert named and named <= targets


def test_files_exist(text: str) -> None:
    linked = re.findall(r"\]\(([^)#]+)\)", text)
    assert [name for name in linked if not (ROOT / "docs" / name).exists()] == []
    folders = r"`((?:deploy|evaluation|tests|vigie|knowledge|data)/[\w./-]+)`"
    made_by_the_operator = {"deploy/.env", "deploy/replicas.env"}
    named = set(re.findall(folders, text)) - made_by_the_operator
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_settings_exist(text: str) -> None:
    known = {name for name, _, _ in Settings.table()} | ELSEWHERE
    assert set(re.findall(r"\b(VIGIE_[A-Z_]+[A-Z])\b", text)) <= known
