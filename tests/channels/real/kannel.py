"""A real SMS gateway, Kannel: bearerbox, smsbox, and the fake SMSC that comes with it."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_plus, unquote_to_bytes

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
        for program, needs in (("bearerbox", "smsbox"), ("smsbox", "sendsms")):
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
            self._wait_for(self._ports[needs], log)

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
            process = self._processes.pop()
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(5)


@dataclass
class Segment:
    """What reached the fake SMSC for one SMS, or for one of the pieces of a longer one."""

    receiver: str
    text: str
    series: str = ""
    """Names the longer one; "" for an SMS that stands alone."""


class Air:
    """All phones, in the protocol of Kannel's own `fakesmsc`: one message a line, with sender,
    receiver, kind and text; only a text of one piece may itself hold the ends of lines."""

    def __init__(self, port: int) -> None:
        self.segments: list[Segment] = []
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=10)
        self._socket.settimeout(None)
        self._thread = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> Air:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join(5)
        self._socket.close()

    def _listen(self) -> None:
        with self._socket.makefile("r", encoding="utf-8", newline="\n") as received:
            for line in received:
                self._note(line.removesuffix("\n"))

    def _note(self, line: str) -> None:
        if alone := re.match(rf"{NUMBER} (\+\d+) text (.*)", line):
            self.segments.append(Segment(alone[1], alone[2]))
        elif piece := re.match(rf"{NUMBER} (\+\d+) udh (\S+) data (.*)", line):
            header = unquote_to_bytes(piece[2])
            series = f"{header[3]} of {header[4]}"
            self.segments.append(Segment(piece[1], unquote_plus(piece[3]), series))
        else:
            self.segments[-1].text += "\n" + line

    def send(self, sender: str, text: str) -> None:
        """Write an SMS."""
        self._socket.sendall(f"{sender} {NUMBER} text {text}\n".encode())

    def pieces(self, receiver: str) -> list[Segment]:
        """What was billed for `receiver`."""
        return [segment for segment in list(self.segments) if segment.receiver == receiver]

    def heard(self, receiver: str) -> list[str]:
        """The messages as a phone shows them."""
        shown: dict[object, str] = {}
        for number, piece in enumerate(self.pieces(receiver)):
            key = piece.series or number
            shown[key] = shown.get(key, "") + piece.text
        return list(shown.values())


def _found(program: str) -> str:
    path = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))
    return shutil.which(program, path=path) or ""


def lacking() -> str:
    """Why the tests cannot run here; "" when they can. Where CI is set, they run or fail."""
    absent = [program for program in PROGRAMS if not _found(program)]
    if not absent or os.environ.get("CI"):
        return ""
    return f"no SMS gateway: scripts/packages did not install {', '.join(absent)} (kannel)"
