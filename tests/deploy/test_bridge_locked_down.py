"""The bridge under the conditions of its container, by the words of its Dockerfile, without one.

A file system that is read-only but for /tmp and the folder of its keys, no root, no capability, and
of the project only what is copied. The homeserver is one of the tests.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.local.processes import Process, free_port
from tests.channels.fakes.base import Fault
from tests.channels.fakes.device_server import Homeserver, Words
from tests.channels.real.bridge import ACCESS_TOKEN, PYTHON, alone, health, lacking
from tests.channels.real.conftest import need
from tests.channels.real.synapse import BOT
from tests.deploy.test_image import DOCKERFILE, instructions
from tests.deploy.test_memory import bridge_limit
from tests.deploy.tools import ROOT, run

STAGE = instructions("bridge")
USER = next(i[1] for i in STAGE if i[0] == "USER").partition(":")[0]
IMAGE = dict(word.split("=", 1) for i in STAGE if i[0] == "ENV" for word in i[1:])
# The last two: instructions("bridge") takes away what JSON needs.
_BRIDGE = DOCKERFILE[DOCKERFILE.index("AS bridge\n") : DOCKERFILE.index("AS packages\n")]
CHECK = json.loads(re.findall(r"^    CMD (\[.*\])$", _BRIDGE, flags=re.M)[0])
COMMAND = json.loads(re.findall(r"^CMD (\[.*\])$", _BRIDGE, flags=re.M)[0])


def script() -> str:
    """What makes the image's file system of this machine's, and runs the image's command."""
    (folder,) = re.findall(r"&& (install -d .*)$", _BRIDGE, flags=re.M)
    (copied,) = (i[1] for i in STAGE if i[0] == "COPY" and not i[1].startswith("--from"))
    base = Path(sys.base_prefix)
    lines = ["set -e", "mount --make-rprivate /", "mount -t tmpfs -o mode=755 none /srv"]
    lines += ["mkdir -p /srv/vigie/bridge /srv/vigie/.venv/bin /srv/vigie/.venv/lib"]
    lines += [f"cp {shlex.quote(str(ROOT))}/{copied} /srv/vigie/bridge/"]
    # Not the environment itself: what it says of its Python may lie under what is hidden next.
    lines += [f"echo 'home = {base}/bin' > /srv/vigie/.venv/pyvenv.cfg"]
    lines += [f"ln -s {base}/bin/python3.10 /srv/vigie/.venv/bin/python"]
    lines += [f"mount --bind {shlex.quote(str(PYTHON.parents[1] / 'lib'))} /srv/vigie/.venv/lib"]
    if base.is_relative_to("/root"):  # where only root may look
        lines += [
            f"mount --bind {base} /mnt",
            "mount -t tmpfs -o mode=755 none /root",
            f"mkdir -p {base}",
            f"mount --bind /mnt {base}",
        ]
    lines += [
        "mount -t tmpfs -o mode=755 none /var/lib",
        folder,
        "mount -o remount,ro,bind /srv",
        "mount --bind / / && mount -o remount,ro,bind /",
        "mount -t tmpfs -o size=16m,mode=1777,noexec,nosuid none /tmp",
        "cd /srv/vigie",
        f"exec setpriv --reuid {USER} --regid {USER} --clear-groups --no-new-privs "
        f"--bounding-set=-all --inh-caps=-all .venv/bin/{shlex.join(COMMAND)}",
    ]
    return "\n".join(lines)


@pytest.fixture
def homeserver() -> Iterator[Homeserver]:
    with Homeserver(BOT, ACCESS_TOKEN) as homeserver:
        yield homeserver


@pytest.fixture
def told(homeserver: Homeserver) -> Iterator[dict[str, str]]:
    """The image's environment, and what the operator adds; the port is one that is free."""
    with Words() as vigie:
        told = alone(homeserver.url, vigie.url, Path("/nowhere"), free_port())
        del told["VIGIE_BRIDGE_STORE"]
        listen = IMAGE["VIGIE_BRIDGE_LISTEN"].replace(":5006", f":{port(told)}")
        yield {**IMAGE, **told, "VIGIE_BRIDGE_LISTEN": listen, "PATH": os.environ["PATH"]}


def port(told: dict[str, str]) -> int:
    return int(told["VIGIE_BRIDGE_LISTEN"].rpartition(":")[2])


@pytest.fixture
def bridge(told: dict[str, str], tmp_path: Path) -> Iterator[Process]:
    need(lacking())
    if os.geteuid() != 0 or not shutil.which("unshare") or not shutil.which("setpriv"):
        pytest.skip("needs root on Linux, for a mount namespace")
    if run("unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt").returncode:
        need("no mount namespace here")
    command = ["unshare", "-m", "bash", "-c", script()]
    process = Process("bridge", command, tmp_path / "log", told)
    yield process
    if process.alive:
        process.stop()


def healthy(told: dict[str, str]) -> bool:
    """What the health check of the image says."""
    words = [str(PYTHON), *CHECK[1:]]
    return subprocess.run(words, env=told, capture_output=True, timeout=20).returncode == 0


def test_it_runs_and_its_health_check_knows_it(
    bridge: Process, told: dict[str, str], homeserver: Homeserver
) -> None:
    homeserver.faults.append(Fault(502))
    bridge.start()
    bridge.wait(lambda: health(port(told))[0] == 503, 20)
    assert not healthy(told), "its homeserver does not answer yet"
    bridge.wait(lambda: health(port(told))[0] == 200, 30)
    assert healthy(told)
    inside = Path(f"/proc/{bridge.pid}")
    state = (inside / "status").read_text()
    assert re.search(rf"^Uid:(\s+{USER}){{4}}$", state, flags=re.M)
    assert re.search(r"^CapEff:\s+0+$", state, flags=re.M)
    (taken,) = re.findall(r"^VmHWM:\s+(\d+) kB$", state, flags=re.M)
    assert 3 * int(taken) * 1024 < bridge_limit(), "it keeps the keys of its rooms in memory"
    assert re.search(r"^\S+ / \S+ ro,", (inside / "mounts").read_text(), flags=re.M)
    keys = inside / "root" / IMAGE["VIGIE_BRIDGE_STORE"].lstrip("/")
    assert {path.name for path in keys.iterdir()} == {"cles.sqlite", "suite"}
    assert all(path.stat().st_mode & 0o077 == 0 for path in (keys, *keys.iterdir()))
    assert list((inside / "root/tmp").iterdir()) == []
    bridge.stop()
    assert "Traceback" not in bridge.output and "erreur" not in bridge.output
