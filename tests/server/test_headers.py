"""The security headers: on every response, whatever it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.server.running import Response, Server
from vigie.server import headers, pages

WEBHOOK = "/webhooks/rest/webhook"

REQUESTS = {
    "the page": ("GET", "/", None, 200),
    "a style": ("GET", "/page/style.css", None, 200),
    "a head": ("HEAD", "/", None, 200),
    "an answer": ("POST", WEBHOOK, {"message": "bonjour"}, 200),
    "a failure": ("POST", WEBHOOK, {"message": "boum"}, 200),
    "health": ("GET", "/health/ready", None, 200),
    "metrics": ("GET", "/metrics", None, 200),
    "no message": ("POST", WEBHOOK, b"{", 400),
    "an unknown address": ("GET", "/absent", None, 404),
    "another method": ("PUT", WEBHOOK, b"", 405),
    "another method of the page": ("OPTIONS", "/", None, 405),
    "a body over the limit": ("POST", WEBHOOK, b"a" * 20_000, 413),
}

PAGES = ("the page", "a style", "a head")


def asked(server: Server, name: str) -> Response:
    method, path, body, status = REQUESTS[name]
    response = server.request(method, path, body)
    assert response.status == status
    return response


@pytest.mark.parametrize("name", REQUESTS)
def test_every_response_has_them(server: Server, name: str) -> None:
    found = asked(server, name).headers
    asking = headers.WITH_FORM if name in ("the page", "a head") else {}
    assert {name: found.get(name.lower()) for name in headers.HEADERS} == {
        **headers.HEADERS,
        **asking,
        "Cache-Control": "no-cache" if name in PAGES else "no-store",
    }


@pytest.mark.parametrize(
    "raw", [b"GET / HTTP/9.9\r\n\r\n", b"POST / HTTP/1.1\r\nContent-Length: -5\r\n\r\n"]
)
def test_a_malformed_request_gets_them_too(server: Server, raw: bytes) -> None:
    assert b"content-security-policy: default-src 'none'" in server.raw(raw, 3).lower()


@pytest.mark.parametrize("name", REQUESTS)
def test_no_response_names_a_program_or_a_version(server: Server, name: str) -> None:
    response = asked(server, name)
    assert not {"server", "x-powered-by", "via", "set-cookie"} & set(response.headers)
    if name in ("a style", "the page"):
        return
    shown = (str(response.headers) + response.body.decode()).lower()
    shown = shown.replace("text/plain; version=1.0.0", "")  # of the format of Prometheus
    assert not re.search(r"sanic|rasa|python_info|traceback|\b\d+\.\d+\.\d+\b", shown)


def test_the_page_may_load_only_its_own_files() -> None:
    policy = dict(
        part.strip().partition(" ")[::2] for part in headers.CONTENT_SECURITY_POLICY.split(";")
    )
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'", "style-src": "'self'", "connect-src": "'self'", "img-src": "'self'",
        "base-uri": "'none'", "form-action": "'none'", "frame-ancestors": "'none'",
        "require-trusted-types-for": "'script'", "trusted-types": "lit-html",
    }  # fmt: skip


@pytest.mark.parametrize("path", pages.FILES)
def test_no_file_of_the_page_may_be_embedded_by_other_sites(server: Server, path: str) -> None:
    assert server.get(path).headers["cross-origin-resource-policy"] == "same-origin"


def test_the_files_of_the_widget_may_be_embedded_by_other_sites(tmp_path: Path) -> None:
    for name, _ in pages.WIDGET_FILES.values():
        (tmp_path / name).write_text("0")
    found = pages.read(widget=tmp_path)
    for path in pages.WIDGET_FILES:
        assert found[path].headers["Cross-Origin-Resource-Policy"] == "cross-origin"
