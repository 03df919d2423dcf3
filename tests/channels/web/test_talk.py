"""A conversation over the wire: turns, replays, windows, and what is asked twice."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any
from uuid import uuid4

import pytest
from websockets.legacy.client import connect

from tests.channels.web.client import counted, pending, post, tab, websocket
from tests.server.running import Server
from vigie.server import texts


async def test_a_turn_is_numbered_messages_and_then_the_acknowledgement(bot: Server) -> None:
    async with tab(bot) as one:
        opened = one.session
        assert (opened["resumed"], opened["last"], opened["messages"]) == (False, 0, [])
        assert opened["expires"] > time.time() + 3_500
        ack = await one.say("combien", "a")
        (message,) = one.all("message")
        assert ack == {"ok": True, "id": "a", "last": message["n"]}
        assert message["text"] == "Tour 1.\n\nUne ligne vide plus haut."
        assert (message["to"], message["kind"], message["lang"]) == ("a", "answer", "fr")
        assert message["answers"] == [{"lead": message["text"], "items": [], "after": ""}]
        assert abs(message["at"] - time.time()) < 5


async def test_a_websocket_speaks_the_same(bot: Server) -> None:
    async with websocket(bot) as raw:
        opened = (await raw.next("42"))[1]
        await raw.send('420["say",{"id":"a","text":"combien"}]')
        event, message = await raw.next("42")
        assert (event, message["text"][:6]) == ("message", "Tour 1")
        assert await raw.next("430") == [{"ok": True, "id": "a", "last": message["n"]}]
    async with websocket(bot, {"token": opened["token"]}) as raw:
        again = (await raw.next("42"))[1]
        assert again["resumed"]
        assert again["messages"][-1] == message


async def test_polling_becomes_a_websocket_within_one_session(bot: Server) -> None:
    opened = bot.get("/socket.io/?EIO=4&transport=polling").body.decode()
    sid = json.loads(opened[1:])["sid"]
    url = f"ws://127.0.0.1:{bot.port}/socket.io/?EIO=4&transport=websocket&sid={sid}"
    async with connect(url) as socket:
        await socket.send("2probe")
        assert await socket.recv() == "3probe"
        await socket.send("5")
        await socket.send("40")
        frames = [str(await socket.recv()) for _ in range(3)]
        assert frames[0] == "6"
        assert frames[1].startswith("40")
        assert frames[2].startswith('42["session"')


@pytest.mark.parametrize("at_once", [False, True])
async def test_an_id_sent_again_is_one_turn_with_one_result(bot: Server, at_once: bool) -> None:
    async with tab(bot) as one:
        if at_once:
            acks = await asyncio.gather(*(one.say("combien", "same") for _ in range(3)))
        else:
            acks = [await one.say("combien", "same") for _ in range(3)]
        assert acks == [{"ok": True, "id": "same", "last": 2}] * 3
        assert len(one.all("message")) == 1
        await one.say("combien", "other")
        assert one.texts()[-1].startswith("Tour 2")


async def test_two_windows_get_each_message_once_and_what_the_other_said(bot: Server) -> None:
    async with tab(bot) as one, tab(bot, one.session["token"]) as two:
        assert two.session["resumed"]
        await one.say("combien", "a")
        await two.say("combien", "b")
        await one.until(lambda: len(one.all("message")) == 2)
        assert one.all("message") == two.all("message")
        assert [(s["id"], s["text"]) for s in two.all("said")] == [("a", "combien")]
        assert [(s["id"], s["text"]) for s in one.all("said")] == [("b", "combien")]
        numbers = sorted(d["n"] for name, d in [*one.got, *two.got] if name != "session")
        assert numbers == [1, 2, 2, 3, 4, 4]


async def test_what_was_missed_is_replayed_once_and_in_order(bot: Server) -> None:
    async with tab(bot) as one:
        async with tab(bot, one.session["token"]) as two:
            await one.say("combien", "a")
            await two.until(lambda: bool(two.all("message")))
        for key in "bc":
            await one.say("combien", key)
        seen, token = two.seen, one.session["token"]
        async with tab(bot, token, stream=seen["stream"], last=seen["last"]) as back:
            replayed = back.session["messages"]
            assert [m["n"] for m in replayed] == [3, 4, 5, 6]
            assert [m["type"] for m in replayed] == ["said", "message"] * 2
            assert [m for m in replayed if m["type"] == "message"] == one.all("message")[1:]
            assert back.got[1:] == []
        async with tab(bot, token, stream="another", last=5) as page:
            assert [m["n"] for m in page.session["messages"]] == [1, 2, 3, 4, 5, 6]
            assert page.session["first"] == 1


async def test_an_answer_given_while_offline_is_kept_and_not_given_twice(bot: Server) -> None:
    async with tab(bot) as one:
        await one.say("combien", "a")
        await one.io.emit("say", {"id": "slow", "text": "dodo"})
        await one.io.emit("say", {"id": "next", "text": "combien"})
        await pending(bot, 2)
    await pending(bot, 0)
    async with tab(bot, **one.seen) as back:
        await back.until(lambda: bool(back.all("session")))
        assert [m["type"] for m in back.session["messages"]] == [
            "said",
            "said",
            "message",
            "message",
        ]
        acks = [await back.say("dodo", "slow"), await back.say("combien", "next")]
        assert [ack["last"] for ack in acks] == [5, 6]
        assert back.all("message") == []
        assert (await back.say("combien", "after"))["ok"]
        assert back.texts()[0].startswith("Tour 3")


async def test_reconnecting_in_the_middle_of_a_turn_loses_nothing(bot: Server) -> None:
    async with tab(bot) as one:
        await one.io.emit("say", {"id": "slow", "text": "dodo"})
        await pending(bot, 1)
    async with tab(bot, **one.seen) as back:
        ack = await back.say("dodo", "slow")
        replayed = [m["n"] for m in back.session["messages"]]
        assert replayed + [m["n"] for m in back.all("message")] == [1, 2]
        assert (ack["last"], counted_turns(back)) == (2, 1)


def counted_turns(one: Any) -> int:
    return len({m["to"] for m in one.all("message")})


async def test_twenty_sessions_at_once_stay_apart(bot: Server) -> None:
    async def talk(number: int) -> None:
        transport = tab(bot)
        async with transport as one:
            for turn in range(1, 6):
                ack = await one.say("combien", f"{number}-{turn}")
                assert ack["ok"], ack
                assert one.all("message")[-1]["to"] == f"{number}-{turn}"
                assert one.texts()[-1].startswith(f"Tour {turn}.")
            assert len(one.all("message")) == 5

    await asyncio.gather(*(talk(number) for number in range(20)))


async def test_a_long_text_gets_a_calm_message_and_distress_its_help(bot: Server) -> None:
    async with tab(bot) as one:
        assert (await one.say("a" * 2_001, "long"))["ok"]
        assert (await one.say("Au secours, aidez-moi. " * 100, "help"))["ok"]
        calm, help_ = one.all("message")
        assert (calm["kind"], calm["text"]) == ("error", texts.too_long(2_000))
        assert help_["kind"] == "safety"
        assert texts.HOTLINE in help_["text"]
        assert one.session["messages"] == []
    async with tab(bot, one.session["token"]) as back:
        assert len(back.session["messages"][0]["text"]) == 2_001  # cut, with an ellipsis


async def test_a_broken_action_is_a_message_with_the_hotline(bot: Server) -> None:
    async with tab(bot) as one:
        assert (await one.say("boum", "a"))["ok"]
        (message,) = one.all("message")
        assert message["kind"] == "error"
        assert texts.HOTLINE in message["text"]


async def test_who_sends_too_much_at_once_is_told_so_but_distress_is_answered(bot: Server) -> None:
    async with tab(bot) as one:
        slow = [asyncio.ensure_future(one.say("dodo", f"slow{n}")) for n in range(4)]
        await pending(bot, 4)
        busy = await one.say("combien", "fifth")
        assert (busy["ok"], busy["error"], busy["text"]) == (False, "busy", texts.BUSY)
        assert busy["retry_after"] == 2
        assert (await one.say("au secours, on m'enferme", "help"))["ok"]
        (help_,) = one.all("message")
        assert (help_["kind"], help_["to"], help_["urgent"]) == ("safety", "help", True)
        await asyncio.gather(*slow)
        assert (await one.say("combien", "fifth"))["ok"]


async def test_an_answer_is_rated_once(bot: Server) -> None:
    async with tab(bot) as one:
        await one.say("choisir", "a")
        by_answer = 'vigie_web_feedback_total{act="select",kind="ask",value="up"}'
        by_topic = 'vigie_web_feedback_topics_total{topic="training",value="up"}'
        before = counted(bot, by_answer), counted(bot, by_topic)
        for _ in range(2):
            assert (await one.call("rate", {"n": 2, "value": "up"}))["ok"]
        after = counted(bot, by_answer), counted(bot, by_topic)
        assert after == (before[0] + 1, before[1] + 1)
        assert (await one.call("rate", {"n": 1, "value": "up"}))["error"] == "invalid"
        assert (await one.call("rate", {"n": 9, "value": "up"}))["error"] == "not_offered"
        other = {"n": 2, "value": "up", "stream": "other"}
        assert (await one.call("rate", other))["error"] == "not_offered"


async def test_forgetting_erases_the_conversation_for_all_windows(bot: Server) -> None:
    async with tab(bot) as one, tab(bot, one.session["token"]) as two:
        await one.say("combien", "a")
        ack = await one.call("forget", {})
        assert (ack["ok"], ack["last"]) == (True, 0)
        await two.until(lambda: two.session["cause"] == "renewed")
        assert [state["cause"] for state in two.all("session")] == ["open", "forgotten", "renewed"]
        assert len({ack["stream"], one.session["stream"], two.session["stream"]}) == 3
        for window in (one, two):
            await window.say("combien", "a")
            assert window.texts()[-1].startswith("Tour 1.")
    for token in (ack["token"], two.session["token"]):
        async with tab(bot, token) as back:
            assert [m["type"] for m in back.session["messages"]] == ["said", "message"]


async def test_a_token_opens_nothing_once_its_conversation_was_erased(bot: Server) -> None:
    """Who got hold of it, an open window included, reads nothing of what is said next."""
    async with tab(bot) as one:
        old = one.session["token"]
        async with tab(bot, old) as thief:
            ack = await one.call("forget", {})
            await thief.until(lambda: thief.session["cause"] == "renewed")
            assert len({old, ack["token"], thief.session["token"]}) == 3
            await one.say("combien", "a")
            async with tab(bot, old) as back:
                assert not back.session["resumed"]
                assert (back.session["messages"], back.session["token"] == old) == ([], False)
            for event in ({"id": "b", "text": "combien"}, {}):
                refused = post(bot, "say" if event else "forget", {"token": old, **event})
                assert (refused.status, refused.json["error"]) == (401, "expired")
            assert thief.all("said") == thief.all("message") == []
        async with tab(bot, ack["token"]) as mine:
            assert (mine.session["resumed"], len(mine.session["messages"])) == (True, 2)


def test_the_twin_gets_another_token_when_it_forgets(bot: Server) -> None:
    old = post(bot, "session", {}).json["token"]
    post(bot, "say", {"token": old, "id": "a", "text": "combien"})
    ack = post(bot, "forget", {"token": old}).json
    assert (ack["messages"], ack["last"]) == ([], 0)
    assert post(bot, "say", {"token": old, "id": "b", "text": "combien"}).status == 401
    said = post(bot, "say", {"token": ack["token"], "id": "b", "text": "combien"}).json
    assert said["stream"] == ack["stream"]
    assert said["messages"][1]["text"].startswith("Tour 1.")


async def test_an_answer_under_way_is_forgotten_too(bot: Server) -> None:
    async with tab(bot) as one:
        await one.say("combien", "a")
        slow = asyncio.ensure_future(one.say("dodo", "slow"))
        await pending(bot, 1)
        forgotten = asyncio.ensure_future(one.call("forget", {}))
        await asyncio.sleep(0.2)
        assert (await one.say("combien", "after"))["ok"]  # waits for the erasure
        assert (await slow)["ok"]
        assert (await forgotten)["ok"]
        assert [text[:6] for text in one.texts()] == ["Tour 1", "Tour 1"]


async def test_forgetting_goes_on_when_the_page_is_gone(bot: Server) -> None:
    async with tab(bot) as one:
        await one.say("combien", "a")
        await one.io.emit("say", {"id": "slow", "text": "dodo"})
        await pending(bot, 1)
        await one.io.emit("forget", {})
        await asyncio.sleep(0.2)
    await pending(bot, 0)
    async with tab(bot, one.session["token"]) as back:
        assert back.session["messages"] == []
        assert back.session["token"] != one.session["token"]
        await back.say("combien", uuid4().hex)
        assert back.texts()[-1].startswith("Tour 1.")
