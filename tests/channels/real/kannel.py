"""A real SMS gateway, Kannel: bearerbox, smsbox, and the fake SMSC that comes with it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

from tests.channels.real.vigie import SMS_PASSWORD, SMS_SECRET
from tests.conftest import clean_environment
from tests.server.running import free_port

PROGRAMS = ("bearerbox", "smsbox")
NUMBER = "38200"
ACCOUNT = "vigie"

CONFIG = """
group = core
admin-port = {admin}
admin-password = admin-password-of-a-test
admin-interface = 127.0.0.1
smsbox-port = {smsbox}
smsbox-interface = 127.0.0.1
box-allow-ip = 127.0.0.1

group = smsc
smsc = fake
smsc-id = fake
port = {smsc}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = {sendsms}
sendsms-interface = 127.0.0.1
http-request-retry = 30
http-queue-delay = 1

group = sendsms-user
username = {account}
password = {password}
user-allow-ip = 127.0.0.1
max-messages = 3
concatenation = true

group = sms-service
keyword = default
catch-all = true
post-url = "http://kannel:{secret}@127.0.0.1:{vigie}/webhooks/kannel/webhook?id=%I&from=%p&time=%T&charset=%C"
max-messages = 0
omit-empty = true
"""


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
        values = {"account": ACCOUNT, "password": SMS_PASSWORD, "secret": SMS_SECRET}
        written = CONFIG.format(**self._ports, **values, vigie=vigie)
        (self._folder / "kannel.conf").write_text(written, "utf-8")

    def __enter__(self) -> Kannel:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Start both, and wait until they take connections."""
        self._start("bearerbox", "smsbox")
        self.start_smsbox()

    def start_smsbox(self) -> None:
        """Start the one that speaks HTTP."""
        self._start("smsbox", "sendsms")

    def _start(self, program: str, port: str) -> None:
        log = self._folder / f"{program}.log"
        with log.open("ab") as output:
            self._processes.append(
                subprocess.Popen(
                    [_found(program), "-v", "1", str(self._folder / "kannel.conf")],
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
    """Why the tests cannot run here; "" when they can. Where CI is set, they run or fail."""
    absent = [program for program in PROGRAMS if not _found(program)]
    if not absent or os.environ.get("CI"):
        return ""
    return f"no SMS gateway: scripts/packages did not install {', '.join(absent)} (kannel)"
