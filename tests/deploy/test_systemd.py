"""The units of systemd: systemd reads them without a remark, and they let a process do little."""

from __future__ import annotations

import dataclasses
import re
import sys
from pathlib import Path

import pytest

from tests.deploy.composing import BRIDGE_SECRETS
from tests.deploy.tools import BRIDGE, DEPLOY, ROOT, run, tool
from vigie.server.settings import Settings

FOLDER = DEPLOY / "systemd"
UNIT, BRIDGE_UNIT = FOLDER / "vigie.service", FOLDER / "vigie-matrix.service"
EXPOSED = 1.5
"""Of 10, as `systemd-analyze security` counts; what is left is the network, which it serves."""


def value(name: str, unit: Path = UNIT) -> str:
    """What a unit sets `name` to."""
    found = re.findall(rf"^{name}=(.*)$", unit.read_text("utf-8"), re.MULTILINE)
    assert len(found) == 1, name
    return str(found[0])


def variables(unit: Path) -> dict[str, str]:
    """What a unit says of the environment."""
    lines = re.findall(r"^Environment=(.*)$", unit.read_text("utf-8"), re.MULTILINE)
    return dict(word.split("=", 1) for line in lines for word in line.split())


@pytest.fixture(params=[UNIT, BRIDGE_UNIT], ids=lambda unit: unit.stem)
def here(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A unit, its program being one of this machine."""
    unit: Path = tmp_path / request.param.name
    program = re.escape(value("ExecStart", request.param).split()[0])
    unit.write_text(re.sub(program, sys.executable, request.param.read_text("utf-8")))
    return unit


def test_all_units_are_looked_at() -> None:
    assert set(FOLDER.iterdir()) == {UNIT, BRIDGE_UNIT}


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


def test_the_bridge_starts_as_it_is_installed() -> None:
    python, program = value("ExecStart", BRIDGE_UNIT).split()
    root = value("WorkingDirectory", BRIDGE_UNIT)
    assert root == value("WorkingDirectory")
    assert (python, program) == (f"{root}/.venv-matrix-e2e/bin/python", f"{root}/bridge")
    assert (ROOT / "bridge" / "__main__.py").exists()
    page = (ROOT / "docs/canaux/matrix.md").read_text("utf-8")
    assert value("EnvironmentFile", BRIDGE_UNIT) in page


def test_the_bridge_is_told_all_that_it_asks_for() -> None:
    """By the unit, and by what the page has its operator write."""
    page = (ROOT / "docs/canaux/matrix.md").read_text("utf-8")
    written = set(re.findall(r"^ *(VIGIE_BRIDGE_\w+)=", page, re.MULTILINE))
    given = {name for name in variables(BRIDGE_UNIT) if name.startswith("VIGIE_")}
    assert written | given == BRIDGE
    assert not written & given
    # As many as compose asks for.
    assert len(written) == len(BRIDGE_SECRETS)


def test_the_bridge_writes_its_keys_alone_and_where_nobody_else_does() -> None:
    folder = f"/var/lib/{value('StateDirectory', BRIDGE_UNIT)}"
    assert value("ReadWritePaths", BRIDGE_UNIT) == folder
    assert str(Path(variables(BRIDGE_UNIT)["VIGIE_BRIDGE_STORE"]).parent) == folder
    for name in ("StateDirectory", "RuntimeDirectory", "EnvironmentFile"):
        assert value(name, BRIDGE_UNIT) != value(name)


def test_the_bridge_is_locked_down_as_the_server_is() -> None:
    """Line by line, but for what it says of its own."""
    own = {"StateDirectory", "RuntimeDirectory", "ReadWritePaths", "MemoryHigh", "MemoryMax"}
    own |= {"TasksMax", "CPUWeight"}

    def hardening(unit: Path) -> list[str]:
        text = unit.read_text("utf-8")
        lines = text[text.index("DynamicUser=") : text.index("[Install]")].splitlines()
        return [i for i in lines if i and i[0] != "#" and i.partition("=")[0] not in own]

    assert hardening(BRIDGE_UNIT) == hardening(UNIT)
