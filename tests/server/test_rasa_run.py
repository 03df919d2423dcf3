"""The standard commands on the same files: `rasa run`, with `rasa run actions` by endpoints.yml."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import clean_environment
from tests.server.running import free_port
from vigie.server import texts

TURN_SECONDS = 3
"""Above the deadline of an action, under that of Rasa itself, which is 300 s."""


class Rasa:
    """A command of `rasa` in a folder, until the end of the test."""

    def __init__(self, folder: Path, *args: str, **env: str) -> None:
        self._log = (folder / f"{'-'.join(args[:2])}.log").open("w+")
        self.process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "rasa", *args],
            cwd=folder,
            env=clean_environment(RASA_TELEMETRY_ENABLED="false", **env),
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )

    def answers(self, url: str) -> None:
        """Wait until `url` answers."""
        deadline = time.monotonic() + 300
        while time.monotonic() < deadline:
            assert self.process.poll() is None, self.output
            try:
                with urllib.request.urlopen(url, timeout=5):
                    return
            except OSError:
                time.sleep(0.2)
        raise AssertionError(self.output)

    @property
    def output(self) -> str:
        self._log.seek(0)
        return self._log.read()

    def end(self) -> None:
        self.process.kill()
        self.process.wait(20)
        self._log.close()


def post(url: str, body: Any) -> Any:
    """The JSON of the answer."""
    raw = json.dumps(body).encode()
    request = urllib.request.Request(url, raw, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as response:
        return json.load(response)


@pytest.fixture(scope="module")
def rasa(minibot: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Rasa]]:
    """The address of `rasa run` on the smallest bot, and its action server."""
    folder = Path(shutil.copytree(minibot, tmp_path_factory.mktemp("rasa") / "bot"))
    port, actions_port = free_port(), free_port()
    endpoints = folder / "endpoints.yml"
    default = "http://127.0.0.1:5055/webhook"
    assert default in endpoints.read_text("utf-8")
    endpoints.write_text(endpoints.read_text("utf-8").replace("5055", str(actions_port)))
    actions = Rasa(folder, "run", "actions", "--port", str(actions_port))
    env = {"VIGIE_TURN_SECONDS": str(TURN_SECONDS)}
    server = Rasa(folder, "run", "--port", str(port), "--interface", "127.0.0.1", **env)
    try:
        actions.answers(f"http://127.0.0.1:{actions_port}/health")
        server.answers(f"http://127.0.0.1:{port}/webhooks/rest/")
        yield f"http://127.0.0.1:{port}", actions
    finally:
        actions.end()
        server.end()


@pytest.mark.slow
def test_the_widget_is_served_by_rasa_run_too_and_foreign_pages_are_refused(
    rasa: tuple[str, Rasa],
) -> None:
    url, _ = rasa
    opened = post(f"{url}/webhooks/web/session", {})
    said = {"token": opened["token"], "id": "a", "text": "combien"}
    assert post(f"{url}/webhooks/web/say", said)["messages"][-1]["text"].startswith("Tour 1.")
    forgotten = post(f"{url}/webhooks/web/forget", said)
    again = {"token": forgotten["token"], "id": "b", "text": "combien"}
    assert post(f"{url}/webhooks/web/say", again)["messages"][-1]["text"].startswith("Tour 1.")
    foreign = urllib.request.Request(
        f"{url}/webhooks/web/session", b"{}", {"Origin": "https://evil.example"}
    )
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(foreign, timeout=20)
    assert refused.value.code == 403
    refused.value.close()


@pytest.mark.slow
def test_rasa_run_answers_by_its_action_server_and_is_never_silent(
    rasa: tuple[str, Rasa],
) -> None:
    url, actions = rasa
    webhook = f"{url}/webhooks/rest/webhook"

    def say(text: str) -> Any:
        (said,) = post(webhook, {"sender": "somebody", "message": text})
        return said

    assert [say("combien")["custom"]["count"] for _ in range(2)] == [1, 2]
    assert say("/restart")["text"]  # typed: no command
    assert say("combien")["custom"]["count"] == 3
    for failing in ("boum", "absurde", "dodo"):
        assert texts.HOTLINE in say(failing)["text"]
    actions.process.send_signal(signal.SIGSTOP)
    started = time.monotonic()
    assert texts.HOTLINE in say("combien")["text"]
    assert TURN_SECONDS - 0.5 < time.monotonic() - started < 60  # not the 300 s of Rasa
    actions.process.kill()
    actions.process.wait(20)
    assert say("combien")["custom"]["count"]  # in the process of `rasa run` itself


@pytest.mark.slow
def test_rasa_shell_answers_without_a_second_process(minibot: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(minibot, tmp_path / "bot"))
    endpoints = folder / "endpoints.yml"
    endpoints.write_text(endpoints.read_text("utf-8").replace("5055", str(free_port())))
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "rasa", "shell", "--port", str(free_port())],
        cwd=folder,
        env=clean_environment(RASA_TELEMETRY_ENABLED="false"),
        input="combien\n/stop\n",
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert "Tour 1." in done.stdout, done.stderr
    assert "les actions tournent dans ce processus" in done.stderr
