"""More connections than the process may hold: who is closed, who is turned away, what is said."""

from __future__ import annotations

import resource
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.server.running import Server
from vigie.server import crowd, texts
from vigie.server.crowd import FULL, NO_DESCRIPTOR, Crowd

FILES = 200


class Line:
    """A connection."""

    def __init__(self, since: float, waits: bool = True) -> None:
        self.since = since
        self.waits = waits
        self.left = False

    def leave(self) -> None:
        self.left = True


def test_where_there_is_room_nobody_is_closed() -> None:
    there = [Line(1), Line(2)]
    assert Crowd(3).admit(there)
    assert not any(one.left for one in there)


def test_for_one_more_those_that_wait_longest_are_closed() -> None:
    there = [Line(9), Line(1, waits=False), Line(5), Line(7)]
    assert Crowd(4).admit(there)
    assert [one.left for one in there] == [False, False, True, False]


def test_a_share_is_closed_at_once_so_that_newcomers_cost_little() -> None:
    there = [Line(n) for n in range(200)]
    assert Crowd(200).admit(there)
    assert [one.left for one in there] == [True] * 10 + [False] * 190


def test_where_all_are_at_work_one_more_is_turned_away_and_it_shows_for_a_while() -> None:
    now = [100.0]
    full = Crowd(2, clock=lambda: now[0])
    assert full.problem() is None
    assert not full.admit([Line(1, waits=False), Line(2, waits=False)])
    assert full.problem() == FULL
    now[0] += crowd.RED_SECONDS
    assert full.problem() is None


def test_when_no_file_can_be_opened_it_shows() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
        said = Crowd(9).problem()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert said == NO_DESCRIPTOR
    assert Crowd(9).problem() is None


def test_the_limit_of_the_process_is_raised_as_far_as_it_may_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (1_024, 4_096))
    monkeypatch.setattr(resource, "setrlimit", lambda _, to: asked.append(to))
    assert 3_000 < crowd.room() < 4_096
    assert asked == [(4_096, 4_096)]


@pytest.fixture(scope="module")
def narrow(minibot: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that may open few files."""
    log = tmp_path_factory.mktemp("narrow") / "server.log"
    with Server(minibot, log, 0, FILES) as running:
        yield running


def test_whoever_comes_is_answered_though_others_hold_all_connections(narrow: Server) -> None:
    """Twice as many connections as there are files, half a request on each: nobody is shut out."""
    with ExitStack() as opened:
        for number in range(2 * FILES):
            line = opened.enter_context(socket.create_connection(("127.0.0.1", narrow.port), 5))
            if number % 2:
                line.sendall(b"POST /webhooks/rest/webhook HTTP/1.1\r\nHost: a\r\n")
            if number % 50 == 0:
                assert narrow.say("bonjour")[0]["text"].startswith("Bonjour")
        assert narrow.get("/health/ready").status == 200
        assert narrow.metric("vigie_connections_closed_total") > FILES
        assert narrow.output.count(FULL) == 1
        assert "ulimit -n" in narrow.output


OPEN = (
    b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n"
    b"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
)


def test_where_pages_hold_all_connections_one_more_is_told_so(narrow: Server) -> None:
    """Open pages are not closed for others: whoever comes then gets the number to call."""
    with ExitStack() as opened:
        said = b"HTTP/1.1 101"
        for _ in range(FILES):
            line = opened.enter_context(socket.create_connection(("127.0.0.1", narrow.port), 10))
            line.sendall(OPEN)
            said = line.recv(4_096)
            if not said.startswith(b"HTTP/1.1 101"):
                break
        assert said.startswith(b"HTTP/1.1 503"), said
        assert texts.HOTLINE.encode() in said
        assert narrow.get("/health/ready").status == 503
    deadline = time.monotonic() + 60
    reasons = set()
    while (ready := narrow.get("/health/ready")).status != 200:
        reasons.add(ready.json.get("reason"))
        assert time.monotonic() < deadline, "it says so for ever"
        time.sleep(0.2)
    assert FULL in reasons


def test_what_is_sent_beyond_a_request_is_not_kept(narrow: Server) -> None:
    """While it is answered: else each connection would hold as much as its client likes."""
    body = b'{"message": "dodo"}'
    head = b"POST /webhooks/rest/webhook HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n"
    with socket.create_connection(("127.0.0.1", narrow.port), 10) as line:
        line.sendall(head % len(body) + body)
        time.sleep(0.2)
        with pytest.raises((ConnectionResetError, BrokenPipeError)):
            for _ in range(100):
                line.sendall(b"a" * 65_536)
                time.sleep(0.01)
