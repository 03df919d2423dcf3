"""The server under the conditions of its container, without a container.

A file system that is read-only but for /tmp, no root, no capability, no new privilege, and none of
the packages that the image leaves out.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import re
import shlex
import shutil
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.local.processes import Process, free_port
from deploy.local.replica import status
from tests.deploy.tools import DEPLOY, ROOT, run

USER = "10001"


def left_out() -> list[str]:
    """The folders of the packages that the image does not have, as far as they are installed."""
    folders = set()
    for name in re.findall(r"--no-install-package (\S+)", (DEPLOY / "Dockerfile").read_text()):
        try:
            files = importlib.metadata.files(name) or []
        except importlib.metadata.PackageNotFoundError:
            continue  # of another platform
        tops = {file.parts[0] for file in files if len(file.parts) > 1}
        folders |= {top for top in tops if not top.endswith((".dist-info", ".data", ".."))}
    site = Path(str(importlib.metadata.distribution("rasa").locate_file("")))
    return [str(site / top) for top in sorted(folders) if (site / top).is_dir()]


def script(port: int) -> str:
    """What makes the conditions and runs the server, in a mount namespace of its own."""
    base = Path(sys.base_prefix)
    site = left_out()
    assert any(path.endswith("/tensorflow") for path in site)
    lines = ["set -e", "mount --make-rprivate /"]
    lines += [f"mount -t tmpfs none {shlex.quote(path)}" for path in site]
    # The project may lie under what is hidden next.
    lines += [f"mount --rbind {shlex.quote(str(ROOT))} /mnt"]
    if base.is_relative_to("/root"):  # where only root may look
        lines += [
            f"mount --bind {base} /srv",
            "mount -t tmpfs -o mode=755 none /root",
            f"mkdir -p {base}",
            f"mount --bind /srv {base}",
        ]
    lines += [
        "mount -o remount,ro,bind /mnt",
        "mount --bind / / && mount -o remount,ro,bind /",
        "mount -t tmpfs -o size=256m,mode=1777,noexec,nosuid none /tmp",
        "cd /mnt",
        "for folder in . vigie models /var/tmp /usr/local; do",
        '  if touch "$folder/written" 2>/dev/null; then echo "writable: $folder"; exit 1; fi',
        "done",
        f"exec setpriv --reuid {USER} --regid {USER} --clear-groups --no-new-privs "
        "--bounding-set=-all --inh-caps=-all /mnt/.venv/bin/python -m vigie serve",
    ]
    return "\n".join(lines)


@pytest.fixture
def server(archive: Path, tmp_path: Path) -> Iterator[tuple[Process, int]]:
    """The server with the real model, and its port."""
    if os.geteuid() != 0 or not shutil.which("unshare") or not shutil.which("setpriv"):
        pytest.skip("needs root on Linux, for a mount namespace")
    if run("unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt").returncode:
        if os.environ.get("CI"):
            pytest.fail("no mount namespace here")
        pytest.skip("no mount namespace here")
    port = free_port()
    env = {
        "PATH": os.environ["PATH"],
        "HOME": "/tmp",
        "MPLCONFIGDIR": "/tmp/matplotlib",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PORT": str(port),
        "LOG_FORMAT": "json",
    }
    process = Process("vigie", ["unshare", "-m", "bash", "-c", script(port)], tmp_path / "log", env)
    process.start()
    try:
        process.wait(lambda: status(port, "/health/ready") == 200, 90)
        yield process, port
    finally:
        process.stop()


def test_it_serves(server: tuple[Process, int]) -> None:
    process, port = server
    state = Path(f"/proc/{process.pid}/status").read_text()
    assert re.search(rf"^Uid:(\s+{USER}){{4}}$", state, flags=re.M)
    assert re.search(r"^CapEff:\s+0+$", state, flags=re.M)
    question = urllib.request.Request(
        f"http://127.0.0.1:{port}/webhooks/rest/webhook",
        data=json.dumps({"message": "Qui préside la PITF ?"}).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(question, timeout=20) as answer:
        assert "département d’État" in json.load(answer)[0]["text"]
    mounts = Path(f"/proc/{process.pid}/mounts").read_text()
    assert re.search(r"^\S+ / \S+ ro,", mounts, flags=re.M)
    assert "error" not in process.output
