"""The unit of systemd: systemd reads it without a remark, and it lets the process do little."""

from __future__ import annotations

import dataclasses
import re
import sys
from pathlib import Path

import pytest

from tests.deploy.tools import DEPLOY, run, tool
from vigie.server.settings import Settings

UNIT = DEPLOY / "systemd" / "vigie.service"
EXPOSED = 1.5
"""Of 10, as `systemd-analyze security` counts; what is left is the network, which it serves."""


def value(name: str) -> str:
    """What the unit sets `name` to."""
    found = re.findall(rf"^{name}=(.*)$", UNIT.read_text("utf-8"), re.MULTILINE)
    assert len(found) == 1, name
    return str(found[0])


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The unit, its program being one of this machine."""
    unit = tmp_path / "vigie.service"
    program = re.escape(value("ExecStart").split()[0])
    unit.write_text(re.sub(program, sys.executable, UNIT.read_text("utf-8")))
    return unit


def test_systemd_reads_it_without_a_remark(here: Path) -> None:
    said = run(tool("systemd-analyze"), "verify", here)
    assert (said.returncode, said.stderr) == (0, "")
    here.write_text(here.read_text().replace("NoNewPrivileges=", "NoNewPrivilege="))
    assert "NoNewPrivilege" in run(tool("systemd-analyze"), "verify", here).stderr


def test_it_is_exposed_to_little(here: Path) -> None:
    judge = [tool("systemd-analyze"), "security", "--offline=true", "--no-pager"]
    judge += [f"--threshold={int(EXPOSED * 10)}", str(here)]
    told = run(*judge)
    assert told.returncode == 0, told.stdout + told.stderr
    here.write_text(here.read_text().replace("CapabilityBoundingSet=\n", ""))
    assert run(*judge).returncode != 0


def test_its_settings_are_settings() -> None:
    known = {field.metadata["env"] for field in dataclasses.fields(Settings)}
    named = set(re.findall(r"VIGIE_\w+(?==)", UNIT.read_text("utf-8")))
    assert named
    assert named <= known


def test_it_has_time_to_stop_and_writes_in_its_own_folder_alone() -> None:
    settings = Settings()
    assert int(value("TimeoutStopSec")) > settings.stop_seconds + settings.drain_seconds
    folder = f"/var/lib/{value('StateDirectory')}"
    assert value("ReadWritePaths") == folder
    stores = re.findall(r"_STORE=(\S+)", UNIT.read_text("utf-8"))
    assert stores
    assert {str(Path(store).parent) for store in stores} == {folder}
