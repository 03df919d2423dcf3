"""The settings are listed where people look for them, as the code has them."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ROOT, run_vigie
from vigie.server.settings import Settings


def test_the_page_of_settings_lists_each_setting_with_its_default() -> None:
    rows = [f"| `{env}` | {default} | {about} |" for env, default, about in Settings.table()]
    page = (ROOT / "docs" / "reglages.md").read_text("utf-8").splitlines()
    start = page.index("| Réglage | Défaut | Effet |") + 2
    assert page[start:] == rows, "docs/reglages.md:\n" + "\n".join(rows)


def test_the_help_lists_each_setting(tmp_path: Path) -> None:
    shown = run_vigie(tmp_path, "serve", "--help", COLUMNS="200").stdout
    for env, default, about in Settings.table():
        assert f"{env} ({default}) : {about}" in shown
