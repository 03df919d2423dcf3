"""One real server for the tests that leave it as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.marks import leaks
from tests.server.running import Server


@pytest.fixture(scope="session")
def server(minibot: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of the smallest bot, its log at DEBUG, that one other site may ask."""
    log = tmp_path_factory.mktemp("log") / "server.log"
    env = {
        "LOG_LEVEL": "debug",
        "VIGIE_ACTION_SECONDS": "1",
        "VIGIE_REQUEST_SECONDS": "2",
        "VIGIE_ORIGINS": "https://site.example, http://localhost:8000",
    }
    with Server(minibot, log, **env) as running:
        yield running
    assert leaks(running.output) == []


PENDING = 8


@pytest.fixture(scope="session")
def tight(minibot: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that bears little: eight turns at once, and through a proxy two messages each."""
    log = tmp_path_factory.mktemp("tight") / "server.log"
    env = {
        "VIGIE_MAX_PENDING": str(PENDING),
        "VIGIE_SENDER_RATE": "2",
        "VIGIE_ADDRESS_RATE": "5",
        "VIGIE_TRUSTED_PROXIES": "127.0.0.1",
    }
    with Server(minibot, log, **env) as running:
        yield running
