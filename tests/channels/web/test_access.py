"""Who may ask, and for which session: origins, tokens, and the HTTP twin."""

from __future__ import annotations

import json
from typing import Any

import pytest
from websockets.exceptions import InvalidStatusCode

from tests.channels.web.client import counted, post, signer, tab, websocket
from tests.server.marks import FRIEND
from tests.server.running import Server

POLL = "/socket.io/?EIO=4&transport=polling"
EVIL = "http://evil.example"


@pytest.mark.parametrize("origin", [EVIL, "null", "http://127.0.0.1:1"])
async def test_a_foreign_page_gets_nothing_on_any_transport(bot: Server, origin: str) -> None:
    requests: list[tuple[str, str, Any]] = [
        ("GET", POLL, None),
        ("POST", f"{POLL}&sid=a", b"40"),
        ("OPTIONS", POLL, None),
        ("POST", "/webhooks/web/session", {}),
        ("POST", "/webhooks/web/forget", {}),
        ("OPTIONS", "/webhooks/web/say", None),
    ]
    for method, path, body in requests:
        refused = bot.request(method, path, body, Origin=origin)
        assert refused.status == 403
        assert "access-control-allow-origin" not in refused.headers
        assert origin not in refused.body.decode()
    with pytest.raises(InvalidStatusCode) as refusal:
        async with websocket(bot, Origin=origin):
            pass
    assert refusal.value.status_code == 403


async def test_a_named_site_and_our_own_page_may_read(bot: Server) -> None:
    for origin, named in ((FRIEND, FRIEND), (f"http://127.0.0.1:{bot.port}", None)):
        for method, path in [("GET", POLL), ("POST", "/webhooks/web/session")]:
            read = bot.request(method, path, {} if method == "POST" else None, Origin=origin)
            assert read.status == 200
            assert read.headers.get("access-control-allow-origin") == named
            assert "access-control-allow-credentials" not in read.headers
        asked = bot.request("OPTIONS", "/webhooks/web/say", Origin=origin)
        assert asked.headers["access-control-allow-headers"].lower() == "content-type"
        async with websocket(bot, Origin=origin) as raw:
            assert (await raw.next("42"))[0] == "session"


def test_two_origins_are_none(bot: Server) -> None:
    head = f"GET {POLL} HTTP/1.1\r\nHost: 127.0.0.1:{bot.port}\r\nOrigin: {FRIEND}\r\nOrigin: {EVIL}\r\n\r\n"
    assert b" 403 " in bot.raw(head.encode())


async def test_nobody_reads_the_session_of_another(bot: Server) -> None:
    async with tab(bot) as one:
        await one.say("combien", "a")
        version, session, expires, born, mark = one.session["token"].split(".")
        fresh = signer().mint()
        for token in [
            session,
            f"{version}.{session}.{expires}.{born}.",
            f"{version}.{session}.{expires}.{born}.{mark[:-1]}{'A' if mark[-1] != 'A' else 'B'}",
            f"{version}.{session}.{int(expires) + 1}.{born}.{mark}",
            f"{version}.{session}.{expires}.{born}.{fresh.text.split('.')[4]}",
            signer("un autre secret de trente-deux signes").mint(session).text,
            signer(age=3_601).mint(session).text,
        ]:
            async with tab(bot, token, stream=one.session["stream"], last=0) as two:
                assert (two.session["resumed"], two.session["messages"]) == (False, [])
                assert session not in two.session["token"]
                payload = {"id": "b", "text": "combien", "session": session, "sid": one.io.sid}
                await two.call("say", payload)
                assert two.texts()[0].startswith("Tour 1.")
                picked = {"id": "c", "n": 2, "key": "choix:1", "stream": one.session["stream"]}
                assert (await two.call("choose", picked))["error"] == "not_offered"
            refused = post(bot, "say", {"token": token, "id": "d", "text": "combien"})
            assert (refused.status, refused.json["error"]) == (401, "expired")
        assert len(one.all("message")) == 1
        await one.say("combien", "z")
        assert one.texts()[-1].startswith("Tour 2.")


async def test_a_sender_of_rest_never_reaches_a_session(bot: Server) -> None:
    async with tab(bot) as one:
        await one.say("combien", "a")
        session = one.session["token"].split(".")[1]
        for sender in (session, signer().sender(session), f"web:{signer().sender(session)}"):
            assert bot.say("combien", sender)[0]["custom"]["count"] == 1


async def test_a_token_that_is_half_used_up_is_renewed(bot: Server) -> None:
    old = signer(age=2_000).mint()
    async with tab(bot, old.text) as one:
        assert one.session["expires"] > old.expires
    young = signer(age=1_000).mint()
    async with tab(bot, young.text) as one:
        assert one.session["token"] == young.text
    reply = post(bot, "say", {"token": old.text, "id": "a", "text": "bonjour"}).json
    assert signer().read(reply["token"]).session == old.session  # type: ignore[union-attr]


async def test_a_good_token_without_its_buffer_goes_on_with_the_same_session(bot: Server) -> None:
    token = signer().mint()
    async with tab(bot, token.text, stream="gone", last=7) as one:
        assert (one.session["resumed"], one.session["token"]) == (False, token.text)
        assert one.session["stream"] != "gone"


def test_the_twin_does_what_the_socket_does(bot: Server) -> None:
    opened = post(bot, "session", {}).json
    assert (opened["ok"], opened["resumed"]) == (True, False)
    mine: dict[str, Any] = {"token": opened["token"], "stream": opened["stream"], "last": 0}
    said = post(bot, "say", {**mine, "id": "a", "text": "choisir"}).json
    assert [m["type"] for m in said["messages"]] == ["said", "message"]
    offered = said["messages"][1]
    assert offered["choices"] == [{"key": "choix:abc123", "title": "Le premier"}]
    again = post(bot, "say", {**mine, "last": 2, "id": "a", "text": "choisir"}).json
    assert (again["last"], again["messages"]) == (2, [])
    pick = {**mine, "last": 2, "id": "b", "n": 2, "key": "choix:abc123"}
    picked = post(bot, "choose", pick).json
    assert [m.get("text") for m in picked["messages"]] == ["Le premier", "Lequel ?"]
    for wrong in ({"key": "choix:2"}, {"n": 1}, {"n": 99}, {"stream": "other"}):
        refused = post(bot, "choose", {**pick, "id": "c", **wrong})
        assert (refused.status, refused.json["error"]) == (409, "not_offered")
    assert post(bot, "rate", {**mine, "n": 2, "value": "down"}).json["ok"]
    beacon = json.dumps(mine).encode()
    assert post(bot, "forget", beacon, **{"Content-Type": "text/plain"}).json["messages"] == []
    assert post(bot, "session", mine).json["messages"] == []
    assert bot.get("/webhooks/web/say").status == 405
    assert counted(bot, 'vigie_turns_total{channel="web",outcome="answered"}') > 0


async def test_an_answer_over_http_is_seen_in_the_other_window(bot: Server) -> None:
    async with tab(bot) as one:
        body = {"token": one.session["token"], "id": "a", "text": "combien"}
        assert post(bot, "say", body).json["ok"]
        await one.until(lambda: bool(one.all("message")))
        assert [s["text"] for s in one.all("said")] == ["combien"]
