"""Whatever really breaks, the person is answered in French, in time, and it is counted.

One server that runs at DEBUG, on a store and an action server that the tests break for real. It
starts with everything down and no model at all, and comes back piece by piece. Nothing of a
person may be in what it printed meanwhile.
"""

from __future__ import annotations

import json
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import clean_environment
from tests.server.marks import MARKS, SENDER, leaks
from tests.server.running import Server, retouch
from vigie.server import texts

SECONDS = 6.0
DISTRESS = "Au secours, il m’a pris mon passeport et il m’enferme"

TURNS = 'vigie_turns_total{{channel="rest",outcome="{}"}}'


class ActionServer:
    """The action server of rasa_sdk, on the actions of the smallest bot."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        if self._process is not None:
            return
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-W",
                "ignore",
                "-m",
                "rasa_sdk",
                "--actions",
                "actions",
                "-p",
                str(self.port),
            ],
            cwd=self._folder,
            env=clean_environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError("the action server did not start")

    def signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(number)

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait(10)
            self._process = None


class Rig:
    """The server and all that it stands on."""

    def __init__(self, folder: Path, log: Path) -> None:
        self.folder = folder
        self.actions = ActionServer(folder)
        (folder / "endpoints.yml").write_text(
            "tracker_store: {type: fragile.FragileStore}\n"
            f"action_endpoint: {{url: 'http://127.0.0.1:{self.actions.port}/webhook'}}\n"
        )
        self.manifest = folder / "models" / "manifest.json"
        self.archive = self.manifest.parent / json.loads(self.manifest.read_text())["model"]
        self._whole = self.archive.read_bytes()
        self.manifest.parent.rename(folder / "elsewhere")
        self.store("hangs")
        env = {"VIGIE_ACTIONS": "remote", "VIGIE_DEGRADED": "1"}
        self.server = Server(folder, log, LOG_LEVEL="debug", LOG_FORMAT="json", **env)

    def store(self, breaks: str) -> None:
        (self.folder / "store-breaks").write_text(breaks)

    def corrupt(self) -> None:
        """Put half of the model where there was none."""
        shutil.copytree(self.folder / "elsewhere", self.manifest.parent)
        self.archive.write_bytes(self._whole[: len(self._whole) // 2])
        self.server.wait_for("empreinte différente")

    def mend(self) -> None:
        """Bring back all that is down."""
        self.store("")
        self.actions.start()
        if not self.manifest.is_file():
            self.corrupt()
        if self.archive.read_bytes() != self._whole:
            self.archive.write_bytes(self._whole)
            retouch(self.manifest)
            self.server.wait_for("en service (")

    def say(self, text: str, sender: str = SENDER) -> dict[str, Any]:
        """The one utterance that answers `text`, marked."""
        (said,) = self.server.say(f"{text} {MARKS}", sender)
        return said

    def fails(self, text: str, outcome: str) -> None:
        """Saying `text` gets the sentence with the hotline, and is counted as `outcome`."""
        before = self.server.metric(TURNS.format(outcome))
        said = self.say(text)["text"]
        assert said == texts.FAILURE
        assert texts.HOTLINE in said
        assert self.server.metric(TURNS.format(outcome)) == before + 1

    def not_ready(self) -> str:
        """Why the server is not ready; it asks itself every five seconds only."""
        deadline = time.monotonic() + 10
        while (ready := self.server.get("/health/ready")).status != 503:
            assert time.monotonic() < deadline
            time.sleep(0.2)
        return str(ready.json["reason"])

    def fails_as_action(self, kind: str) -> None:
        """A turn that needs an action fails, and the action is counted as `kind`."""
        series = f'vigie_action_failures_total{{kind="{kind}"}}'
        before = self.server.metric(series)
        self.fails("combien", "failed")
        assert self.server.metric(series) == before + 1


@pytest.fixture(scope="module")
def ruins(minibot: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rig]:
    """All is down: no model, a store that hangs, no action server."""
    folder = tmp_path_factory.mktemp("ruins") / "bot"
    rig = Rig(Path(shutil.copytree(minibot, folder)), folder.parent / "log")
    try:
        with rig.server:
            yield rig
            # By the server's own clock, and with room for a busy machine: on one that is not, the
            # deadlines make it less than 3 s (see TestSettings).
            times = 'vigie_turn_seconds_{}{{channel="rest"{}}}'
            in_time = rig.server.metric(times.format("bucket", f',le="{SECONDS}"'))
            assert in_time == rig.server.metric(times.format("count", "")) > 0
        assert leaks(rig.server.output) == []
        lines = rig.server.output.splitlines()
        assert all(json.loads(line) for line in lines if line.startswith("{"))
        assert len(lines) > 100  # it did run at DEBUG
    finally:
        rig.actions.kill()


@pytest.fixture
def rig(ruins: Rig) -> Rig:
    """All is well."""
    ruins.mend()
    return ruins


def test_with_model_store_and_actions_down_everybody_is_answered(ruins: Rig) -> None:
    ruins.fails("combien", "error")
    ready = ruins.server.get("/health/ready")
    assert (ready.status, ready.json["reason"]) == (503, "aucun modèle n’est chargé")
    assert ruins.server.metric("vigie_ready") == 0


def test_with_model_store_and_actions_down_distress_is_answered_as_such(ruins: Rig) -> None:
    said = ruins.say(DISTRESS)["text"]
    assert said != texts.FAILURE
    assert texts.EMERGENCY in said
    assert texts.HOTLINE in said


def test_half_a_model_is_refused_and_everybody_is_answered(ruins: Rig) -> None:
    ruins.corrupt()
    ruins.fails("combien", "error")
    assert ruins.not_ready() == "aucun modèle n’est chargé"


def test_all_is_well_again(rig: Rig) -> None:
    assert rig.say("combien", "well")["custom"]["count"] == 1
    assert rig.say("combien", "well")["custom"]["count"] == 2


@pytest.mark.parametrize(("breaks", "outcome"), [("hangs", "timeout"), ("raises", "error")])
def test_a_store_that_is_down(rig: Rig, breaks: str, outcome: str) -> None:
    sender = f"{SENDER}-{breaks}"
    assert rig.say("combien", sender)["custom"]["count"] == 1
    rig.store(breaks)
    rig.fails("combien", outcome)
    assert texts.EMERGENCY in rig.say(DISTRESS)["text"]
    if breaks == "raises":  # a probe of a store that hangs takes 10 s
        assert "une question d’essai échoue (ConnectionError)" in rig.not_ready()
    rig.store("")
    assert rig.say("combien", sender)["custom"]["count"] == 2


def test_an_action_server_that_hangs(rig: Rig) -> None:
    rig.actions.signal(signal.SIGSTOP)
    try:
        rig.fails_as_action("timeout")
        assert texts.EMERGENCY in rig.say(DISTRESS.replace("Au", "combien, au"))["text"]
        assert rig.say("bonjour")["text"] == "Bonjour à vous."
    finally:
        rig.actions.signal(signal.SIGCONT)
    assert rig.say("combien", "after-the-hang")["custom"]["count"] == 1


def test_an_action_server_that_is_killed_and_comes_back(rig: Rig) -> None:
    rig.actions.kill()
    rig.fails_as_action("error")
    rig.actions.start()
    assert rig.say("combien", "after-the-kill")["custom"]["count"] == 1


@pytest.mark.parametrize("text", ["boum", "absurde", "muet"])
def test_an_action_that_raises_answers_nonsense_or_nothing(rig: Rig, text: str) -> None:
    rig.fails(text, "silent" if text == "muet" else "failed")


def test_a_message_that_is_too_long(rig: Rig) -> None:
    said = rig.say("combien " + "a" * 2_000)["text"]
    assert said == texts.too_long(2_000)
    assert texts.HOTLINE in said
    assert rig.server.metric(TURNS.format("too_long")) == 1
    assert texts.EMERGENCY in rig.say(DISTRESS + " " * 10 + "a" * 2_000)["text"]


def test_errors_say_nothing_of_what_was_sent(rig: Rig) -> None:
    server = rig.server
    bodies = [
        server.post({"message": {"text": MARKS}, "sender": SENDER}),
        server.post(f'{{"message": "{MARKS}'.encode()),
        server.post({"message": "a", "sender": SENDER * 20}),
        server.get(f"/{SENDER}?q={SENDER}"),
        server.request("BREW", f"/{SENDER}", None),
        server.request("POST", "/webhooks/rest/webhook", None, Origin=f"https://{SENDER}.example"),
        server.get("/metrics"),
    ]
    raw = [
        server.raw(f"GET /{SENDER} HTTP/9\r\n{SENDER}: {MARKS}\r\n\r\n".encode()),
        server.raw(f"{SENDER}\r\n\r\n".encode()),
        server.raw(f"POST /{SENDER} HTTP/1.1\r\nContent-Length: {SENDER}\r\n\r\n".encode()),
    ]
    shown = b"".join([body.body for body in bodies] + raw).decode()
    assert leaks(shown) == []
