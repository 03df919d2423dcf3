"""Which other sites' pages may talk to the server."""

from __future__ import annotations

import pytest

from tests.server.marks import SITE
from tests.server.running import Response, Server
from vigie.server import texts
from vigie.server.cors import same_origin

LISTED, FOREIGN = SITE, "https://foreign.example"
PATH = "/webhooks/rest/webhook"
ASKED = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}


def cors_of(response: Response) -> dict[str, str]:
    """The CORS headers of a response."""
    return {k: v for k, v in response.headers.items() if k.startswith("access-control-")}


def post(server: Server, **headers: str) -> Response:
    body = {"sender": "origins", "message": "bonjour"}
    return server.request("POST", PATH, body, **headers)


def test_a_page_of_a_listed_site_may_ask_and_read(server: Server) -> None:
    asked = server.request("OPTIONS", PATH, None, Origin=LISTED, **ASKED)
    assert (asked.status, asked.body) == (204, b"")
    assert asked.headers["access-control-allow-origin"] == LISTED
    assert "POST" in asked.headers["access-control-allow-methods"]
    assert "content-type" in asked.headers["access-control-allow-headers"].lower()
    assert asked.headers["vary"] == "Origin"
    answered = post(server, Origin=LISTED)
    assert answered.status == 200
    assert answered.headers["access-control-allow-origin"] == LISTED
    assert answered.headers["vary"] == "Origin"


def test_a_refusal_can_be_read_by_a_listed_site_too(server: Server) -> None:
    refused = server.request("POST", PATH, b"{", Origin=LISTED)
    assert refused.status == 400
    assert refused.headers["access-control-allow-origin"] == LISTED


@pytest.mark.parametrize(
    "origin",
    [
        FOREIGN, "null", "", "https://site.example.foreign.example", "http://site.example",
        "https://site.example:8443", "https://site.example/", "https://[", "https://a:b",
    ],
)  # fmt: skip
def test_a_page_of_any_other_site_is_refused_before_its_message_is_read(
    server: Server, origin: str
) -> None:
    for response in (
        post(server, Origin=origin),
        server.request("OPTIONS", PATH, None, Origin=origin, **ASKED),
    ):
        assert response.status == 403
        assert response.json == {"error": texts.FOREIGN_ORIGIN}
        assert cors_of(response) == {}
        assert response.headers["vary"] == "Origin"


def test_neither_a_program_nor_our_own_page_needs_a_listing(server: Server) -> None:
    own = f"http://127.0.0.1:{server.port}"
    for headers in (
        {},
        {"Origin": own},
        {"Origin": "https://behind.example", "Host": "behind.example"},
        {"Origin": "https://behind.example", "Sec-Fetch-Site": "same-origin"},
    ):
        response = post(server, **headers)
        assert response.status == 200
        assert cors_of(response) == {}


def test_no_credentials_are_ever_allowed_and_no_site_by_a_star(server: Server) -> None:
    for response in (
        post(server, Origin=LISTED, Cookie="a=b"),
        server.request("OPTIONS", PATH, None, Origin=LISTED, **ASKED),
    ):
        assert "access-control-allow-credentials" not in response.headers
        assert "*" not in cors_of(response).values()


@pytest.mark.parametrize("path", ["/metrics", "/health/ready", "/"])
def test_other_addresses_are_shared_with_nobody(server: Server, path: str) -> None:
    assert cors_of(server.request("GET", path, None, Origin=LISTED)) == {}


@pytest.mark.parametrize(
    ("origin", "host", "same"),
    [
        ("http://a.example", "a.example", True),
        ("https://a.example", "a.example", True),
        ("https://a.example:443", "a.example", True),
        ("http://a.example:5005", "A.example:5005", True),
        ("http://[::1]:5005", "[::1]:5005", True),
        ("http://a.example:5006", "a.example:5005", False),
        ("http://a.example", "b.example", False),
        ("null", "", False),
        ("http://a.example:x", "a.example", False),
        ("http://a.example:99999", "a.example", False),
        ("https://a.example.evil.example", "a.example", False),
        ("https://evil.example/a.example", "a.example", False),
        ("file://a.example", "a.example", False),
        ("https://", "", False),
        ("", "", False),
    ],
)
def test_the_same_origin_is_told_by_host_and_port(origin: str, host: str, same: bool) -> None:
    assert same_origin(origin, host) is same
