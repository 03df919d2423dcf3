"""The Makefile and what it starts from."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

PUBLIC = {"https://pypi.org", "https://files.pythonhosted.org"}


def test_the_lock_names_no_host_but_the_public_index() -> None:
    lock = (ROOT / "uv.lock").read_text("utf-8")
    assert set(re.findall(r"https?://[^/\"]+", lock)) == PUBLIC


def test_every_target_is_in_the_help() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8").replace("\\\n", " ")
    (phony,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    shown = subprocess.run(["make", "-s", "-C", ROOT, "help"], capture_output=True, text=True)
    assert set(re.findall(r"^  make ([a-z-]+)", shown.stdout, re.MULTILINE)) == set(phony.split())


def test_without_python_3_10_the_setup_says_so_in_one_sentence(tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "dirname", "head", "grep", "printf"):
        if found := shutil.which(name):
            (tools / name).symlink_to(found)
    script = tmp_path / "scripts" / "setup"
    script.parent.mkdir()
    shutil.copy(ROOT / "scripts" / "setup", script)
    done = subprocess.run(
        [script], env={"PATH": str(tools), "HOME": str(tmp_path)}, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Vigie demande Python 3.10")
    assert len(done.stderr.splitlines()) == 1


def test_the_environment_of_another_tree_is_not_taken_over(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".venv").symlink_to("elsewhere")
    (tmp_path / "scripts").mkdir()
    script = shutil.copy(ROOT / "scripts" / "setup", tmp_path / "scripts")
    done = subprocess.run([script], capture_output=True, text=True)
    assert done.returncode == 1
    assert "retirez le lien" in done.stderr
    assert not list((tmp_path / "elsewhere").iterdir())


@pytest.mark.parametrize("script", ["scripts/setup", ".ci/run"])
def test_a_script_runs_as_it_is(script: str) -> None:
    assert (ROOT / script).stat().st_mode & 0o111
    shell = "sh" if "setup" in script else "bash"
    subprocess.run([shell, "-n", ROOT / script], check=True)
