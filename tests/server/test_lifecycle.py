"""Start, reload and stop of the real server, also when something is wrong."""

from __future__ import annotations

import json
import shutil
import signal
import socket
import threading
import time
from pathlib import Path

import pytest

from tests.conftest import run_vigie
from tests.server.running import Server
from vigie.server import texts


@pytest.fixture
def bot(minibot: Path, tmp_path: Path) -> Path:
    """A copy of the smallest bot, to be broken; its model fits as it is."""
    return Path(shutil.copytree(minibot, tmp_path / "bot"))


def model_of(bot: Path) -> Path:
    return bot / "models" / json.loads((bot / "models" / "manifest.json").read_text())["model"]


def refusal(bot: Path, **env: str) -> str:
    """What `vigie serve` says when it refuses to start."""
    done = run_vigie(bot, "serve", **{"PORT": "0", **env})
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done.stderr


def test_a_taken_port_is_said_in_one_sentence(minibot: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert f"127.0.0.1:{port} est déjà prise" in refusal(minibot, PORT=str(port))


def test_no_model_is_said_in_one_sentence(bot: Path) -> None:
    shutil.rmtree(bot / "models")
    assert "make train" in refusal(bot)


def test_a_changed_model_is_refused(bot: Path) -> None:
    model_of(bot).write_bytes(model_of(bot).read_bytes() + b"x")
    assert "empreinte différente" in refusal(bot)


def test_a_model_of_other_data_is_refused(bot: Path) -> None:
    with (bot / "data" / "nlu.yml").open("a") as data:
        data.write("# changed\n")
    assert "ne correspond plus" in refusal(bot)


def test_a_model_outside_of_the_folder_is_refused(bot: Path) -> None:
    manifest = bot / "models" / "manifest.json"
    content = json.loads(manifest.read_text())
    moved = model_of(bot).rename(bot / "elsewhere.tar.gz")
    manifest.write_text(json.dumps({**content, "model": f"../{moved.name}"}))
    assert "manque" in refusal(bot)


def test_an_unknown_setting_is_refused_by_name(minibot: Path) -> None:
    assert "VIGIE_TYPO" in refusal(minibot, VIGIE_TYPO="1")
    assert "VIGIE_TURN_SECONDS" in refusal(minibot, VIGIE_TURN_SECONDS="soon")


def test_actions_that_do_not_import_are_said_in_one_sentence(bot: Path) -> None:
    (bot / "actions" / "broken.py").write_text("import nothing_of_that_name\n")
    assert "nothing_of_that_name" in refusal(bot)


def test_a_store_that_does_not_exist_is_said_in_one_sentence(bot: Path) -> None:
    (bot / "endpoints.yml").write_text("tracker_store: {type: vigie.server.store.Absent}\n")
    assert "vigie.server.store.Absent" in refusal(bot)


def test_a_model_that_does_not_answer_is_refused(bot: Path) -> None:
    rules = bot / "data" / "rules.yml"
    rules.write_text(rules.read_text("utf-8").replace("utter_bonjour", "action_boom"))
    assert run_vigie(bot, "train").returncode == 0
    assert "question d’essai échoue (action_error)" in refusal(bot)


def test_without_a_model_a_degraded_server_still_gives_the_hotline(
    bot: Path, tmp_path: Path
) -> None:
    shutil.rmtree(bot / "models")
    with Server(bot, tmp_path / "log", VIGIE_DEGRADED="1") as server:
        (said,) = server.say("bonjour")
        assert texts.HOTLINE in said["text"]
        ready = server.get("/health/ready")
        assert (ready.status, ready.json["reason"]) == (503, "aucun modèle n’est chargé")


def test_a_model_of_tensorflow_or_a_switch_keeps_tensorflow(minibot: Path) -> None:
    done = run_vigie(minibot, "ask", "bonjour", VIGIE_LIGHT="0")
    assert "Bonjour à vous." in done.stdout


def wait_for(server: Server, sentence: str) -> None:
    deadline = time.monotonic() + 20
    while sentence not in server.output:
        assert time.monotonic() < deadline, server.output
        time.sleep(0.05)


def test_reload_keeps_conversations_and_refuses_a_bad_model(bot: Path, tmp_path: Path) -> None:
    with Server(bot, tmp_path / "log") as server:
        stop = threading.Event()
        counts: list[int] = []

        def talk() -> None:
            while not stop.is_set():
                counts.append(server.say("combien", "reloads")[0]["custom"]["count"])

        thread = threading.Thread(target=talk)
        thread.start()
        try:
            server.signal(signal.SIGHUP)
            wait_for(server, "en service (")
            good = model_of(bot).read_bytes()
            model_of(bot).write_bytes(b"broken")
            server.signal(signal.SIGHUP)
            wait_for(server, "modèle refusé, l’ancien reste en service")
            model_of(bot).write_bytes(good)
            (bot / "refuse-refresh").touch()
            server.signal(signal.SIGHUP)
            wait_for(server, "Les actions ne relisent pas les connaissances (ValueError)")
            time.sleep(0.3)
        finally:
            stop.set()
            thread.join()
        assert counts == list(range(1, len(counts) + 1))
        assert len(counts) > 10
        metrics = server.get("/metrics").body.decode()
        assert 'vigie_model_reloads_total{result="loaded"} 1.0' in metrics
        assert 'vigie_model_reloads_total{result="refused"} 2.0' in metrics


def test_a_turn_in_flight_is_answered_before_the_server_stops(
    minibot: Path, tmp_path: Path
) -> None:
    with Server(minibot, tmp_path / "log", VIGIE_ACTION_SECONDS="1.5") as server:
        got: list[str] = []
        turn = threading.Thread(target=lambda: got.append(server.say("dodo")[0]["text"]))
        turn.start()
        time.sleep(0.5)
        assert server.stop() == 0
        turn.join()
    assert texts.HOTLINE in got[0]
    assert "error" not in server.output.replace("error   vigie", "")


def test_overload_is_told_to_come_back(minibot: Path, tmp_path: Path) -> None:
    with Server(minibot, tmp_path / "log", VIGIE_MAX_PENDING="1") as server:
        hung = threading.Thread(target=server.say, args=("dodo", "hung"))
        hung.start()
        time.sleep(0.5)
        busy = server.post({"message": "bonjour"})
        hung.join()
        assert busy.status == 429
        assert busy.headers["retry-after"] == "2"
        assert busy.json["error"] == texts.BUSY
        assert server.say("bonjour")[0]["text"] == "Bonjour à vous."
