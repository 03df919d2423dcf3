"""How fast people may write: by session and by address, REST and the widget together."""

from __future__ import annotations

from tests.channels.web.client import post, tab
from tests.server.running import Server
from vigie.server import texts

HERE, THERE = {"X-Forwarded-For": "8.8.8.8"}, {"X-Forwarded-For": "9.9.9.9"}


def rest(server: Server, sender: str, **headers: str) -> int:
    """The status of a message over REST."""
    body = {"sender": sender, "message": "bonjour"}
    return server.request("POST", "/webhooks/rest/webhook", body, **headers).status


async def test_a_session_has_its_limit_but_distress_is_answered(tight: Server) -> None:
    async with tab(tight, headers=HERE) as one:
        acks = [await one.say("bonjour", key) for key in "abc"]
        assert [ack["ok"] for ack in acks] == [True, True, False]
        assert (acks[2]["error"], acks[2]["text"]) == ("rate", texts.SLOW_DOWN)
        assert (await one.say("au secours, aidez-moi", "d"))["ok"]
        assert one.all("message")[-1]["kind"] == "safety"
    async with tab(tight, headers=HERE) as two:
        assert (await two.say("bonjour", "a"))["ok"]
    # Six of this address, those refused too: neither door is open to it for now.
    assert [rest(tight, "somebody", **HERE), rest(tight, "else", **HERE)] == [200, 429]
    async with tab(tight, headers=HERE) as three:
        assert (await three.say("bonjour", "a"))["error"] == "rate"
        assert (await three.say("aidez-moi, au secours", "b"))["ok"]


async def test_the_twin_and_the_socket_count_one_session(tight: Server) -> None:
    async with tab(tight, headers=THERE) as one:
        assert (await one.say("bonjour", "a"))["ok"]
        body = {"token": one.session["token"], "id": "b", "text": "bonjour"}
        assert post(tight, "say", body, **THERE).status == 200
        refused = post(tight, "say", {**body, "id": "c"}, **THERE)
        assert (refused.status, refused.headers["retry-after"]) == (429, "10")
        assert (await one.say("bonjour", "d"))["error"] == "rate"


def test_a_header_that_a_client_made_up_is_not_believed(tight: Server) -> None:
    """The proxy adds its own below: the last one counts, on the socket's side as over REST."""
    body = b'{"token": null}'
    statuses = []
    for number in range(130):
        head = (
            f"POST /webhooks/web/session HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 7.7.7.{number}\r\n"
            f"X-Forwarded-For: 7.8.9.1\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        statuses.append(int(tight.raw(head.encode() + body).split()[1]))
    assert statuses[0] == 200
    assert statuses[-1] == 429
