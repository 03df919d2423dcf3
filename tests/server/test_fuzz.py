"""Random requests over a real connection: never a 5xx, never a traceback, never a dead server."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.server.running import Server

WEBHOOK = "/webhooks/rest/webhook"

fuzz = settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

PATHS = st.one_of(
    st.sampled_from(
        [
            WEBHOOK,
            "/",
            "/webhooks/rest/",
            "/health/live",
            "/health/ready",
            "/metrics",
            "/page/style.css",
            "/webhooks/web/session",
            "/webhooks/web/say",
            "/socket.io/",
            "/question",
            "/organismes",
            "/sitemap.xml",
        ]
    ),
    st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=40).map("/".__add__),
)
METHODS = st.sampled_from(
    ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "get", "X"]
)
TOKENS = st.from_regex(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,20}", fullmatch=True)
VALUES = st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=60)
HEADERS = st.lists(
    st.tuples(
        st.one_of(
            st.sampled_from(
                [
                    "Content-Type", "Content-Length", "Transfer-Encoding", "Expect", "Origin", "Host",
                    "X-Forwarded-For", "Forwarded", "Connection", "Upgrade", "Cookie", "Range",
                    "Accept", "Authorization", "Access-Control-Request-Method", "Sec-Fetch-Site",
                ]
            ),
            TOKENS,
        ),
        st.one_of(
            VALUES, st.sampled_from(["0", "5", "-1", "chunked", "websocket", "null", "100-continue"])
        ),
    ),
    max_size=6,
)  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)
FIELDS = ["message", "sender", "metadata", "input_channel", "stream", "recipient_id", "session_id"]
WORDS = st.sampled_from(
    [
        "bonjour",
        "combien",
        "choisir",
        "boum",
        "absurde",
        "muet",
        "choix:1",
        "/restart",
        "efface tout",
    ]
)
MESSAGES = st.dictionaries(
    st.sampled_from(FIELDS), JSON | WORDS | st.text(max_size=200), max_size=7
)


def check(server: Server, received: bytes) -> None:
    """`received` is no failure of the server, which lives."""
    assert not re.match(rb"HTTP/1.1 5", received), received
    assert b"Traceback" not in received
    assert server.get("/health/live").status == 200


def failed(server: Server) -> list[str]:
    """What the server counts of its own failures: other tests fill it on purpose."""
    metrics = server.get("/metrics").body.decode()
    return re.findall(r'^vigie_requests_refused_total\{status="5.*', metrics, re.MULTILINE)


@pytest.fixture
def watched(server: Server) -> Any:
    """The server; what it prints meanwhile holds no traceback and counts no 5xx."""
    before, failures = len(server.output), failed(server)
    yield server
    shown = server.output[before:]
    assert "Traceback" not in shown
    assert "requête en échec" not in shown
    assert failed(server) == failures


@fuzz
@given(method=METHODS, path=PATHS, headers=HEADERS, body=st.binary(max_size=300))
def test_any_request(
    watched: Server, method: str, path: str, headers: list[tuple[str, str]], body: bytes
) -> None:
    lines = [
        f"{method} {path} HTTP/1.1",
        "Host: a",
        *(f"{name}: {value}" for name, value in headers),
    ]
    names = {name.lower() for name, _ in headers}
    if not names & {"content-length", "transfer-encoding"}:
        lines.append(f"Content-Length: {len(body)}")
    if "connection" not in names:
        lines.append("Connection: close")
    head = "\r\n".join(lines).encode("latin-1", "replace")
    check(watched, watched.raw(head + b"\r\n\r\n" + body, 0.2))


@fuzz
@given(st.binary(max_size=400))
def test_any_bytes(watched: Server, raw: bytes) -> None:
    check(watched, watched.raw(raw + b"\r\n\r\n", 0.2))


@fuzz
@given(MESSAGES)
def test_any_message(watched: Server, body: dict[str, Any]) -> None:
    response = watched.post(json.dumps(body).encode())
    assert response.status in (200, 400)
    if response.status == 400:
        assert response.json["error"].endswith(".")
        return
    assert response.json
    for said in response.json:
        assert said["text"]
        assert set(said) <= {"recipient_id", "text", "buttons", "custom"}
