"""The real topology: Redis, two replicas of the smallest bot, nginx. No test may leave it broken."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.local.cluster import Cluster, missing
from deploy.local.processes import free_port
from deploy.local.redis import Redis
from tests.channels.fakes.meta import Meta
from tests.channels.fakes.telegram import Telegram
from tests.channels.fakes.twilio import Twilio
from tests.channels.running import Platforms, environment, write_credentials
from tests.cluster.client import say


@pytest.fixture(scope="session")
def programs() -> None:
    """Redis and nginx are installed; where they are not, tests are left out, but not in CI."""
    absent = missing()
    if absent and os.environ.get("CI"):
        pytest.fail(f"scripts/packages did not install {absent}")
    if absent:
        pytest.skip(f"not installed: {', '.join(absent)}")


@pytest.fixture(scope="session")
def platforms() -> Iterator[Platforms]:
    """The platforms of the channels, on loopback."""
    with Telegram() as telegram, Meta() as meta, Twilio() as twilio:
        yield Platforms(telegram, meta, twilio)


@pytest.fixture(scope="session")
def running(
    programs: None, minibot: Path, platforms: Platforms, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Cluster]:
    """The topology, on all channels."""
    folder = tmp_path_factory.mktemp("cluster") / "bot"
    shutil.copytree(minibot, folder)
    write_credentials(folder, platforms)
    env = environment(VIGIE_SENDER_RATE="30")
    with Cluster(folder, drain_seconds=3, env=env) as cluster:
        yield cluster


@pytest.fixture
def cluster(running: Cluster) -> Iterator[Cluster]:
    """The topology, whole again after the test."""
    yield running
    running.revive()
    running.redis.ready()
    for replica in running.replicas:
        replica.ready()
        replica.wait(lambda port=replica.port: not lost(port), 10)  # type: ignore[misc]


def lost(port: int) -> bool:
    """Whether that replica does not reach Redis."""
    return say(port, "bonjour", "nobody").without_context


@pytest.fixture
def redis(programs: None, tmp_path: Path) -> Iterator[Redis]:
    """A Redis of the test's own."""
    process = Redis(tmp_path, free_port(), "password-of-a-test")
    process.start()
    process.ready()
    yield process
    process.kill()
