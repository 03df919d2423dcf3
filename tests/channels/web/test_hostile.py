"""Whatever clients send: an answer or nothing, never a failure, never a line in the log."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed

from tests.channels.web.client import counted, post, tab, websocket
from tests.server.marks import WORD
from tests.server.running import Server

DEEP = "[" * 6_000 + "]" * 6_000

EVENTS = {
    "null": '42["say",null]',
    "a text": f'42["say","{WORD}"]',
    "a number": '42["say",1e999]',
    "a list": '42["say",["a","b"]]',
    "nothing": '42["say"]',
    "two payloads": '42["say",{"id":"a","text":"bonjour"},{"id":"b","text":"bonjour"}]',
    "no id": f'42["say",{{"text":"{WORD}"}}]',
    "an id of a wrong type": '42["say",{"id":1,"text":"bonjour"}]',
    "a long id": f'42["say",{{"id":"{"a" * 65}","text":"bonjour"}}]',
    "an odd id": '42["say",{"id":"a b\\n","text":"bonjour"}]',
    "an id with a line end": '42["say",{"id":"a\\n","text":"bonjour"}]',
    "a text of a wrong type": '42["say",{"id":"a","text":{"text":"a"}}]',
    "a blank text": '42["say",{"id":"a","text":" \\u0000\\n"}]',
    "a choice without a number": '42["choose",{"id":"a","key":"choix:1"}]',
    "a negative number": '42["choose",{"id":"a","n":-1,"key":"choix:1"}]',
    "true for a number": '42["rate",{"n":true,"value":"up"}]',
    "an unknown value": '42["rate",{"n":1,"value":"sideways"}]',
    "a text to forget": '42["forget","all"]',
    "an unknown event": '42["admin",{}]',
    "an event of our own": '42["message",{"n":1}]',
}

FRAMES = {
    "no event": "42",
    "an empty event": "42[]",
    "an object for an event": '42{"a":1}',
    "a number for a name": "42[1]",
    "an object for a name": '42[{"a":1},{}]',
    "no JSON": f"42[{WORD}",
    "a deep event": f'42["say",{DEEP}]',
    "a handler of ours": '42["connect",{"sanic.request":1},{"token":1}]',
    "another handler of ours": '42["disconnect"]',
    "another namespace": '42/admin,["say",{"id":"a","text":"bonjour"}]',
    "a connection to another namespace": "40/admin,",
    "a second connection": "40{}",
    "a huge number": f'42{"9" * 300}["say"]',
    "an unasked acknowledgement": "4399[1]",
    "a refusal": '44{"message":"no"}',
    "a binary event": '451-["say",{"_placeholder":true,"num":0}]',
    "a binary acknowledgement": "461-1[]",
}

CLOSING = {"an empty frame": "", "no digit": "abc", "an odd digit": "²", "bytes": b"\x04\xff",
           "an opening": "0{}", "an unknown packet": "49", "a deep packet": f"4{DEEP}", "a deep control": "2" + DEEP, "too much": "4" * 20_000}  # fmt: skip


def noise(server: Server) -> list[str]:
    """The lines of the log that say that something went wrong, or quote somebody."""
    return [
        line
        for line in server.output.splitlines()
        if any(sign in line for sign in (" error ", " warning ", "Traceback", WORD))
    ]


@pytest.fixture(autouse=True)
def silent(bot: Server) -> Iterator[None]:
    """Nothing new at WARNING or above in the log, and not a word of a client's."""
    before = noise(bot)
    yield
    assert noise(bot) == before


async def still_works(raw: Any) -> None:
    await raw.send('4277["say",{"id":"after","text":"bonjour"}]')
    assert (await raw.next("4377"))[0]["ok"]


@pytest.mark.parametrize("frame", EVENTS.values(), ids=EVENTS.keys())
async def test_an_event_that_is_none_gets_a_sentence(bot: Server, frame: str) -> None:
    before = counted(bot, 'vigie_web_refused_total{reason="invalid"}')
    async with websocket(bot) as raw:
        await raw.send(frame.replace("42", "425", 1))
        (ack,) = await raw.next("435")
        assert (ack["ok"], ack["error"]) == (False, "invalid")
        assert ack["text"].endswith(".")
        assert WORD not in json.dumps(ack)
        await still_works(raw)
    assert counted(bot, 'vigie_web_refused_total{reason="invalid"}') == before + 1


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES.keys())
async def test_a_packet_that_is_none_is_ignored(bot: Server, frame: str) -> None:
    async with websocket(bot) as raw:
        await raw.send(frame)
        await still_works(raw)


@pytest.mark.parametrize("frame", CLOSING.values(), ids=CLOSING.keys())
async def test_a_frame_that_is_none_ends_the_connection(bot: Server, frame: Any) -> None:
    before = counted(bot, "vigie_web_connections")
    async with websocket(bot) as raw:
        await raw.send(frame)
        assert await raw.closed(3)
    for _ in range(100):
        if counted(bot, "vigie_web_connections") <= before:
            break
        await asyncio.sleep(0.02)
    else:
        pytest.fail("the connection is still counted")


@pytest.mark.parametrize("frame", [*FRAMES.values(), *(f for f in CLOSING.values() if f)], ids=repr)
def test_the_same_by_polling(bot: Server, frame: Any) -> None:
    path = "/socket.io/?EIO=4&transport=polling"
    sid = json.loads(bot.get(path).body[1:])["sid"]
    body = frame if isinstance(frame, bytes) else frame.encode()
    assert bot.request("POST", f"{path}&sid={sid}", b"40").status == 200
    assert bot.request("POST", f"{path}&sid={sid}", body).status in (200, 400, 413)
    assert bot.get("/health/live").status == 200


@pytest.mark.parametrize(
    "auth",
    ["null", '"text"', "[1]", "1", '{"token":1}', '{"token":{"a":1}}', '{"last":"a"}',
     '{"last":-1}', '{"stream":[]}', '{"token":"\\ud800"}', f'{{"token":"{"a" * 5_000}"}}'],
)  # fmt: skip
async def test_an_odd_opening_gets_a_new_session(bot: Server, auth: str) -> None:
    async with websocket(bot, False) as raw:
        await raw.send("40" + auth)
        await raw.next("40")
        event, session = await raw.next("42")
        assert (event, session["resumed"], session["messages"]) == ("session", False, [])
        await still_works(raw)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff",
        b"null",
        b"1",
        b'"a"',
        b"[]",
        DEEP.encode(),
        b'{"id":"a","text":"a","token":1}',
    ],
    ids=lambda body: repr(body)[:20],
)
@pytest.mark.parametrize("event", ["session", "say", "choose", "rate", "forget"])
def test_an_odd_body_gets_a_sentence(bot: Server, event: str, body: bytes) -> None:
    response = post(bot, event, body)
    assert response.status == 400
    assert response.json["error"] == "invalid"


def test_a_body_that_is_too_large_is_refused(bot: Server) -> None:
    assert post(bot, "say", {"text": "a" * 20_000}).status == 413


@pytest.mark.parametrize(
    "path",
    ["?", "?EIO=3&transport=polling", "?EIO=4&transport=carrier-pigeon", "?EIO=4&transport=polling&j=0",
     "?EIO=4&transport=polling&sid=nobody", "?EIO=4&transport=websocket", "?EIO=4&transport=websocket&sid=nobody"],
)  # fmt: skip
def test_an_odd_transport_is_refused(bot: Server, path: str) -> None:
    assert bot.get("/socket.io/" + path).status == 400


@pytest.mark.parametrize(
    "headers", [{"Sec-WebSocket-Key": "short"}, {"Sec-WebSocket-Version": "99"}, {}]
)
def test_a_handshake_that_is_none_is_refused(bot: Server, headers: dict[str, str]) -> None:
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", **headers}
    response = bot.request("GET", "/socket.io/?EIO=4&transport=websocket", **upgrade)
    assert response.status == 400


async def test_a_flood_ends_the_connection_and_only_that_one(bot: Server) -> None:
    async with tab(bot) as other, websocket(bot) as raw:
        with pytest.raises(ConnectionClosed):
            for _ in range(1_000):
                await raw.send('42["rate",{}]')
            await asyncio.sleep(1)
            await raw.send("3")
            await raw.send("3")
        assert (await other.say("bonjour", "a"))["ok"]


async def test_a_typed_key_is_only_text(bot: Server) -> None:
    async with tab(bot) as one:
        await one.say("combien", "a")
        assert (await one.say("/restart", "b"))["ok"]
        assert (await one.say("choix:1", "c"))["ok"]
        await one.say("combien", "d")
        assert one.texts()[-1].startswith("Tour 2.")
