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

import vigie
from tests.conftest import run_vigie
from tests.server.running import Server, Talkers, retouch
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


def test_a_model_of_tensorflow_or_a_switch_keeps_tensorflow(minibot: Path) -> None:
    done = run_vigie(minibot, "ask", "bonjour", VIGIE_LIGHT="0")
    assert "Bonjour à vous." in done.stdout


def test_reload_keeps_conversations_and_refuses_a_bad_model(bot: Path, tmp_path: Path) -> None:
    """By a signal and by the mere change of the file, while four people talk without a pause."""
    shutil.copytree(Path(vigie.__file__).parent, bot / "vigie")  # its code may change below
    with Server(bot, tmp_path / "log") as server, Talkers(server, 4) as talkers:
        manifest = bot / "models" / "manifest.json"
        retouch(manifest)
        server.wait_for("en service (")
        server.signal(signal.SIGHUP)
        server.wait_for("en service (", times=2)
        good = model_of(bot).read_bytes()
        model_of(bot).write_bytes(b"broken")
        retouch(manifest)
        server.wait_for("empreinte différente")
        time.sleep(2.5)  # it is tried once, not each time that the file is looked at
        model_of(bot).write_bytes(good)
        (bot / "refuse-refresh").touch()
        server.signal(signal.SIGHUP)
        server.wait_for("Les actions ne relisent pas les connaissances (ValueError)")
        (bot / "refuse-refresh").unlink()
        with (bot / "vigie" / "errors.py").open("a") as code:
            code.write("# changed\n")
        retouch(manifest)
        server.wait_for("Le code a changé depuis le démarrage")
        talkers.stop()
        for counts in talkers.counts:
            assert counts == list(range(1, len(counts) + 1))
            assert len(counts) > 10
        assert talkers.slowest < 2
        assert server.output.count("modèle refusé, l’ancien reste en service") == 3
        assert server.metric('vigie_model_reloads_total{result="loaded"}') == 2
        assert server.metric('vigie_model_reloads_total{result="refused"}') == 3


def test_a_degraded_server_takes_the_first_model_that_comes(bot: Path, tmp_path: Path) -> None:
    (bot / "models").rename(bot / "elsewhere")
    with Server(bot, tmp_path / "log", VIGIE_DEGRADED="1") as server:
        (said,) = server.say("bonjour")
        assert texts.HOTLINE in said["text"]
        ready = server.get("/health/ready")
        assert (ready.status, ready.json["reason"]) == (503, "aucun modèle n’est chargé")
        shutil.copytree(bot / "elsewhere", bot / "models")
        server.wait_for("en service (")
        assert server.say("bonjour")[0]["text"] == "Bonjour à vous."


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
