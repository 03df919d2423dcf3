"""The bodies that are on their way, counted in bytes: whoever sends slowly fills no memory."""

from __future__ import annotations

import socket
import time
from contextlib import ExitStack

import pytest

from tests.server.running import Server
from vigie.server import guard
from vigie.server.flight import Flight, TooMany

SLOW = (
    b"POST /webhooks/rest/webhook HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
    b"Content-Length: %d\r\n\r\n{" % guard.BODY_BYTES
)


def test_room_is_kept_while_a_body_comes_and_given_back_after() -> None:
    flight = Flight(10)
    with flight.room(6):
        with pytest.raises(TooMany), flight.room(5):
            pass
        with flight.room(4):
            pass
    with pytest.raises(RuntimeError), flight.room(10):
        raise RuntimeError
    with flight.room(10):
        pass


def test_a_small_body_is_always_let_in_and_counts() -> None:
    flight = Flight(10, small=2)
    with flight.room(10), flight.room(2), pytest.raises(TooMany), flight.room(3):
        pass


def test_slow_bodies_are_bounded_in_all_and_whole_messages_go_on(server: Server) -> None:
    with ExitStack() as opened:
        for _ in range(guard.ALL_BODIES // guard.BODY_BYTES):
            slow = opened.enter_context(socket.create_connection(("127.0.0.1", server.port)))
            slow.sendall(SLOW)
        received = b""
        for _ in range(50):  # until the server has read all those heads
            received = server.raw(SLOW, seconds=0.2)
            if received:
                break
        assert received.startswith(b"HTTP/1.1 503"), received
        assert server.say("bonjour", "flight")
    deadline = time.monotonic() + 5
    while received and time.monotonic() < deadline:  # those that left give their room back
        received = server.raw(SLOW, seconds=0.2)
    assert received == b""
