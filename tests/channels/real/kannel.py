"""A real SMS gateway, Kannel: bearerbox, smsbox, and the fake SMSC that comes with it."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import textwrap
import time
from collections.abc import Mapping
from pathlib import Path

from tests.channels.real.vigie import SMS_PASSWORD, SMS_SECRET
from tests.conftest import ROOT, clean_environment
from tests.server.running import free_port

PROGRAMS = ("bearerbox", "smsbox")
NUMBER = "38200"
ACCOUNT = "vigie"

DOCS = ROOT / "docs" / "canaux" / "sms.md"
SMSC = """group = smsc
smsc = fake
smsc-id = fake
port = {smsc}
connect-allow-ip = 127.0.0.1

"""


def documented() -> str:
    """The configuration that the documentation gives."""
    (written,) = re.findall(r"```ini\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    return textwrap.dedent(written)


def configuration(folder: Path, ports: Mapping[str, int], vigie: int) -> str:
    """The same with ports and passwords of the test, the fake SMSC, and quicker retries."""
    said = documented()
    replaced = {
        "admin-port = 13000": f"admin-port = {ports['admin']}",
        "smsbox-port = 13001": f"smsbox-port = {ports['smsbox']}",
        "sendsms-port = 13013": f"sendsms-port = {ports['sendsms']}",
        "http-queue-delay = 2": "http-queue-delay = 1",
        "ADMIN": "admin-password-of-a-test",
        "KANNEL_SECRET": SMS_SECRET,
        "KANNEL_PASSWORD": SMS_PASSWORD,
        "127.0.0.1:5005": f"127.0.0.1:{vigie}",
        "/run/kannel": str(folder),
        "/var/log/kannel": str(folder),
    }
    for old, new in replaced.items():
        assert old in said, f"{DOCS.name} no longer says {old}"
        said = said.replace(old, new)
    before, found, after = said.partition("group = smsc\n")
    assert found, f"{DOCS.name} has no group smsc"
    return before + SMSC.format(**ports) + after.partition("\n\n")[2]


class Kannel:
    """bearerbox and smsbox. `configure` them before they start."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ports = {name: free_port() for name in ("admin", "smsbox", "smsc", "sendsms")}
        self.url = f"http://127.0.0.1:{self._ports['sendsms']}"
        self.smsc = self._ports["smsc"]
        self._processes: list[subprocess.Popen[bytes]] = []

    def configure(self, vigie: int) -> None:
        """Have them deliver to Vigie on port `vigie`."""
        written = configuration(self._folder, self._ports, vigie)
        (self._folder / "kannel.conf").write_text(written, "utf-8")

    def __enter__(self) -> Kannel:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def output(self) -> str:
        """All that both wrote."""
        written = [*self._folder.glob("*.log"), *self._folder.glob("*.out")]
        return "".join(path.read_text("utf-8", "replace") for path in written)

    def start(self) -> None:
        """Start both, and wait until they take connections."""
        self._start("bearerbox", "smsbox")
        self.start_smsbox()

    def start_smsbox(self) -> None:
        """Start the one that speaks HTTP."""
        self._start("smsbox", "sendsms")

    def _start(self, program: str, port: str) -> None:
        log = self._folder / f"{program}.out"
        with log.open("ab") as output:
            self._processes.append(
                subprocess.Popen(
                    [_found(program), "-v", "4", str(self._folder / "kannel.conf")],
                    cwd=self._folder,
                    env=clean_environment(),
                    stdout=output,
                    stderr=output,
                )
            )
        self._wait_for(self._ports[port], log)

    def _wait_for(self, port: int, log: Path) -> None:
        deadline = time.monotonic() + 30
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=5).close()
                return
            except OSError:
                said = log.read_text("utf-8", "replace")[-3_000:]
                assert self._processes[-1].poll() is None, said
                assert time.monotonic() < deadline, said
                time.sleep(0.05)

    def stop(self) -> None:
        """Ask both to stop, the last one first."""
        while self._processes:
            self.stop_smsbox()

    def stop_smsbox(self) -> None:
        """Ask the last one that was started to stop."""
        process = self._processes.pop()
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(5)


def _found(program: str) -> str:
    path = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))
    return shutil.which(program, path=path) or ""


def lacking() -> str:
    """What is not installed that the tests need; "" when they can run."""
    absent = [program for program in PROGRAMS if not _found(program)]
    names = ", ".join(absent)
    return f"no SMS gateway: scripts/packages did not install kannel ({names})" if absent else ""
