"""A real Matrix server with real clients, and the assistant as its application service."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.channels.matrix.people import People, Person
from tests.channels.matrix.synapse import BOT, Synapse, lacking
from tests.channels.running import KEY
from tests.conftest import ROOT, run_vigie
from tests.server.running import Server, free_port

AS_TOKEN = "as-token-of-a-test-d2f1c6"
HS_TOKEN = "hs-token-of-a-test-9b07e4"


@dataclass
class Matrix:
    """A homeserver, the people on it, and Vigie."""

    folder: Path
    port: int
    synapse: Synapse
    people: People
    vigie: Server

    def newcomer(self) -> Person:
        """Somebody new."""
        return self.people.newcomer()

    def start_vigie(self) -> None:
        """Start it again where it was, with what it remembers, and wait until it answers."""
        self.vigie = vigie_on(self.folder, self.port)
        self.vigie.__enter__()

    @property
    def logs(self) -> str:
        """All that Vigie wrote to its log."""
        return "".join(log.read_text("utf-8") for log in self.folder.glob("vigie-*.log"))


def environment(port: int) -> dict[str, str]:
    """Secrets and settings of Vigie on `port`."""
    return {
        "MATRIX_AS_TOKEN": AS_TOKEN,
        "MATRIX_HS_TOKEN": HS_TOKEN,
        "VIGIE_SECRET": KEY,
        "VIGIE_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "VIGIE_SENDER_RATE": "0",
        "LOG_LEVEL": "debug",
    }


def vigie_on(folder: Path, port: int) -> Server:
    """Start Vigie; each start has a log of its own."""
    log = folder / f"vigie-{len(list(folder.glob('vigie-*.log')))}.log"
    return Server(folder, log, port, **environment(port))


def command(folder: Path, port: int, *words: str) -> str:
    """What `vigie channels …` prints."""
    done = run_vigie(folder, "channels", *words, **environment(port))
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def matrix(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Matrix]:
    """All of them, introduced to each other as docs/canaux/matrix.md says."""
    if why := lacking():
        pytest.skip(why)
    folder = tmp_path_factory.mktemp("matrix")
    for item in ROOT.iterdir():
        if item.name not in ("credentials.yml", "tests", ".vigie"):
            (folder / item.name).symlink_to(item)
    home, port = folder / "homeserver", free_port()
    home.mkdir()
    synapse = Synapse(home, home / "vigie.yaml")
    entry = {
        "as_token": "${MATRIX_AS_TOKEN}",
        "hs_token": "${MATRIX_HS_TOKEN}",
        "user_id": BOT,
        "base_url": synapse.url,
        "contact": "equipe@vigie.example",
    }
    written = yaml.safe_dump({"vigie.channels.matrix.MatrixChannel": entry})
    (folder / "credentials.yml").write_text(written, "utf-8")
    (home / "vigie.yaml").write_text(command(folder, port, "registration", "matrix"), "utf-8")
    with synapse, People(synapse.url, home / "people.log") as people:
        running = Matrix(folder, port, synapse, people, vigie_on(folder, port))
        try:
            synapse.ready()
            running.vigie.__enter__()
            command(folder, port, "register", "matrix")
            yield running
        finally:
            running.vigie.stop()
