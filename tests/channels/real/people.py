"""People who write to the bot from a real Matrix client."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

from tests.channels.real.synapse import BOT, PYTHON
from tests.channels.running import fresh
from tests.conftest import clean_environment

SCRIPT = Path(__file__).parent / "nio_people.py"


class People:
    """The clients of all people, in one process."""

    def __init__(
        self, url: str, log: Path, python: Path = PYTHON, keys: Path | None = None
    ) -> None:
        self.heard: list[dict[str, Any]] = []
        """Every event that reached somebody, in its order: hears (the name), room, event."""
        self._answers: dict[int, queue.SimpleQueue[dict[str, Any]]] = {}
        with log.open("wb") as errors:
            self._process = subprocess.Popen(
                [python, SCRIPT, url, *([keys] if keys else [])],
                env=clean_environment(PYTHONPATH=""),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
            )
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._ready = threading.Event()

    def __enter__(self) -> People:
        self._thread.start()
        assert self._ready.wait(90), "the client did not start"
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._thread.join(10)
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()
        self._process.wait(10)

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            told = json.loads(line)
            if "hears" in told:
                self.heard.append(told)
            elif "number" in told:
                self._answers.pop(told["number"]).put(told)
            else:
                self._ready.set()

    def call(self, name: str, call: str, **how: Any) -> dict[str, Any]:
        """Have the client of `name` make a call of nio; what came of it."""
        number = fresh()
        answer = self._answers[number] = queue.SimpleQueue()
        order = {"number": number, "as": name, "call": call, "with": how}
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()
        told = answer.get(timeout=90)
        assert "error" not in told, told
        return told

    def newcomer(self) -> Person:
        """Somebody new, with an account of their own."""
        name = f"person{fresh()}"
        return Person(self, name, self.call(name, "register"))


class Person:
    """Somebody, in one room at a time."""

    def __init__(self, people: People, name: str, registered: dict[str, Any]) -> None:
        self.user_id: str = registered["user_id"]
        self._token: str = registered["access_token"]
        self.room = ""
        self._people = people
        self._name = name

    def call(self, call: str, **how: Any) -> dict[str, Any]:
        """See `People.call`."""
        return self._people.call(self._name, call, **how)

    def opens(self, *invited: str, **how: Any) -> str:
        """Open a room and invite `invited`, the bot by default; its name."""
        self.room = self.call("room_create", invite=invited or [BOT], **how)["room_id"]
        return self.room

    def enters(self, room: str) -> None:
        """Follow an invitation."""
        self.room = self.call("join", room_id=room)["room_id"]

    def sends(self, kind: str, unverified: bool = False, **content: Any) -> str:
        """Send an event, also to devices that were not compared; its name."""
        how: dict[str, Any] = {"room_id": self.room, "message_type": kind, "content": content}
        if unverified:
            how["ignore_unverified_devices"] = True
        return str(self.call("room_send", **how)["event_id"])

    def sends_as_is(self, url: str, kind: str, **content: Any) -> None:
        """Send an event to the homeserver at `url`, which no client has looked at."""
        room, name = urllib.parse.quote(self.room), fresh()
        request = urllib.request.Request(
            f"{url}/_matrix/client/v3/rooms/{room}/send/{kind}/{name}",
            json.dumps({"device_id": "X", "sender_key": "x", **content}).encode(),
            {"Authorization": f"Bearer {self._token}"},
            method="PUT",
        )
        urllib.request.urlopen(request, timeout=30).close()

    def says(self, body: str, **content: Any) -> str:
        """Write a message; its name."""
        return self.sends("m.room.message", msgtype="m.text", body=body, **content)

    def events(self) -> list[dict[str, Any]]:
        """What the bot wrote in this room."""
        return self._all("m.room.message")

    def _all(self, kind: str) -> list[dict[str, Any]]:
        return [told["event"] for told in self._told(kind) if _is_bot(told)]

    def _told(self, kind: str) -> list[dict[str, Any]]:
        """The events of a kind that others sent to this room."""
        told = [t for t in list(self._people.heard) if t["hears"] == self._name]
        return [t for t in told if t["room"] == self.room and t["event"]["type"] == kind]

    def heard(self) -> list[str]:
        """The texts of the bot in this room, the first first."""
        return [event["content"]["body"] for event in self.events()]

    def secret(self) -> list[bool]:
        """Of each text of the bot in this room, whether it came enciphered."""
        return [t["secret"] for t in self._told("m.room.message") if _is_bot(t)]

    def arrivals(self) -> list[str]:
        """Who else came into this room."""
        joined = (t["event"] for t in self._told("m.room.member"))
        return [e["sender"] for e in joined if e["content"]["membership"] == "join"]

    def doors(self) -> list[str]:
        """How the bot came and went: join, leave."""
        return [event["content"]["membership"] for event in self._all("m.room.member")]


def _is_bot(told: dict[str, Any]) -> bool:
    return bool(told["event"]["sender"] == BOT)
