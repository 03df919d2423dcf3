"""Start, reload and stop of the real server, also when something is wrong."""

from __future__ import annotations

import errno
import json
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

import vigie
from tests.conftest import ROOT, clean_environment, run_vigie
from tests.server.running import Server, Talkers, retouch
from vigie.errors import DISK_FULL, Refusal
from vigie.project import Project
from vigie.server import assistant
from vigie.server.actions import local_actions
from vigie.server.parts import build_parts
from vigie.server.settings import Settings
from vigie.server.standins.processor import QuickAgent
from vigie.training import digest, manifest


@pytest.fixture
def bot(minibot: Path, tmp_path: Path) -> Path:
    """A copy of the smallest bot, to be broken; its model fits as it is."""
    return Path(shutil.copytree(minibot, tmp_path / "bot"))


def model_of(bot: Path) -> Path:
    model: str = json.loads((bot / "models" / "manifest.json").read_text())["model"]
    return bot / "models" / model


def refusal(bot: Path, **env: str) -> str:
    """What `vigie serve` says when it refuses to start."""
    done = run_vigie(bot, "serve", **{"PORT": "0", **env})
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done.stderr


def test_a_taken_port_is_said_at_once_in_one_sentence(minibot: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run_vigie(minibot, "serve", PORT=str(port))
    assert f"127.0.0.1:{port} est déjà prise" in done.stderr
    assert done.stderr.count("\n") == 1
    assert (done.returncode, done.stdout) == (1, "")  # before it begins to load anything


def test_no_model_is_said_in_one_sentence(bot: Path) -> None:
    shutil.rmtree(bot / "models")
    said = refusal(bot)
    assert "make train" in said
    assert said.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_said_in_one_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "vigie", "serve"],
            cwd=ROOT,
            env=clean_environment(PORT="0"),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=600,
        )
    assert (done.returncode, done.stderr) == (1, f"{DISK_FULL}\n")


def test_no_space_to_unpack_the_model_is_said_as_such(
    minibot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError from OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(QuickAgent, "load_model", fail)
    with pytest.raises(Refusal, match="plus de place sur le disque"):
        assistant.load(minibot, build_parts(Project(minibot), Settings()))


def test_an_unknown_setting_is_refused_by_name(minibot: Path) -> None:
    assert "VIGIE_TYPO" in refusal(minibot, VIGIE_TYPO="1")
    assert "VIGIE_TURN_SECONDS" in refusal(minibot, VIGIE_TURN_SECONDS="soon")


class TestWhichModelIsServed:
    def test_the_one_that_training_wrote(self, bot: Path) -> None:
        assert manifest.current(Project(bot)) == model_of(bot)

    def test_a_changed_one_is_refused(self, bot: Path) -> None:
        model_of(bot).write_bytes(model_of(bot).read_bytes() + b"x")
        with pytest.raises(Refusal, match="empreinte différente"):
            manifest.current(Project(bot))

    @pytest.mark.parametrize(
        "source",
        ["config.yml", "domain.yml", "data/nlu.yml", "data/more.yml", "knowledge/laws.yml"],
    )
    def test_one_of_other_sources_is_refused(self, bot: Path, source: str) -> None:
        (bot / source).parent.mkdir(exist_ok=True)
        with (bot / source).open("a") as file:
            file.write("# changed\n")
        with pytest.raises(Refusal, match="ne correspond plus aux connaissances, aux données"):
            manifest.current(Project(bot))

    def test_the_code_that_understands_is_one_of_its_sources(
        self, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        code = Path(shutil.copytree(ROOT / "vigie", tmp_path / "vigie"))
        before = digest.compute(project)
        monkeypatch.setattr(digest, "CODE", code)
        assert digest.compute(project) == before
        with (code / "nlu" / "text.py").open("a") as file:
            file.write("# changed\n")
        assert digest.compute(project) != before

    def test_one_outside_of_the_folder_is_refused(self, bot: Path) -> None:
        written = bot / "models" / "manifest.json"
        content = json.loads(written.read_text())
        moved = model_of(bot).rename(bot / "elsewhere.tar.gz")
        for name in (f"../{moved.name}", str(moved), moved.name):
            written.write_text(json.dumps({**content, "model": name}))
            with pytest.raises(Refusal, match="manque"):
                manifest.current(Project(bot))


def test_actions_that_do_not_import_are_said_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken_actions").mkdir()
    (tmp_path / "broken_actions" / "__init__.py").write_text("import nothing_of_that_name\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(Refusal, match="nothing_of_that_name"):
        local_actions(1, "broken_actions")


@pytest.mark.filterwarnings("ignore")  # Rasa's own: it would take another store
def test_a_store_that_does_not_exist_is_said_in_one_sentence(bot: Path) -> None:
    (bot / "endpoints.yml").write_text("tracker_store: {type: vigie.server.store.Absent}\n")
    with pytest.raises(Refusal, match="Absent"):
        build_parts(Project(bot), Settings())


def test_a_model_that_does_not_answer_is_refused(bot: Path) -> None:
    (bot / "endpoints.yml").write_text("tracker_store: {type: fragile.FragileStore}\n")
    (bot / "store-breaks").write_text("raises")
    assert "ne convient pas : une question d’essai échoue (ConnectionError)" in refusal(bot)


def widget(server: Server, token: str, key: str) -> str:
    """What the web channel answers to "combien" in the session of `token`."""
    body = {"token": token, "id": key, "text": "combien"}
    messages = server.request("POST", "/webhooks/web/say", body).json["messages"]
    return str(messages[-1]["text"])


def test_reload_keeps_conversations_and_refuses_a_bad_model(bot: Path, tmp_path: Path) -> None:
    """By a signal and by the mere change of the file, while four people talk without a pause."""
    shutil.copytree(Path(vigie.__file__).parent, bot / "vigie")  # its code may change below
    with Server(bot, tmp_path / "log") as server, Talkers(server, 4) as talkers:
        written = bot / "models" / "manifest.json"
        token = server.request("POST", "/webhooks/web/session", {}).json["token"]
        assert widget(server, token, "a").startswith("Tour 1.")
        retouch(written)
        server.wait_for("en service (")
        server.signal(signal.SIGHUP)
        server.wait_for("en service (", times=2)
        assert widget(server, token, "b").startswith("Tour 2.")
        good = model_of(bot).read_bytes()
        model_of(bot).write_bytes(b"broken")
        retouch(written)
        server.wait_for("empreinte différente")
        time.sleep(2.2)  # it is tried once, not each time that the file is looked at
        model_of(bot).write_bytes(good)
        (bot / "refuse-refresh").touch()
        server.signal(signal.SIGHUP)
        server.wait_for("Les actions ne relisent pas les connaissances (ValueError)")
        (bot / "refuse-refresh").unlink()
        with (bot / "vigie" / "errors.py").open("a") as code:
            code.write("# changed\n")
        retouch(written)
        server.wait_for("Le code a changé depuis le démarrage")
        talkers.stop()
        for counts in talkers.counts:
            assert counts == list(range(1, len(counts) + 1))
            assert len(counts) > 10
        assert server.output.count("modèle refusé, l’ancien reste en service") == 3
        assert server.metric('vigie_model_reloads_total{result="loaded"}') == 2
        assert server.metric('vigie_model_reloads_total{result="refused"}') == 3


CUT = '''
import asyncio
from rasa.core.channels.channel import InputChannel
from sanic import Blueprint


class Cut(InputChannel):
    """A channel that waits, when the server stops, for what the stop has cut."""

    @classmethod
    def name(cls):
        return "cut"

    @classmethod
    def from_credentials(cls, credentials):
        return cls()

    def blueprint(self, on_new_message):
        routes = Blueprint("cut")

        async def stop(app, loop):
            waiting = asyncio.ensure_future(asyncio.sleep(60))
            loop.call_later(0.05, waiting.cancel)
            await waiting

        routes.listener("after_server_stop")(stop)
        return routes
'''


def test_what_the_stop_cuts_is_no_error(bot: Path, tmp_path: Path) -> None:
    (bot / "cut.py").write_text(CUT)
    (bot / "credentials.yml").write_text("cut.Cut: {}\n")
    with Server(bot, tmp_path / "log") as server:
        assert server.get("/").status == 200
        assert server.stop() == 0
        assert "Vigie est arrêtée" in server.output
        assert "arrêt sur erreur" not in server.output


def test_a_question_on_its_way_when_the_server_stops_is_answered(
    minibot: Path, tmp_path: Path
) -> None:
    """On connections that are kept, and on new ones that have not said a word yet."""
    asked = b"GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n"
    with Server(minibot, tmp_path / "log") as server, ExitStack() as opened:
        address = ("127.0.0.1", server.port)
        lines = [opened.enter_context(socket.create_connection(address, 10)) for _ in range(30)]
        for kept in lines[:15]:
            kept.sendall(asked)
            assert kept.recv(65_536).startswith(b"HTTP/1.1 200")
        server.signal(signal.SIGTERM)
        for _ in range(200):  # until it listens no more, which it does before it hangs up
            try:
                socket.create_connection(address, 1).close()
            except OSError:
                break
            time.sleep(0.005)
        for line in lines:
            line.sendall(asked)
        answers = [line.recv(65_536) for line in lines]
        assert all(answer.startswith(b"HTTP/1.1 200") for answer in answers)
        assert server.stop() == 0
