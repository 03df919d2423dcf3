"""People who write to the topology, one after the other or many at once."""

from __future__ import annotations

import asyncio
import http.client
import json
import re
import threading
import time
from dataclasses import dataclass, field
from typing import Any

from evaluation.bench.cluster.seen import Seen
from evaluation.bench.cluster.tabs import Tab
from tests.server.running import Response
from vigie.server import texts


@dataclass(frozen=True)
class Reply:
    """What came back, and after how many seconds; status 0 when nobody answered."""

    status: int
    seconds: float
    body: bytes = b""

    @property
    def text(self) -> str:
        """All that was said."""
        return "\n".join(said.get("text", "") for said in json.loads(self.body))

    @property
    def count(self) -> int:
        """The number in the bot's "Tour N."."""
        found = re.search(r"Tour (\d+)", self.text)
        assert found, self.text
        return int(found[1])

    @property
    def without_context(self) -> bool:
        """Whether it was said that the thread is lost."""
        return texts.WITHOUT_CONTEXT in self.text


def get(port: int, path: str) -> tuple[int, str]:
    """The status of `path` and what it says."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read().decode()
    finally:
        connection.close()


def post(port: int, body: Any, path: str = "/webhooks/rest/webhook", **headers: str) -> Reply:
    """Send `body`, once."""
    started = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        given = {"Content-Type": "application/json", **headers}
        connection.request("POST", path, json.dumps(body), given)
        got = connection.getresponse()
        return Reply(got.status, time.monotonic() - started, got.read())
    except (OSError, http.client.HTTPException):
        return Reply(0, time.monotonic() - started)
    finally:
        connection.close()


def say(port: int, text: str, sender: str) -> Reply:
    """Say `text` as `sender`."""
    return post(port, {"sender": sender, "message": text})


@dataclass(frozen=True)
class Door:
    """A replica, for the clients of tests.channels: what they need of a `Server`."""

    port: int

    def request(self, method: str, path: str, body: bytes = b"", **headers: str) -> Response:
        """One request."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, body, headers)
            got = connection.getresponse()
            return Response(got.status, dict(got.getheaders()), got.read())
        finally:
            connection.close()


@dataclass
class Person(threading.Thread):
    """Somebody who says "compte" again and again, and repeats what was not accepted."""

    port: int
    sender: str
    stop: threading.Event
    pause: float = 0.05
    counts: list[int] = field(default_factory=list)
    failed: list[Reply] = field(default_factory=list)
    lost: int = 0

    def __post_init__(self) -> None:
        super().__init__(daemon=True)

    def __hash__(self) -> int:
        return id(self)

    def run(self) -> None:
        while not self.stop.is_set():
            reply = say(self.port, "compte", self.sender)
            if reply.status != 200:
                self.failed.append(reply)
            else:
                self.counts.append(reply.count)
                self.lost += reply.without_context
            time.sleep(self.pause)


class Visitor(threading.Thread):
    """Somebody with a window of the widget, whose socket comes back and sends again."""

    def __init__(self, port: int, stop: threading.Event) -> None:
        super().__init__(daemon=True)
        self.seen = Seen()
        self.counts: list[int] = []
        self._port = port
        self._over = stop

    def run(self) -> None:
        asyncio.run(self._talk())

    async def _talk(self) -> None:
        window = Tab(self._port, self.seen)
        while not self._over.is_set():
            said = "\n".join(await window.say("compte"))
            self.counts.append(int(re.findall(r"Tour (\d+)", said)[0]))
            self.seen.without_context += texts.WITHOUT_CONTEXT in said
            await asyncio.sleep(0.1)
        await window.close()


class Crowd:
    """Several people at once, some by REST and some with a window; use it with `with`."""

    def __init__(self, port: int, name: str, people: int = 6, visitors: int = 2) -> None:
        self._over = threading.Event()
        self.people = [Person(port, f"{name}-{n}", self._over) for n in range(people)]
        self.visitors = [Visitor(port, self._over) for _ in range(visitors)]

    def __enter__(self) -> Crowd:
        for one in (*self.people, *self.visitors):
            one.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for one in (*self.people, *self.visitors):
            one.join(30)
            assert not one.is_alive()

    @property
    def accepted(self) -> int:
        return sum(len(person.counts) for person in self.people)

    @property
    def failed(self) -> list[Reply]:
        return [reply for person in self.people for reply in person.failed]
