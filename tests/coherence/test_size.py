"""A module holds one idea, and fits in two screens: what grows past that is split by idea."""

from __future__ import annotations

import pytest

from tests.coherence.repo import ROOT, files, name

LONGEST = 200
"""Lines of a module, at most."""
FOLDERS = ("vigie", "actions", "evaluation", "web/src", "bridge")


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_module_is_longer_than_one_reads_at_once(folder: str) -> None:
    lines = {
        name(path): len(path.read_text("utf-8").splitlines())
        for path in files()
        if path.suffix in (".py", ".ts") and path.is_relative_to(ROOT / folder)
    }
    assert lines, "or else this test looks in the wrong place"
    assert {path: count for path, count in lines.items() if count > LONGEST} == {}
