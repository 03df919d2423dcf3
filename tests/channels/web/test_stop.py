"""Servers that stop, gracefully or not, and what their clients get of it."""

from __future__ import annotations

import asyncio
import http.client
import json
import signal
from pathlib import Path
from typing import Any

from tests.channels.web.client import Tab, pending, tab, websocket
from tests.server.marks import SECRET
from tests.server.running import Server
from vigie.channels.web import driver, texts
from vigie.server import health
from vigie.server import texts as server_texts


async def test_killed_in_mid_answer_and_started_again_the_session_goes_on(
    bot: Server, minibot: Path, tmp_path: Path
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
    async with tab(bot, **one.seen) as back:  # another process with the same secret
        assert back.session["token"] == one.session["token"]
        assert not back.session["resumed"]
        assert back.session["stream"] != one.session["stream"]
        assert (await back.say("combien", "b"))["last"] == 2  # sent again: answered now
        assert [m["to"] for m in back.all("message")] == ["b"]


def asked(connection: http.client.HTTPConnection, path: str, body: Any = None) -> Any:
    """The answer on a connection that is kept."""
    raw = None if body is None else json.dumps(body).encode()
    connection.request("GET" if body is None else "POST", path, raw)
    response = connection.getresponse()
    return response.status, response.headers["connection"], json.loads(response.read())


async def test_asked_to_stop_it_answers_what_runs_and_lets_go_of_everybody(
    minibot: Path, tmp_path: Path
) -> None:
    """Three turns that hang for a second and a half, one by each transport; nothing is lost."""
    env = {"VIGIE_ACTION_SECONDS": "1.5", "VIGIE_DRAIN_SECONDS": "0.7"}
    loop = asyncio.get_running_loop()
    with Server(minibot, tmp_path / "log", **env) as server:
        kept = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
        assert asked(kept, "/health/live")[:2] == (200, "keep-alive")
        one = Tab(server)
        await one.connect()
        async with websocket(server) as raw:
            assert (await raw.next("42"))[0] == "session"
            rest = loop.run_in_executor(None, server.say, "dodo", "in-flight")
            await raw.send('421["say",{"id":"a","text":"dodo"}]')
            polled = asyncio.ensure_future(one.say("dodo", "slow"))
            await pending(server, 3)
            server.signal(signal.SIGTERM)
            while (ready := server.get("/health/ready")).status == 200:
                await asyncio.sleep(0.02)
            assert (ready.status, ready.json["reason"]) == (503, health.DRAINING)
            # It still answers, and hangs up, so that the next question goes elsewhere.
            said = asked(kept, "/webhooks/rest/webhook", {"message": "bonjour"})
            assert said[:2] == (200, "close")
            assert (await raw.next('42["trouble",'))["error"] == "stopping"
            (ack,) = await raw.next("431")
            assert ack["ok"]
            assert await raw.closed(10)
        assert (await polled)["ok"]
        assert one.all("trouble") == [{"error": "stopping", "text": texts.STOPPING}]
        assert server_texts.HOTLINE in one.all("message")[0]["text"]
        assert server_texts.HOTLINE in (await rest)[0]["text"]
        await one.io.disconnect()
        assert await loop.run_in_executor(None, server.stop) == 0
    assert "Vigie est arrêtée ; aucune conversation n’a été gardée." in server.output
    assert server.output.count(" error ") == 3  # the three actions, and nothing else


async def test_after_a_browser_has_left_the_stop_goes_on_to_its_end() -> None:
    """engineio then looks out for clients that are not there; to cut it off once cut off the stop
    too: connections were reset and the process ended with status 1."""
    server = driver.create_server()
    eio = server.eio
    eio.service_task_handle = eio.start_background_task(eio._service_task)  # at the first client
    for _ in range(5):  # until it waits
        await asyncio.sleep(0)
    await driver.close_all(server)
    await server.shutdown()
    assert eio.service_task_handle is None
