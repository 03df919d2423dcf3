"""Servers that stop, gracefully or not, and their limits."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

from tests.channels.web.client import SECRET, Tab, pending, post, tab, websocket
from tests.server.running import Server
from vigie.channels.web import texts
from vigie.server import texts as server_texts


async def test_killed_in_mid_answer_and_started_again_the_session_goes_on(
    minibot: Path, tmp_path: Path
) -> None:
    env = {"VIGIE_SECRET": SECRET, "VIGIE_ACTION_SECONDS": "5"}
    with Server(minibot, tmp_path / "first", **env) as first:
        one = Tab(first)
        await one.connect()
        await one.say("combien", "a")
        await one.io.emit("say", {"id": "b", "text": "dodo"})
        await pending(first, 1)
        first.signal(signal.SIGKILL)
        await one.io.disconnect()
    with Server(minibot, tmp_path / "second", **env) as second:
        async with tab(second, **one.seen) as back:
            assert back.session["token"] == one.session["token"]
            assert not back.session["resumed"]
            assert back.session["stream"] != one.session["stream"]
            assert (await back.say("combien", "b"))["last"] == 2  # sent again: answered now
            assert [m["to"] for m in back.all("message")] == ["b"]


async def test_a_graceful_stop_is_announced_after_the_answers(
    minibot: Path, tmp_path: Path
) -> None:
    with Server(minibot, tmp_path / "log", VIGIE_ACTION_SECONDS="1.5") as server:
        one = Tab(server)
        await one.connect()
        async with websocket(server) as raw:
            turn = asyncio.ensure_future(one.say("dodo", "slow"))
            await pending(server, 1)
            server.signal(signal.SIGTERM)
            assert [(await raw.next("42"))[0] for _ in range(2)] == ["session", "trouble"]
            assert (await turn)["ok"]
            assert one.all("trouble") == [{"error": "stopping", "text": texts.STOPPING}]
            assert len(one.all("message")) == 1
            assert await raw.closed(5)
        await one.io.disconnect()
        loop = asyncio.get_running_loop()
        assert await loop.run_in_executor(None, server.stop) == 0
    lines = [line for line in server.output.splitlines() if " error " in line]
    assert [line for line in lines if "vigie.server" not in line] == []


async def test_rates_count_by_session_and_by_the_address_behind_the_proxy(
    minibot: Path, tmp_path: Path
) -> None:
    env = {
        "VIGIE_SENDER_RATE": "2",
        "VIGIE_ADDRESS_RATE": "6",
        "VIGIE_TRUSTED_PROXIES": "127.0.0.1",
    }
    here, there = {"X-Forwarded-For": "8.8.8.8"}, {"X-Forwarded-For": "9.9.9.9"}
    with Server(minibot, tmp_path / "log", **env) as server:
        async with tab(server, headers=here) as one, tab(server, headers=here) as two:
            acks = [await one.say("bonjour", key) for key in "abc"]
            assert [ack["ok"] for ack in acks] == [True, True, False]
            assert (acks[2]["error"], acks[2]["text"]) == ("rate", server_texts.SLOW_DOWN)
            assert (await one.say("au secours, aidez-moi", "d"))["ok"]
            assert one.all("message")[-1]["kind"] == "safety"
            assert [(await two.say("bonjour", k))["ok"] for k in "ab"] == [True, True]
            async with tab(server, headers=here) as three:  # the seventh of this address
                assert (await three.say("bonjour", "a"))["error"] == "rate"
            async with tab(server, headers=there) as four:
                assert (await four.say("bonjour", "a"))["ok"]
                body = {"token": four.session["token"], "id": "b", "text": "bonjour"}
                assert post(server, "say", body, **there).status == 200
                refused = post(server, "say", {**body, "id": "c"}, **there)
                assert (refused.status, refused.headers["retry-after"]) == (429, "10")
