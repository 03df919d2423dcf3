"""Fakes of the platforms, and real servers whose channels call them."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.channels.assembled import Assemble, assembling
from tests.channels.fakes.homeserver import BOT, TOKEN, Homeserver
from tests.channels.fakes.meta import Meta
from tests.channels.fakes.telegram import Telegram
from tests.channels.fakes.twilio import Twilio
from tests.channels.running import KEY, Platforms, environment, write_credentials
from tests.conftest import ROOT
from tests.server.running import Server
from vigie.channels.matrix.channel import MatrixChannel
from vigie.channels.matrix.inbox import Inbox
from vigie.server.settings import Settings

PATIENT = {"VIGIE_TURN_SECONDS": "30"}
"""A busy machine is no failure of the assistant."""


@pytest.fixture(scope="session")
def platforms() -> Iterator[Platforms]:
    """All platforms, on loopback."""
    with Telegram() as telegram, Meta() as meta, Twilio() as twilio:
        yield Platforms(telegram, meta, twilio)


@pytest.fixture(scope="session")
def chat_server(
    archive: Path, platforms: Platforms, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """The real assistant on all channels, its log at DEBUG."""
    folder = tmp_path_factory.mktemp("project")
    for item in ROOT.iterdir():
        if item.name not in ("credentials.yml", "tests", ".vigie"):
            (folder / item.name).symlink_to(item)
    write_credentials(folder, platforms)
    env = environment(
        VIGIE_SENDER_RATE="0", LOG_LEVEL="debug", VIGIE_ACTION_SECONDS="20", **PATIENT
    )
    with Server(folder, folder.parent / "chat.log", **env) as running:
        yield running


@pytest.fixture(scope="session")
def minibot_folder(
    minibot: Path, platforms: Platforms, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The smallest bot, on all channels."""
    folder = tmp_path_factory.mktemp("channels") / "bot"
    shutil.copytree(minibot, folder)
    write_credentials(folder, platforms)
    return folder


@pytest.fixture(scope="session")
def mini_server(minibot_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of the smallest bot on all channels."""
    log = tmp_path_factory.mktemp("log") / "mini.log"
    env = environment(VIGIE_SENDER_RATE="0", LOG_LEVEL="debug", VIGIE_ACTION_SECONDS="2", **PATIENT)
    with Server(minibot_folder, log, **env) as running:
        yield running


@pytest.fixture
def homeserver() -> Iterator[Homeserver]:
    """A Matrix server that fails where it is told to."""
    with Homeserver() as running:
        yield running


@pytest_asyncio.fixture
async def assemble(tmp_path: Path) -> AsyncIterator[Assemble]:
    """Makes gateways of a channel."""
    async for make in assembling(tmp_path):
        yield make


async def echo(said: Any) -> None:
    """An assistant that says what it is told."""
    await said.output_channel.send_text_message(said.sender_id, f"Vous dites : {said.text}")


@pytest_asyncio.fixture
async def matrix_channel(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[MatrixChannel]:
    """The connector, in this process."""
    settings = Settings(secret=KEY, channel_store=str(tmp_path / "channels.sqlite"))
    given = {"as_token": TOKEN, "hs_token": "other", "user_id": BOT, "base_url": homeserver.url}
    values = {field.name: field.default for field in MatrixChannel.fields()}
    found = MatrixChannel({**values, **given}, settings)
    found.blueprint(echo)
    await found.client.open()
    yield found
    await found.worker.stop(5)
    await found.client.close()
    await found.store.close()


@pytest.fixture
def inbox(matrix_channel: MatrixChannel) -> Inbox:
    """What takes the events of that homeserver."""
    return matrix_channel.inbox()
