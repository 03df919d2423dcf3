"""The HTTP side of the server: malformed requests, headers, page, health and metrics."""

from __future__ import annotations

import contextlib
import math
import re
import socket
import time
from datetime import date

import pytest
from rasa.utils.endpoints import EndpointConfig

from tests.server.running import Server
from vigie.server import pages
from vigie.server.actions import RemoteActions

POST = b"POST /webhooks/rest/webhook HTTP/1.1\r\nHost: a\r\n"
CHUNKED = POST + b"Transfer-Encoding: chunked\r\n\r\n"
BODY = b'{"message": "bonjour"}'

MALFORMED = {
    "negative length": POST + b"Content-Length: -5\r\n\r\n" + BODY,
    "signed length": POST + b"Content-Length: +22\r\n\r\n" + BODY,
    "length in letters": POST + b"Content-Length: ten\r\n\r\n" + BODY,
    "empty length": POST + b"Content-Length:\r\n\r\n" + BODY,
    "two lengths": POST + b"Content-Length: 22\r\nContent-Length: 5\r\n\r\n" + BODY,
    "huge length": POST + b"Content-Length: 99999999999999999999\r\n\r\n",
    "length over the limit": POST + b"Content-Length: 20000\r\n\r\n" + b"a" * 20_000,
    "length and coding": POST
    + b"Content-Length: 22\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "unknown coding": POST + b"Transfer-Encoding: gzip\r\n\r\n",
    "negative chunk": POST + b"Transfer-Encoding: chunked\r\n\r\n-5\r\nabcde\r\n0\r\n\r\n",
    "chunk in letters": POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabcde\r\n0\r\n\r\n",
    "chunk over the limit": POST + b"Transfer-Encoding: chunked\r\n\r\nfffff\r\n" + b"a" * 20_000,
    "space before the colon": POST + b"Content-Length : 22\r\n\r\n" + BODY,
    "no protocol": b"GET /\r\n\r\n",
    "unknown protocol": b"GET / HTTP/9.9\r\n\r\n",
    "header without colon": b"GET / HTTP/1.1\r\nHost\r\n\r\n",
    "unknown expectation": POST + b"Expect: tea\r\nContent-Length: 22\r\n\r\n" + BODY,
    "unknown method": b"BREW / HTTP/1.1\r\nHost: a\r\n\r\n",
    "raw bytes in the address": b"GET /\xff\xfe HTTP/1.1\r\nHost: a\r\n\r\n",
    "raw bytes in a header": b"GET /health/live HTTP/1.1\r\nHost: \xff\xfe\r\n\r\n",
    "head over the limit": b"GET / HTTP/1.1\r\nA: " + b"a" * 70_000 + b"\r\n\r\n",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"a" * 64 + b"\r\n\r\n",
    "no host": b"GET /health/live HTTP/1.1\r\n\r\n",
    "two hosts": b"GET /health/live HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "a NUL in the address": b"GET /\x00 HTTP/1.1\r\nHost: a\r\n\r\n",
    "a byte in the address": b"GET /\xff HTTP/1.1\r\nHost: a\r\n\r\n",
    "a tunnel": b"CONNECT example.org:443 HTTP/1.1\r\nHost: a\r\n\r\n",
    "chunk with 0x": CHUNKED + b"0x16\r\n" + BODY + b"\r\n0\r\n\r\n",
    "chunk with a sign": CHUNKED + b"+16\r\n" + BODY + b"\r\n0\r\n\r\n",
    "chunk with a space": CHUNKED + b" 16\r\n" + BODY + b"\r\n0\r\n\r\n",
    "nothing but line ends": b"\r\n\r\n\r\n",
}


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_request_neither_stops_the_server_nor_gets_a_5xx(
    server: Server, name: str
) -> None:
    received = server.raw(MALFORMED[name], seconds=3)
    assert not re.match(rb"HTTP/1.1 5", received), received
    assert b"Traceback" not in received
    assert server.get("/health/live").status == 200


REFUSED = tuple(MALFORMED)[tuple(MALFORMED).index("no host") : -1]


@pytest.mark.parametrize("name", REFUSED)
def test_what_another_server_may_read_otherwise_is_refused_with_an_answer(
    server: Server, name: str
) -> None:
    received = server.raw(MALFORMED[name], seconds=3)
    assert received.startswith(b"HTTP/1.1 400"), received
    assert "Requête mal formée".encode() in received


@pytest.mark.parametrize("head", [b"Content-Length: 22", b"Transfer-Encoding: chunked"])
def test_a_body_that_trickles_is_timed_out_without_holding_up_others(
    server: Server, head: bytes
) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as slow:
        slow.sendall(POST + head + b"\r\n\r\n1")
        started, received = time.monotonic(), b""
        slow.settimeout(0.4)
        while not received and time.monotonic() - started < 30:
            assert server.say("bonjour")
            slow.sendall(b"0")
            with contextlib.suppress(TimeoutError):
                received = slow.recv(4_096)
        assert received.startswith(b"HTTP/1.1 408")
        assert b"connection: close" in received.lower()


def test_a_head_that_never_ends_is_timed_out(server: Server) -> None:
    received = server.raw(b"GET / HTTP/1.1\r\nHost: a\r\n", seconds=8)
    assert received.startswith(b"HTTP/1.1 408")


@pytest.mark.parametrize("head", [b"GET / HTTP/1.1\r\nHost: a\r\n", b"POST /absent HTTP/1.1\r\n"])
def test_a_byte_now_and_then_does_not_keep_a_connection_open(server: Server, head: bytes) -> None:
    """A head that trickles; and the body of a request to an address where nothing is."""
    if head.startswith(b"POST"):
        head += b"Host: a\r\nContent-Length: 9000\r\n\r\n"
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as slow:
        slow.sendall(head)
        started, closed = time.monotonic(), False
        slow.settimeout(0.3)
        while not closed and time.monotonic() - started < 12:
            try:
                with contextlib.suppress(TimeoutError):
                    closed = not slow.recv(4_096)
                slow.sendall(b"a")
            except OSError:  # reset: closed while a byte was on its way
                closed = True
        assert closed, "it is still open long after VIGIE_REQUEST_SECONDS"


@pytest.mark.parametrize("coding", [b"chunked", b"Chunked"])
def test_a_chunked_body_is_read(server: Server, coding: bytes) -> None:
    received = server.raw(
        POST + b"Transfer-Encoding: " + coding + b"\r\n\r\n16\r\n" + BODY + b"\r\n0\r\n\r\n"
    )
    assert received.startswith(b"HTTP/1.1 200")
    assert "Bonjour à vous.".encode() in received


def test_an_unknown_address_gets_a_french_sentence(server: Server) -> None:
    response = server.get("/absent?question=secrete")
    assert response.status == 404
    assert response.json == {"error": "Il n’y a rien à cette adresse."}


def test_rasas_own_http_api_is_off(server: Server) -> None:
    paths = ["/status", "/version", "/domain", "/conversations/a/tracker", "/model/parse"]
    assert [server.get(path).status for path in paths] == [404] * len(paths)


@pytest.mark.parametrize("path", pages.FILES)
def test_the_page_is_served(server: Server, path: str) -> None:
    response = server.get(path)
    name, kind = pages.FILES[path]
    assert (response.status, response.headers["content-type"]) == (200, kind)
    assert response.body == (pages.FOLDER / name).read_bytes()
    assert server.request("HEAD", path).status == 200


def test_the_page_asks_nothing_of_anybody_else() -> None:
    """No address of another site, no inline script or style: the CSP would refuse them."""
    html = (pages.FOLDER / "index.html").read_text("utf-8")
    html = re.sub(r"<a [^>]*>", "", html)  # a link is followed by people alone
    assert not re.search(r"""(src|href)=["'](https?:)?//""", html)
    assert not re.search(r"<style|<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=", html)
    style = (pages.FOLDER / "style.css").read_text("utf-8")
    assert "url(" not in style
    assert "@import" not in style


def test_health(server: Server) -> None:
    assert server.get("/health/live").json == {"status": "ok"}
    assert server.get("/health/ready").json == {"status": "ok"}
    assert server.get("/health").json == {"status": "ok"}


def test_what_the_actions_say_is_overdue_is_measured(server: Server) -> None:
    """As many as years of the day that they are asked about: the day is today's."""
    measured = f"\nvigie_reviews_overdue {date.today().year}.0\n"
    assert measured in server.get("/metrics").body.decode()


def test_an_action_server_does_not_say_what_is_overdue() -> None:
    remote = RemoteActions(EndpointConfig("http://127.0.0.1:1"), 1.0)
    assert math.isnan(remote.overdue(date.today()))


def test_metrics_count_turns_without_user_data(server: Server) -> None:
    server.say("bonjour xylophone", "sender-kumquat")
    body = server.get("/metrics").body.decode()
    assert re.search(r'vigie_turns_total\{channel="rest",outcome="answered"\} \d', body)
    assert re.search(r"^vigie_conversations \d", body, re.MULTILINE)
    assert "vigie_turn_seconds_bucket" in body
    assert "xylophone" not in body
    assert "kumquat" not in body
