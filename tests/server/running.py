"""A real server in a process of its own, and bare ways to talk to it."""

from __future__ import annotations

import asyncio
import http.client
import json
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from tests.conftest import clean_environment

Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass(frozen=True)
class Response:
    """An HTTP response."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def limited(files: int) -> list[str]:
    """What runs a command that may open so many files; as many as it may for 0."""
    return ["sh", "-c", 'ulimit -n "$0" && exec "$@"', str(files)] if files else []


Running = TypeVar("Running", bound="Server")


class Server:
    """`vigie serve` in `folder`, on `port` or a free one; its output goes to `log`. It may open
    `files` files and connections, as many as it may for 0."""

    def __init__(
        self, folder: Path, log: Path, port: int = 0, files: int = 0, /, **env: str
    ) -> None:
        self.log = log
        self.port = port or free_port()
        with log.open("w") as output:
            self._process = subprocess.Popen(
                [*limited(files), sys.executable, "-m", "vigie", "serve"],
                cwd=folder,
                env=clean_environment(PORT=str(self.port), **env),
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def __enter__(self: Running) -> Running:
        deadline = time.monotonic() + 180
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                raise AssertionError(f"the server stopped: {self.output}")
            try:
                if self.get("/health/live").status == 200:
                    return self
            except OSError:
                time.sleep(0.05)
        raise AssertionError(f"the server did not start: {self.output}")

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def output(self) -> str:
        return self.log.read_text("utf-8")

    def signal(self, number: signal.Signals) -> None:
        self._process.send_signal(number)

    def stop(self) -> int:
        """Ask it to stop; its exit code."""
        if self._process.poll() is None:
            self._process.terminate()
        try:
            return self._process.wait(60)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise

    def request(self, method: str, path: str, body: Any = None, **headers: str) -> Response:
        raw = body if isinstance(body, (bytes, type(None))) else json.dumps(body).encode()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, raw, headers)
            got = connection.getresponse()
            found = {name.lower(): value for name, value in got.getheaders()}
            return Response(got.status, found, got.read())
        finally:
            connection.close()

    def get(self, path: str) -> Response:
        return self.request("GET", path)

    def post(self, body: Any) -> Response:
        return self.request("POST", "/webhooks/rest/webhook", body)

    def say(self, text: str, sender: str = "someone") -> list[dict[str, Any]]:
        """Say `text`; the utterances."""
        response = self.post({"sender": sender, "message": text})
        assert response.status == 200, response
        messages: list[dict[str, Any]] = response.json
        return messages

    def metric(self, series: str) -> float:
        """The value of one series of /metrics; 0 when it has not been counted yet."""
        lines = self.get("/metrics").body.decode().splitlines()
        return next((float(line[len(series) :]) for line in lines if line.startswith(series)), 0)

    def wait_for(self, sentence: str, times: int = 1) -> None:
        """Wait until `sentence` stands in the output that often."""
        deadline = time.monotonic() + 120
        while self.output.count(sentence) < times:
            assert time.monotonic() < deadline, self.output
            time.sleep(0.05)

    def wait_until(self, series: str, value: float) -> None:
        """Wait until a series of /metrics has reached `value`."""
        deadline = time.monotonic() + 30
        while self.metric(series) < value:
            assert time.monotonic() < deadline, series

    def raw(self, request: bytes, seconds: float = 15) -> bytes:
        """Send bytes as they are; whatever comes back before the server closes or pauses."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=seconds) as sock:
            sock.sendall(request)
            received = b""
            try:
                while block := sock.recv(65_536):
                    received += block
                    if b"\r\n\r\n" in received:
                        sock.settimeout(0.3)
            except (TimeoutError, ConnectionResetError):
                pass
            return received

    async def connect(self) -> Connection:
        """An open connection."""
        return await asyncio.open_connection("127.0.0.1", self.port)

    async def post_async(self, body: Any, connection: Connection | None = None) -> tuple[int, Any]:
        """Post `body`, cheaply enough to load the server: the status and the JSON of the answer."""
        raw = json.dumps(body).encode()
        reader, writer = connection or await self.connect()
        head = f"POST /webhooks/rest/webhook HTTP/1.1\r\nHost: a\r\nContent-Length: {len(raw)}\r\n"
        writer.write(head.encode() + b"Connection: close\r\n\r\n" + raw)
        received = await asyncio.wait_for(reader.read(), 60)
        writer.close()
        head_, _, answer = received.partition(b"\r\n\r\n")
        return int(head_.split()[1]), json.loads(answer)

    def memory_mib(self) -> float:
        """Resident memory."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        line = next(part for part in status.splitlines() if part.startswith("VmRSS"))
        return int(line.split()[1]) / 1024


def retouch(manifest: Path) -> None:
    """Write the manifest again, as training does."""
    draft = manifest.with_suffix(".draft")
    draft.write_bytes(manifest.read_bytes())
    draft.replace(manifest)


class Talkers:
    """People who count with the smallest bot, each in one conversation, without a pause."""

    def __init__(self, server: Server, number: int) -> None:
        self.counts: list[list[int]] = [[] for _ in range(number)]
        self._server = server
        self._stop = threading.Event()
        self._threads = [
            threading.Thread(target=self._talk, args=(f"talker-{n}", counts))
            for n, counts in enumerate(self.counts)
        ]

    def _talk(self, sender: str, counts: list[int]) -> None:
        while not self._stop.is_set():
            (said,) = self._server.say("combien", sender)
            counts.append(said["custom"]["count"])

    def __enter__(self) -> Talkers:
        for thread in self._threads:
            thread.start()
        return self

    def stop(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def __exit__(self, *_: object) -> None:
        self.stop()
