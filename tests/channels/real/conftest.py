"""A real Matrix server with real clients, a real SMS gateway, and the assistant on both.

What is not installed is left out with its reason; where CI is set, it fails.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.channels.real import bridge as deciphering
from tests.channels.real import kannel as sms
from tests.channels.real import synapse as homeserver
from tests.channels.real.air import Air
from tests.channels.real.bridge import Bridge
from tests.channels.real.kannel import Kannel
from tests.channels.real.people import People, Person
from tests.channels.real.synapse import Synapse
from tests.channels.real.vigie import Vigie

CONTACT = "equipe@vigie.example"


@dataclass(frozen=True)
class Servers:
    """All of them; only Vigie is started."""

    vigie: Vigie
    synapse: Synapse
    kannel: Kannel


@dataclass(frozen=True)
class Matrix:
    """A homeserver, the people on it, and Vigie."""

    synapse: Synapse
    people: People
    vigie: Vigie

    def newcomer(self) -> Person:
        """Somebody new."""
        return self.people.newcomer()


@dataclass(frozen=True)
class Encrypted:
    """A homeserver, people who encipher, the bridge, and Vigie."""

    synapse: Synapse
    people: People
    vigie: Vigie
    bridge: Bridge

    def newcomer(self) -> Person:
        """Somebody new."""
        return self.people.newcomer()


def need(lacking: str) -> None:
    """Leave the test out for what is `lacking`, but fail where CI is set; "" is nothing."""
    if lacking and os.environ.get("CI"):
        pytest.fail(lacking)
    if lacking:
        pytest.skip(lacking)


@pytest.fixture(scope="session")
def servers(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """Vigie, and who is to talk to it."""
    folder = tmp_path_factory.mktemp("real")
    project, home, box = (folder / name for name in ("project", "homeserver", "kannel"))
    for made in (project, home, box):
        made.mkdir()
    synapse, kannel = Synapse(home, home / "vigie.yaml"), Kannel(box)
    vigie = Vigie(
        project,
        {
            "vigie.channels.matrix.MatrixChannel": {
                "as_token": "${MATRIX_AS_TOKEN}",
                "hs_token": "${MATRIX_HS_TOKEN}",
                "user_id": homeserver.BOT,
                "base_url": synapse.url,
                "contact": CONTACT,
            },
            "vigie.channels.kannel.KannelChannel": {
                "secret": "${KANNEL_SECRET}",
                "username": sms.ACCOUNT,
                "password": "${KANNEL_PASSWORD}",
                "number": sms.NUMBER,
                "base_url": kannel.url,
                "contact": CONTACT,
            },
        },
    )
    vigie.launch()
    try:
        yield Servers(vigie, synapse, kannel)
    finally:
        vigie.server.stop()


@pytest.fixture(scope="session")
def matrix(servers: Servers) -> Iterator[Matrix]:
    """Vigie and a homeserver, introduced to each other as docs/canaux/matrix.md says."""
    need(homeserver.lacking())
    vigie, synapse = servers.vigie, servers.synapse
    assert synapse.registration is not None
    synapse.registration.write_text(vigie.command("registration", "matrix"), "utf-8")
    with synapse, People(synapse.url, synapse.folder / "people.log") as people:
        synapse.ready()
        vigie.ready()
        vigie.command("register", "matrix")
        yield Matrix(synapse, people, vigie)


@pytest.fixture(scope="session")
def air(servers: Servers) -> Iterator[Air]:
    """Phones, the gateway, and Vigie."""
    need(sms.lacking())
    servers.kannel.configure(servers.vigie.port)
    with servers.kannel as kannel:
        servers.vigie.ready()
        with Air(kannel.smsc) as air:
            yield air


@pytest.fixture(scope="session")
def encrypted(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Encrypted]:
    """The bridge between Vigie and a homeserver of its own, as docs/canaux/matrix.md says."""
    need(homeserver.lacking() or deciphering.lacking())
    folder = tmp_path_factory.mktemp("encrypted")
    project, home, keys = (folder / name for name in ("project", "homeserver", "keys"))
    for made in (project, home, keys):
        made.mkdir()
    bridge = Bridge(project, folder / "bridge.log")
    people_log = folder / "people.log"
    with (
        Synapse(home, None) as synapse,
        People(synapse.url, people_log, deciphering.PYTHON, keys) as people,
    ):
        synapse.ready()
        vigie = Vigie(project, {})
        entry = bridge.entry(synapse.url, f"http://127.0.0.1:{vigie.port}")
        vigie.configure({"vigie.channels.matrix.encrypted.EncryptedMatrixChannel": entry})
        vigie.more.update(
            MATRIX_E2E_TOKEN=deciphering.TOKEN,
            MATRIX_E2E_STORE_KEY=deciphering.STORE_KEY,
            MATRIX_E2E_ACCESS_TOKEN=deciphering.account(synapse.url),
        )
        bridge.environment = vigie.environment
        vigie.launch()
        try:
            bridge.start()  # it waits for Vigie
            vigie.ready()
            yield Encrypted(synapse, people, vigie, bridge)
        finally:
            bridge.stop()
            vigie.server.stop()
