"""The form for browsers without JavaScript: REST's pipeline and limits, and nothing kept."""

from __future__ import annotations

import html
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.server.marks import MARKS
from tests.server.running import Response, Server
from vigie.server import headers, texts
from vigie.server.answer import Answerer, Limits
from vigie.server.output import RestOutput

DISTRESS = "Au secours, il m’enferme et il a pris mon passeport"
ANSWERED = 'vigie_turns_total{channel="form",outcome="answered"}'
KEPT = "vigie_conversations"


def put(server: Server, text: str, field: str = "question", **more: str) -> Response:
    """Send the form, as a browser does."""
    body = urlencode({field: text}).encode()
    sent = {"Content-Type": "application/x-www-form-urlencoded", **more}
    return server.request("POST", "/question", body, **sent)


def text_of(response: Response) -> str:
    return html.unescape(response.body.decode())


def test_a_question_gets_a_page_with_its_answer(server: Server) -> None:
    before = server.metric(ANSWERED)
    response = put(server, "bonjour")
    assert (response.status, response.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "Bonjour à vous." in text_of(response) and "Réponse" in text_of(response)
    assert server.metric(ANSWERED) == before + 1
    assert "Le premier" in text_of(put(server, "choisir", field="choix"))


def test_nothing_is_kept_of_a_question(server: Server) -> None:
    kept = server.metric(KEPT)
    for _ in range(3):
        assert "Tour 1." in text_of(put(server, f"combien {MARKS}"))
    assert server.metric(KEPT) == kept
    response = put(server, "bonjour")
    assert response.headers["cache-control"] == "no-store"
    assert "set-cookie" not in response.headers


FOREIGN = {
    "another site": {"Origin": "https://evil.example"},
    "a site that may use the widget": {"Origin": "https://site.example"},
    "a page that hides its site": {"Origin": "null"},
    "a form of another site": {"Sec-Fetch-Site": "cross-site"},
    "a form of a neighbour": {"Sec-Fetch-Site": "same-site"},
    "two sites": {"Origin": "http://a.example, http://b.example"},
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_form_of_another_site_is_refused_and_no_turn_is_made(server: Server, name: str) -> None:
    before = server.metric(ANSWERED)
    response = put(server, "bonjour", **FOREIGN[name])
    assert response.status == 403
    assert texts.FOREIGN_FORM in text_of(response)
    assert server.metric(ANSWERED) == before


def test_our_own_form_and_what_is_no_browser_are_answered(server: Server) -> None:
    ours = {"Origin": f"http://127.0.0.1:{server.port}"}
    for sent in ({}, ours, {"Origin": "null", "Sec-Fetch-Site": "same-origin"}):
        assert put(server, "bonjour", **sent).status == 200


@pytest.mark.parametrize("body", [b"", b"question=", b"question=+%00+", b"a=b", b"\xff\xfe=%ff"])
def test_a_form_without_a_question_is_told_so(server: Server, body: bytes) -> None:
    response = server.request("POST", "/question", body)
    assert response.status == 400
    assert texts.NO_QUESTION in text_of(response) and "<form" in response.body.decode()


def test_the_form_alone_is_a_page(server: Server) -> None:
    response = server.get("/question")
    assert response.status == 200 and 'action="/question"' in response.body.decode()


def test_what_was_written_is_shown_as_text_alone(server: Server) -> None:
    page = put(server, "bonjour <script>alert(1)</script>").body.decode()
    assert "<script>alert" not in page and "&lt;script&gt;alert(1)" in page


def test_only_the_pages_of_the_form_may_send_one(server: Server) -> None:
    for response in (server.get("/"), server.get("/question"), put(server, "bonjour")):
        for name, value in headers.WITH_FORM.items():
            assert response.headers[name.lower()] == value
    assert "form-action 'self'" in headers.WITH_FORM["Content-Security-Policy"]
    assert headers.WITH_FORM["Referrer-Policy"] == "same-origin"
    assert "form-action 'none'" in server.get("/absent").headers["content-security-policy"]


def test_a_failure_and_a_cry_for_help_are_answered_as_everywhere(server: Server) -> None:
    for text in ("boum", "dodo", "muet"):
        assert "Je n’arrive pas à répondre" in text_of(put(server, text))
    page = put(server, f"boum {DISTRESS}")
    assert 'href="tel:+18883737888"' in page.body.decode() and page.status == 200
    assert "trop long pour moi" in text_of(put(server, "bonjour " * 300))


def test_who_writes_too_fast_is_asked_to_wait_but_for_a_cry_for_help(tight: Server) -> None:
    away = {"X-Forwarded-For": "203.0.113.77"}
    statuses = [put(tight, "bonjour", **away).status for _ in range(9)]
    assert statuses[0] == 200 and statuses[-1] == 429
    refused = put(tight, "bonjour", **away)
    assert refused.headers["retry-after"] == "10"
    assert "attendez quelques secondes" in text_of(refused) and "1-888-373-7888" in text_of(refused)
    assert put(tight, DISTRESS, **away).status == 200


async def test_nothing_that_was_written_stays_in_memory() -> None:
    async def handle(_: Any) -> None:
        return None

    held = []
    for forgotten in (False, True):
        answerer = Answerer("form", Limits())
        await answerer.answer(handle, "un mot", "someone", RestOutput("someone"))
        if forgotten:
            answerer.forget("someone")
        held.append(answerer.before("someone", ""))
    assert held == [("un mot",), ()]
