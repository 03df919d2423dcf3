"""Real servers of the web channel: the smallest bot, and the project itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.server.marks import leaks
from tests.server.running import Server


@pytest.fixture
def bot(server: Server) -> Server:
    """A server of the smallest bot, its log at DEBUG; actions may take one second."""
    return server


@pytest.fixture(scope="session")
def vigie(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of the project, with the real model, its log at DEBUG."""
    log = tmp_path_factory.mktemp("web") / "vigie.log"
    with Server(ROOT, log, LOG_LEVEL="debug") as running:
        yield running
    assert leaks(running.output) == []
