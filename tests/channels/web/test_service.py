"""The service in this process, where things go wrong that a server cannot be made to do."""

from __future__ import annotations

import asyncio
from typing import Any, Optional
from unittest import mock

from vigie.channels.web.elsewhere import Elsewhere
from vigie.channels.web.erasing import restarting
from vigie.channels.web.room import Client, Room
from vigie.channels.web.service import Service, Tools
from vigie.channels.web.sessions import Sessions
from vigie.channels.web.texts import NOT_ERASED
from vigie.channels.web.token import Signer
from vigie.channels.web.wire import Forget, Opening, Say
from vigie.server.answer import Answerer, Limits
from vigie.server import rescue
from vigie.server.rates import Buckets, Rates


class Bench:
    """A service whose assistant repeats what it is told."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, Any]] = []
        self.heard: list[Any] = []
        self.erased: list[str] = []
        self.broken: set[str] = set()
        self.sessions = Sessions(60)
        self.signer = Signer("", 60)
        self.room = Room(self.signer, Elsewhere(self.sessions, self.signer), self, 2_000)
        rates = Rates(Buckets(3), Buckets(0))
        answerer = Answerer("web", Limits())
        tools = Tools(answerer, rates, self.handle, self.erase, "equipe@exemple.org")
        self.service = Service(tools, self.room)
        self.client = Client(self.room.open(Opening())[0], "8.8.8.8")

    async def handle(self, message: Any) -> None:
        self.heard.append(message)
        said: dict[str, Any] = {"text": message.text}
        if message.text == "efface tout":
            said["custom"] = {"kind": "talk", "erased": True}
        await message.output_channel.send_response("", said)

    async def erase(self, sender: str) -> None:
        if "erase" in self.broken:
            raise OSError("store down")
        self.erased.append(sender)

    async def publish(self, session: str, event: str, data: Any, skip: Optional[str]) -> None:
        if "publish" in self.broken:
            raise OSError("socket down")
        self.sent.append((event, data))

    def of(self, session: str) -> list[Client]:
        return [self.client] if self.client.token.session == session else []

    async def follow(self, client: Client, left: str) -> None:
        """There is one window, and no room."""

    async def say(self, key: str, text: str = "bonjour") -> dict[str, Any]:
        return await self.service.say(self.client, Say(id=key, text=text))


async def test_an_erasure_that_fails_is_admitted() -> None:
    bench = Bench()
    bench.broken.add("erase")
    ack = await bench.service.forget(bench.client, Forget())
    assert (ack["ok"], ack["error"], ack["text"]) == (False, "failed", NOT_ERASED)
    bench.broken.clear()
    assert bench.room.read(bench.client.token.text), "to be tried again"
    assert (await bench.service.forget(bench.client, Forget()))["ok"]


async def test_who_wants_a_person_is_told_whom_to_write_to_as_on_the_other_channels() -> None:
    bench = Bench()
    await bench.say("a", "Je voudrais parler à une personne, svp")
    (told,) = [data for event, data in bench.sent if data.get("type") == "message"]
    assert "equipe@exemple.org" in told["text"] and "1-888-373-7888" in told["text"]
    assert not bench.heard
    for text in ("quelle personne préside la PITF ?", "hablar con alguien"):
        await bench.say(text, text)
        assert bench.heard.pop().text == text, "the assistant's to answer"


async def test_who_calls_for_help_by_asking_for_a_person_is_heard_by_the_assistant() -> None:
    """Whatever the rules take for a call goes before the contact."""
    bench = Bench()
    with mock.patch.object(rescue, "distress_reply", lambda *said: "1-888-373-7888"):
        await bench.say("a", "Je voudrais parler à une personne")
        assert [one.text for one in bench.heard] == ["Je voudrais parler à une personne"]


async def test_what_is_erased_is_the_sender_that_rasa_knows() -> None:
    bench = Bench()
    await bench.say("a")
    session = bench.client.token.session
    await bench.service.forget(bench.client, Forget())
    assert bench.erased == [bench.heard[0].sender_id]
    assert session not in bench.erased[0]
    await bench.say("b")
    assert bench.heard[1].sender_id not in bench.erased


async def test_a_turn_that_breaks_may_be_tried_again() -> None:
    bench = Bench()
    bench.broken.add("publish")
    assert (await bench.say("a"))["error"] == "failed"
    bench.broken.clear()
    assert (await bench.say("a"))["ok"]


async def test_erasing_by_a_message_leaves_nothing_to_replay_in_any_window() -> None:
    bench = Bench()
    await bench.say("a", "Je m’appelle Zéphyrine")
    before = bench.room.open(Opening(token=bench.client.token.text))[1]["stream"]
    ack = await bench.say("b", "efface tout")
    assert ack["erased"]
    assert ack["stream"] != before
    told = [(event, data.get("cause") or data["text"]) for event, data in bench.sent[-2:]]
    assert told == [("session", "forgotten"), ("message", "efface tout")]
    state = bench.room.open(Opening(token=bench.client.token.text, stream=before, last=2))[1]
    assert [m["text"] for m in state["messages"]] == ["efface tout"]
    assert "erased" not in state["messages"][0]
    assert await bench.say("b", "efface tout") == ack  # sent again: not a second turn
    assert len(bench.heard) == 2


async def test_a_dropped_session_goes_on_in_a_new_stream_that_is_announced() -> None:
    bench = Bench()
    await bench.say("a")
    bench.sessions._kept.clear()
    assert (await bench.say("b"))["last"] == 2
    events = [(event, data.get("cause")) for event, data in bench.sent]
    assert ("session", "renewed") in events
    senders = {message.sender_id for message in bench.heard}
    assert len(senders) == 1


async def test_too_many_messages_are_refused_and_may_be_sent_again_but_distress_passes() -> None:
    bench = Bench()
    assert [(await bench.say(key))["ok"] for key in "abc"] == [True] * 3
    refused = await bench.say("d")
    assert (refused["error"], refused["retry_after"]) == ("rate", 10)
    assert (await bench.say("c"))["ok"]  # already answered
    assert (await bench.say("e", "Aidez-moi, au secours"))["ok"]
    assert bench.sent[-1][1]["kind"] == "safety"
    assert len(bench.heard) == 3


async def test_when_stopping_nothing_new_is_begun_and_what_runs_is_waited_for() -> None:
    bench = Bench()
    turn = asyncio.ensure_future(bench.say("a"))
    for _ in range(2):
        await asyncio.sleep(0)
    await bench.service.finish(1)
    assert (await turn)["ok"]
    assert (await bench.say("b"))["error"] == "stopping"


async def test_without_a_store_of_ours_rasa_restarts_the_conversation() -> None:
    bench = Bench()
    await restarting(bench.handle)("web:somebody")
    (message,) = bench.heard
    assert (message.sender_id, message.parse_data["intent"]["name"]) == ("web:somebody", "restart")
