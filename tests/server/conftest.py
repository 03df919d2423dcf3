"""One real server for the tests that leave it as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.running import Server


@pytest.fixture(scope="session")
def server(minibot: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of the smallest bot, its log at DEBUG."""
    log = tmp_path_factory.mktemp("log") / "server.log"
    with Server(minibot, log, LOG_LEVEL="debug", VIGIE_ACTION_SECONDS="1") as running:
        yield running
