"""Shared by all tests: the trained model, the assistant, a smallest bot, and servers of it.

The process of the tests leaves TensorFlow out, as the server does (VIGIE_LIGHT=0 to keep it):
whatever trains a whole model does so in a process of its own.
"""

from __future__ import annotations

import fcntl
import importlib
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import sqlalchemy.util.deprecations
import structlog

from vigie.commands import prepare
from vigie.project import Project
from vigie.server.settings import Settings
from vigie.server.standins import light
from vigie.training import manifest

ROOT = Path(__file__).parent.parent
REAL = [ROOT / "tests" / name for name in ("channels/real", "cluster", "server", "web")]
PROCESSES = [
    *REAL,
    *(ROOT / "tests" / name for name in ("bench", "commands", "deploy", "training")),
]
"""Where tests start programs of their own."""
WHOLE = [ROOT / "tests" / name for name in ("coherence", "nlu")]
WHOLE += [ROOT / "tests/knowledge" / name for name in ("test_editors_page.py", "test_no_copy.py")]
"""Where tests read all that is learned from or written, or load the structure of sentences."""
TRAINED = {"archive", "minibot"}
"""The fixtures that need a model; servers and assistants ask for one of them."""
MINIBOT = Path(__file__).parent / "server" / "minibot"

Ask = Callable[[str], Awaitable[list[dict[str, Any]]]]


def pytest_configure(config: pytest.Config) -> None:
    prepare.quiet()
    importlib.import_module("sanic.app")  # it turns DeprecationWarnings on, whoever imports it
    hypothesis.settings.register_profile("vigie", deadline=None)  # the machine may be busy
    hypothesis.settings.load_profile("vigie")
    sqlalchemy.util.deprecations.SILENCE_UBER_WARNING = True  # pytest imported it before
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    if os.environ.get("VIGIE_LIGHT") != "0":
        light.install()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave alone, and try a second time, what depends on browsers, servers and their clocks, on a
    machine that others use too. The summary names each (R); one that needs it often has a fault.

    Mark as `fast` what needs no model, no program beside it and not all the data: `make test-fast`."""
    for item in items:
        if _fast(item):
            item.add_marker(pytest.mark.fast)
        if any(folder in item.path.parents for folder in REAL):
            item.add_marker(pytest.mark.alone)
            item.add_marker(pytest.mark.flaky(reruns=1))


def _fast(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))  # those that others ask for included
    alone = not {item.path, *item.path.parents}.intersection([*PROCESSES, *WHOLE])
    return alone and not fixtures & TRAINED and item.get_closest_marker("slow") is None


def clean_environment(**more: str) -> dict[str, str]:
    """The environment of a child process, without settings of whoever runs the tests."""
    ours = ("VIGIE_", "HOST", "PORT", "LOG_")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
    return {**kept, **more}


def run_vigie(folder: Path, *args: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command of `vigie` in `folder`."""
    return subprocess.run(
        [sys.executable, "-m", "vigie", *args],
        cwd=folder,
        env=clean_environment(**env),
        capture_output=True,
        text=True,
        timeout=600,
    )


@pytest.fixture(scope="session")
def project() -> Project:
    """The project itself."""
    return Project(ROOT)


@pytest.fixture(scope="session")
def archive(project: Project) -> Path:
    """The trained model of the project; trained now when the current one does not fit."""
    if not manifest.fits(project):
        done = run_vigie(ROOT, "train")
        assert done.returncode == 0, done.stdout + done.stderr
    return manifest.current(project)


@pytest.fixture(scope="session")
def assistant(project: Project, archive: Path) -> Any:
    """The assistant of the server, in this process, with the real model and actions."""
    from vigie.server.assistant import Assistant
    from vigie.server.parts import build_parts

    settings = Settings(action_seconds=20.0, turn_seconds=30.0)  # the machine may be busy
    loaded = Assistant(build_parts(project, settings), lambda: archive, settings.turn_seconds)
    loaded.start()
    return loaded


@pytest.fixture
def ask(assistant: Any, request: pytest.FixtureRequest) -> Ask:
    """Say something to the assistant, in a conversation of this test's own; the utterances."""
    from vigie.server.answer import Answerer, Limits
    from vigie.server.output import RestOutput

    answerer = Answerer("rest", Limits(seconds=30.0))
    sender = request.node.nodeid

    async def ask(text: str) -> list[dict[str, Any]]:
        output = RestOutput(sender)
        await answerer.answer(assistant.agent.handle_message, text, sender, output)
        return list(output.messages)

    return ask


@contextmanager
def one_at_a_time(lock: Path) -> Iterator[None]:
    """One worker at a time."""
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def minibot(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    """The folder of a smallest trained bot: keywords, rules, one action for each way to fail."""
    folder = tmp_path_factory.mktemp("minibot") / "bot"
    shutil.copytree(MINIBOT, folder)
    for name in ("endpoints.yml", "credentials.yml"):
        shutil.copy(ROOT / name, folder)
    kept = pytestconfig.cache.mkdir("minibot") / "models"  # of the last run: used if it fits
    with one_at_a_time(kept.with_suffix(".lock")):  # one that another worker trains is used too
        if kept.is_dir():
            shutil.copytree(kept, folder / "models")
        done = run_vigie(folder, "train")
        assert done.returncode == 0, done.stdout + done.stderr
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(folder / "models", kept)
    return folder


@pytest.fixture(scope="session")
def server(minibot: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A server of the smallest bot, its log at DEBUG, that two other sites may ask; of tests
    that leave it as it was. Nothing of a person may be in what it printed."""
    from tests.server.marks import FRIEND, SECRET, SITE, leaks
    from tests.server.running import Server

    log = tmp_path_factory.mktemp("log") / "server.log"
    env = {
        "LOG_LEVEL": "debug",
        "VIGIE_ACTION_SECONDS": "1",
        "VIGIE_REQUEST_SECONDS": "2",
        "VIGIE_ORIGINS": f"{SITE}, {FRIEND}",
        "VIGIE_SECRET": SECRET,
    }
    with Server(minibot, log, **env) as running:
        yield running
    assert leaks(running.output) == []


@pytest.fixture(scope="session")
def tight(minibot: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A server that bears little: so many turns at once, and so many messages a minute by proxy."""
    from tests.server.marks import TIGHT
    from tests.server.running import Server

    with Server(minibot, tmp_path_factory.mktemp("tight") / "server.log", **TIGHT) as running:
        yield running
