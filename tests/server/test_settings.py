"""The settings are listed where people look for them, as the code has them."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ROOT, run_vigie
from vigie.server.settings import Settings


def test_the_readme_lists_each_setting_with_its_default() -> None:
    rows = [f"| `{env}` | {default} | {about} |" for env, default, about in Settings.table()]
    readme = (ROOT / "README.md").read_text("utf-8").splitlines()
    start = readme.index("| Setting | Default | What it does |") + 2
    found = readme[start : start + len(rows)]
    assert found == rows, "README.md, Settings:\n" + "\n".join(rows)
    assert not readme[start + len(rows)].startswith("|")


def test_the_help_lists_each_setting(tmp_path: Path) -> None:
    shown = run_vigie(tmp_path, "serve", "--help", COLUMNS="200").stdout
    for env, default, about in Settings.table():
        assert f"{env} ({default}) : {about}" in shown
