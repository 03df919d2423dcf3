"""The small parts of the server, each alone."""

from __future__ import annotations

import asyncio
import importlib
import io
import json
import logging
import socket
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st
from rasa.utils.endpoints import EndpointConfig
from sanic import Sanic

from tests.conftest import clean_environment
from vigie.errors import Refusal
from vigie.server import guard, health, incoming, logs, rescue, texts, turn
from vigie.server.actions import FAILED, Nonsense, RemoteActions, checked
from vigie.server.locks import MemoryLocks
from vigie.server.output import RestOutput
from vigie.server.settings import Settings
from vigie.server.standins import light
from vigie.server.threads import Exhausted, Threads


class TestSettings:
    def test_defaults(self) -> None:
        settings = Settings.from_env({})
        assert (settings.host, settings.port, settings.light) == ("127.0.0.1", 5005, True)

    def test_whatever_hangs_the_person_is_answered_within_three_seconds(self) -> None:
        settings = Settings.from_env({})
        assert settings.action_seconds < settings.turn_seconds < 3

    def test_an_option_wins_over_the_environment(self) -> None:
        assert Settings.from_env({"PORT": "1"}, port=2, host=None).port == 2

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("PORT", "x"),
            ("PORT", "70000"),
            ("HOST", " "),
            ("LOG_FORMAT", "xml"),
            ("VIGIE_LIGHT", "maybe"),
            ("VIGIE_ACTION_SECONDS", "-1"),
            ("VIGIE_ACTION_SECONDS", "nan"),
            ("VIGIE_UNKNOWN", "1"),
        ],
    )
    def test_a_bad_one_is_refused_by_name(self, name: str, value: str) -> None:
        with pytest.raises(Refusal, match=name):
            Settings.from_env({name: value})


class TestIncoming:
    @given(st.text())
    def test_no_text_stays_a_command_or_breaks_unicode(self, text: str) -> None:
        plain = incoming.as_plain_text(incoming.clean(text))
        assert not plain.strip().startswith("/")
        assert plain.encode("utf-8").decode("utf-8") == plain

    @given(st.binary())
    def test_any_body_is_read_or_refused(self, raw: bytes) -> None:
        try:
            assert incoming.read(raw).sender
        except incoming.BadMessage as problem:
            assert str(problem)

    @given(
        st.recursive(st.none() | st.text() | st.integers(), lambda s: st.dictionaries(st.text(), s))
    )
    def test_any_json_is_read_or_refused(self, body: Any) -> None:
        self.test_any_body_is_read_or_refused.hypothesis.inner_test(  # type: ignore[attr-defined]
            self, json.dumps(body).encode()
        )


class TestHead:
    @pytest.mark.parametrize(
        "head",
        [
            b"GET / HTTP/1.1\r\nHost: a",
            b"POST / HTTP/1.1\r\nHost: a\r\ncontent-length:  7 ",
            b"POST / HTTP/1.0\r\nTransfer-Encoding: Chunked",
        ],
    )
    def test_a_good_one_passes(self, head: bytes) -> None:
        guard.check_head(head)

    @pytest.mark.parametrize("length", [b"-5", b"+5", b"", b"5 5", b"0x5", b"5\x00", "٣".encode()])
    def test_a_bad_length_is_refused(self, length: bytes) -> None:
        with pytest.raises(ValueError, match="Content-Length"):
            guard.check_head(b"POST / HTTP/1.1\r\nContent-Length: " + length)


class TestLogs:
    @pytest.fixture
    def shown(self) -> Iterator[io.StringIO]:
        """What is logged at DEBUG; everything is put back afterwards."""
        root = logging.getLogger()
        kept = (root.handlers[:], root.level, structlog.get_config())
        hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        raising = logging.raiseExceptions
        stream = io.StringIO()
        with warnings.catch_warnings():
            logs.configure("debug", "json", stream)
            warnings.simplefilter("always")
            yield stream
        root.handlers[:] = kept[0]
        root.setLevel(kept[1])
        structlog.configure(**kept[2])
        sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
        logging.raiseExceptions = raising

    def test_of_others_only_the_place_and_the_type_are_shown(self, shown: io.StringIO) -> None:
        try:
            raise ValueError("kumquat")
        except ValueError:
            logging.getLogger("rasa.core").exception(
                "said %s", "kumquat", extra={"text": "kumquat"}
            )
        structlog.get_logger().error("event", text="kumquat", sender="kumquat")
        warnings.warn("kumquat", UserWarning, stacklevel=1)
        sys.excepthook(ValueError, ValueError("kumquat"), None)
        ignored: Any = SimpleNamespace(
            exc_type=ValueError, exc_value=ValueError("kumquat"), exc_traceback=None,
            err_msg="kumquat", object="kumquat",
        )  # fmt: skip
        sys.unraisablehook(ignored)
        lines = [json.loads(line) for line in shown.getvalue().splitlines()]
        assert "kumquat" not in shown.getvalue()
        assert lines[0]["error"] == "ValueError"
        assert lines[0]["from"].startswith("rasa.core:")
        assert len(lines) == 5

    def test_a_stream_that_fails_makes_nobody_quote_what_was_logged(
        self, shown: io.StringIO, capsys: pytest.CaptureFixture[str]
    ) -> None:
        shown.close()
        logging.getLogger("rasa.core").error("said %s", "kumquat")
        assert capsys.readouterr() == ("", "")

    def test_ours_are_shown(self, shown: io.StringIO) -> None:
        logging.getLogger("vigie.x").info("modèle %s", "a", extra={"seconds": 2})
        line = json.loads(shown.getvalue())
        assert (line["message"], line["seconds"], line["level"]) == ("modèle a", 2, "info")


class TestOutput:
    async def test_one_utterance_is_one_message(self) -> None:
        output = RestOutput("me")
        await output.send_response(
            "rest:me", {"text": " a\n\nb ", "buttons": [{"title": "t", "payload": "p"}],
                        "custom": {"k": 1}, "image": None, "elements": [], "metadata": "x"},
        )  # fmt: skip
        assert output.messages == [
            {
                "recipient_id": "me",
                "text": "a\n\nb",
                "buttons": [{"title": "t", "payload": "p"}],
                "custom": {"k": 1},
            }
        ]

    async def test_nothing_said_is_no_message(self) -> None:
        output = RestOutput("me")
        await output.send_response("me", {"text": None, "buttons": []})
        assert output.messages == []


class TestActions:
    @pytest.mark.parametrize(
        "result",
        [
            None, "text", [], {"events": "x"}, {"events": ["x"]}, {"events": [{}]},
            {"events": [{"event": "nothing"}]}, {"events": [None]},
            {"responses": ["x"]}, {"responses": {"a": 1}},
        ],
    )  # fmt: skip
    def test_nonsense_is_refused(self, result: Any) -> None:
        with pytest.raises(Nonsense):
            checked(result)

    def test_a_result_passes(self) -> None:
        result = {
            "events": [{"event": "slot", "name": "a", "value": 1}],
            "responses": [{"text": "a"}],
        }
        assert checked(result) == result

    async def test_an_action_server_that_is_down_is_answered_for(self) -> None:
        noted = turn.begin()
        remote = RemoteActions(EndpointConfig(url="http://127.0.0.1:9/webhook"), 1)
        assert await remote.request(json={"next_action": "action_x"}) == FAILED
        assert noted.failures == ["action_error"]

    async def test_an_action_server_that_hangs_is_answered_for(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as silent:
            port = silent.getsockname()[1]
            noted = turn.begin()
            remote = RemoteActions(EndpointConfig(url=f"http://127.0.0.1:{port}/webhook"), 0.2)
            started = time.monotonic()
            assert await remote.request(json={"next_action": "action_x"}) == FAILED
        assert time.monotonic() - started < 60  # Rasa would wait 300 s
        assert noted.failures == ["action_timeout"]


class TestThreads:
    async def test_a_result_and_an_error_come_back(self) -> None:
        threads = Threads()
        assert await threads.call(lambda: 3, 1) == 3
        with pytest.raises(ZeroDivisionError):
            await threads.call(lambda: 1 // 0, 1)
        with pytest.raises(RuntimeError):
            await threads.call(lambda: next(iter([])), 1)

    async def test_hung_work_is_counted_until_the_bound(self) -> None:
        threads, free = Threads(most=1), threading.Event()
        with pytest.raises(asyncio.TimeoutError):
            await threads.call(free.wait, 0.05)
        assert threads.exhausted
        with pytest.raises(Exhausted):
            await threads.call(lambda: 3, 1)
        free.set()
        while threads.running:
            await asyncio.sleep(0.01)
        assert await threads.call(lambda: 3, 1) == 3


class TestLocks:
    async def test_three_messages_of_one_sender_wait_milliseconds(self) -> None:
        locks, order = MemoryLocks(), []

        async def hold(number: int) -> None:
            async with locks.lock("a"):
                order.append(number)
                await asyncio.sleep(0.01)

        started = time.monotonic()
        await asyncio.gather(*(hold(n) for n in range(3)))
        assert order == [0, 1, 2]
        assert time.monotonic() - started < 1.5  # Rasa’s own would take 2 s
        assert not locks.conversation_locks


class TestHealth:
    async def test_however_many_ask_there_is_one_probe(self) -> None:
        probes = 0

        async def probe() -> str:
            nonlocal probes
            probes += 1
            await asyncio.sleep(0.05)
            return "aucun modèle n’est chargé"

        app: Any = Sanic(f"health-{uuid4().hex}", configure_logging=False)
        app.blueprint(health.blueprint(probe, lambda: 0))
        app.finalize()
        (ready,) = (r.handler for r in app.router.routes if r.path == "health/ready")
        answers = await asyncio.gather(*(ready(None) for _ in range(20)))
        assert {answer.status for answer in answers} == {503}
        assert probes == 1

    async def test_without_the_encoder_it_is_ready_and_says_so(self) -> None:
        async def probe() -> None:
            return None

        app: Any = Sanic(f"health-{uuid4().hex}", configure_logging=False)
        app.blueprint(health.blueprint(probe, lambda: 0, without=lambda: "le paquet manque"))
        app.finalize()
        (ready,) = (r.handler for r in app.router.routes if r.path == "health/ready")
        answer = await ready(None)
        assert answer.status == 200
        assert json.loads(answer.body)["reader"] == "lecteur léger seul : le paquet manque"


class TestRescue:
    @pytest.fixture
    def rules(self, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
        """Distress rules that know one word."""
        fake = SimpleNamespace(
            detect=lambda text, before=(): "danger" if "secours" in text else None,
            reply=lambda urgency: f"Appelez ({urgency}).",
        )
        monkeypatch.setattr(importlib, "import_module", lambda name: fake)
        return fake

    def test_distress_comes_first(self, rules: SimpleNamespace) -> None:
        assert rescue.reply("au secours") == "Appelez (danger)."
        assert rescue.reply("bonjour") == texts.FAILURE

    def test_broken_rules_leave_the_hotline(
        self, rules: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(rules, "detect", lambda text, before=(): 1 // 0)
        assert texts.HOTLINE in rescue.reply("au secours")


class TestLight:
    @pytest.mark.slow
    def test_the_real_modules_still_export_what_the_stand_ins_replace(self, minibot: Path) -> None:
        """And with them a server answers as it does without: it may be needed (DIET, a switch)."""
        code = (
            "import importlib, vigie.commands.prepare as prepare, vigie.server.standins.light as light\n"
            "prepare.settings()\n"
            "for name, members in light.STAND_INS.items():\n"
            "    module = importlib.import_module(name)\n"
            "    assert all(hasattr(module, member) for member in members), name\n"
            "assert not light.install()\n"
            "from vigie.cli import app\n"
            "app(['ask', 'bonjour'])\n"
        )
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", code],
            cwd=minibot,
            env=clean_environment(VIGIE_LIGHT="0"),
            capture_output=True,
            text=True,
            timeout=600,
        )
        assert "Bonjour à vous." in done.stdout, done.stderr

    def test_the_agent_imports_without_tensorflow_and_with_nothing_else_replaced(self) -> None:
        code = (
            "import sys; from vigie.server.standins import light; assert light.install()\n"
            "import rasa.core.agent, rasa.engine.training.graph_trainer\n"
            "import rasa.graph_components.validators.default_recipe_validator\n"
            "assert 'tensorflow' not in sys.modules\n"
        )
        subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True, timeout=600)

    def test_a_real_module_that_came_first_is_left_alone(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "meta_path", [])
        monkeypatch.setitem(sys.modules, next(iter(light.STAND_INS)), ModuleType("real"))
        assert not light.install()
        assert sys.meta_path == []


def test_the_hotline_is_the_one_of_the_knowledge(project: Any) -> None:
    safety = importlib.import_module("yaml").safe_load(
        (project.knowledge / "safety.yml").read_text("utf-8")
    )
    assert (safety["phone"], safety["sms"]) == (texts.HOTLINE, texts.HOTLINE_SMS)
    assert safety["emergency"] == texts.EMERGENCY
