"""The web channel on two replicas: one conversation, one numbering, wherever a window lands."""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass, field
from typing import Any

import pytest

from deploy.local.cluster import Cluster
from tests.channels.web.client import tab
from tests.cluster.client import Reply, post
from vigie.server import texts

_ids = itertools.count()


def first_line(entry: dict[str, Any]) -> str:
    """Of a message; what follows is the same each time."""
    return str(entry["text"]).splitlines()[0]


@dataclass
class Window:
    """A window that speaks HTTP, to whichever port it is told."""

    token: str = ""
    stream: str = ""
    last: int = 0
    texts: list[str] = field(default_factory=list)

    def open(self, port: int, seen: int = -1) -> dict[str, Any]:
        """The `session` event; what was missed since `seen` counts as heard."""
        last = self.last if seen < 0 else seen
        body = {"token": self.token or None, "stream": self.stream or None, "last": last}
        state: dict[str, Any] = json.loads(post(port, body, "/webhooks/web/session").body)
        self.token, self.stream, self.last = state["token"], state["stream"], state["last"]
        return state

    def send(self, port: int, event: str, **body: Any) -> Reply:
        """An event, with what was seen so far."""
        known = {"token": self.token, "stream": self.stream, "last": self.last}
        reply = post(port, {**known, **body}, f"/webhooks/web/{event}")
        found = json.loads(reply.body)
        self.token = found.get("token", self.token)
        self.stream, self.last = found.get("stream", self.stream), found.get("last", self.last)
        said = [first_line(e) for e in found.get("messages", []) if e["type"] == "message"]
        self.texts.extend(said)
        return reply

    def say(self, port: int, text: str, key: str = "") -> list[str]:
        """The texts that answer."""
        before = len(self.texts)
        self.send(port, "say", id=key or f"id-{next(_ids)}", text=text)
        return self.texts[before:]


@pytest.fixture
def ports(cluster: Cluster) -> tuple[int, int]:
    one, two = (replica.port for replica in cluster.replicas)
    return one, two


def test_a_window_that_lands_on_the_other_replica_misses_nothing(ports: tuple[int, int]) -> None:
    one, two = ports
    window = Window()
    stream = window.open(one)["stream"]
    assert window.say(one, "compte") == ["Tour 1."]
    assert window.say(two, "compte") == ["Tour 2."]
    assert (window.stream, window.last) == (stream, 4)

    state = window.open(one, seen=2)  # which has seen only the first turn
    assert (state["resumed"], state["stream"], state["first"]) == (True, stream, 1)
    assert [entry["n"] for entry in state["messages"]] == [3, 4]
    assert window.say(one, "compte") == ["Tour 3."]


def test_what_the_other_replica_answered_is_not_answered_again(ports: tuple[int, int]) -> None:
    one, two = ports
    window = Window()
    window.open(one)
    assert window.say(one, "compte", key="same") == ["Tour 1."]
    assert window.say(two, "compte", key="same") == []
    assert window.say(two, "compte") == ["Tour 2."]


async def test_a_socket_resumes_on_the_other_replica(cluster: Cluster) -> None:
    one, two = cluster.replicas
    async with tab(one) as here:  # type: ignore[arg-type]
        assert (await here.say("compte", "a"))["ok"]
        seen = {**here.seen, "last": 1}
    async with tab(two, **seen) as there:  # type: ignore[arg-type]
        assert there.session["resumed"]
        assert there.session["stream"] == seen["stream"]
        assert [first_line(entry) for entry in there.session["messages"]] == ["Tour 1."]
        await there.say("compte", "b")
        assert [first_line(entry) for entry in there.all("message")] == ["Tour 2."]


def test_what_is_forgotten_on_one_replica_is_told_by_none(ports: tuple[int, int]) -> None:
    one, two = ports
    window = Window()
    window.open(one)
    window.say(one, "compte")
    window.say(two, "compte")
    assert window.send(two, "forget").status == 200
    for port in (one, two):
        assert window.open(port, seen=0)["messages"] == []
    assert window.say(one, "compte") == ["Tour 1."]


def test_a_token_that_is_revoked_on_one_replica_opens_nothing_on_any(
    ports: tuple[int, int],
) -> None:
    one, two = ports
    window = Window()
    window.open(one)
    window.say(one, "compte")
    window.say(two, "compte")
    thief = Window(window.token, window.stream)
    assert window.send(two, "forget").status == 200
    for port in (one, two, one):
        assert thief.send(port, "say", id="stolen", text="compte").status == 401
        assert thief.send(port, "forget").status == 401
    assert window.say(one, "compte") == ["Tour 1."]
    assert window.say(two, "compte") == ["Tour 2."]
    state = thief.open(one, seen=0)
    assert (state["resumed"], state["messages"]) == (False, [])


async def test_a_window_on_another_replica_is_told_that_its_session_was_erased(
    cluster: Cluster,
) -> None:
    one, two = cluster.replicas
    async with tab(one) as here, tab(two, here.session["token"]) as there:  # type: ignore[arg-type]
        await here.say("compte", "a")
        await there.say("compte", "b")
        assert (await here.call("forget", {}))["ok"]
        assert (await there.say("compte", "c"))["error"] == "expired"


def test_what_is_said_while_redis_is_away_is_found_again(cluster: Cluster) -> None:
    one, two = (replica.port for replica in cluster.replicas)
    window = Window()
    window.open(one)
    window.say(one, "compte")
    cluster.redis.stop()
    assert window.say(one, "compte") == ["Tour 1.", texts.WITHOUT_CONTEXT]
    cluster.redis.start()
    cluster.redis.ready()
    for replica in cluster.replicas:
        replica.wait(lambda port=replica.port: not _is_alone(port), 10)  # type: ignore[misc]
    assert window.say(one, "compte") == ["Tour 2."]
    state = window.open(two, seen=0)
    assert state["resumed"]
    assert [entry["n"] for entry in state["messages"]] == list(range(1, 8))


def _is_alone(port: int) -> bool:
    return post(port, {"sender": "nobody", "message": "bonjour"}).without_context
