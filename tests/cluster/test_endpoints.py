"""deploy/endpoints.yml: what it needs, what is refused, and a Redis that wants proof."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered

from deploy.local.processes import Process, answers, free_port
from deploy.local.redis import Redis
from deploy.local.replica import ENDPOINTS
from tests.cluster.certificates import Authority
from vigie.errors import Refusal
from vigie.project import Project
from vigie.server.endpoints import check_workers
from vigie.server.parts import Parts, build_parts
from vigie.server.redis.link import Down, Link
from vigie.server.redis.options import Options
from vigie.server.redis.store import RedisStore
from vigie.server.settings import Settings

SECRET = "a-key-for-the-tests-of-32-letters-at-least"
PASSWORD = "a-password-of-the-tests"
BASE = {
    "REDIS_HOST": "localhost",
    "REDIS_PORT": "1",
    "REDIS_USERNAME": "vigie",
    "REDIS_PASSWORD": PASSWORD,
    "REDIS_TLS": "0",
    "REDIS_CA": "",
}


def parts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str = "", **env: str) -> Parts:
    """The parts by deploy/endpoints.yml, or by `text` in its place."""
    for name, value in {**BASE, **env}.items():
        monkeypatch.setenv(name, value)
    path = tmp_path / "endpoints.yml"
    path.write_text(text or ENDPOINTS.read_text("utf-8"), "utf-8")
    return build_parts(Project(tmp_path), Settings(endpoints=str(path), secret=SECRET))


class TestWhatIsRefused:
    def test_several_workers_that_share_nothing(self) -> None:
        with pytest.raises(Refusal, match=r"SANIC_WORKERS=2 sans verrou partagé.*VIGIE_ENDPOINTS"):
            check_workers({"SANIC_WORKERS": "2"}, shared=False)
        assert check_workers({"SANIC_WORKERS": "2"}, shared=True) == 2
        assert check_workers({}, shared=False) == 1

    @pytest.mark.parametrize("number", ["0", "-1", "deux", ""])
    def test_a_number_of_workers_that_is_none(self, number: str) -> None:
        with pytest.raises(Refusal, match="SANIC_WORKERS"):
            check_workers({"SANIC_WORKERS": number}, shared=True)

    @pytest.mark.parametrize("absent", BASE)
    def test_a_missing_variable_by_its_name(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, absent: str
    ) -> None:
        for name in BASE:
            monkeypatch.delenv(name, raising=False)
        for name, value in BASE.items():
            if name != absent:
                monkeypatch.setenv(name, value)
        with pytest.raises(Refusal, match=rf"manquent : {absent}\."):
            build_parts(Project(tmp_path), Settings(endpoints=str(ENDPOINTS), secret=SECRET))

    def test_conversations_in_redis_without_a_shared_lock(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        text = ENDPOINTS.read_text("utf-8").partition("lock_store:")[0]
        with pytest.raises(Refusal, match="tracker_store et le lock_store vont ensemble"):
            parts(monkeypatch, tmp_path, text)

    def test_replicas_without_a_common_key(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        for name, value in BASE.items():
            monkeypatch.setenv(name, value)
        with pytest.raises(Refusal, match="VIGIE_SECRET"):
            build_parts(Project(tmp_path), Settings(endpoints=str(ENDPOINTS)))

    @pytest.mark.parametrize(
        ("name", "value", "said"),
        [
            ("REDIS_PORT", "six", "port"),
            ("REDIS_PORT", "70000", "port"),
            ("REDIS_TLS", "peut-être", "use_ssl"),
        ],
    )
    def test_a_value_that_cannot_be_read(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, value: str, said: str
    ) -> None:
        with pytest.raises(Refusal, match=said):
            parts(monkeypatch, tmp_path, **{name: value})

    def test_a_certificate_that_is_not_there(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        with pytest.raises(Refusal, match="ssl_ca_certs"):
            parts(monkeypatch, tmp_path, REDIS_TLS="1", REDIS_CA=str(tmp_path / "absent.crt"))


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"), "ours")


@pytest.fixture(scope="session")
def guarded(
    programs: None, authority: Authority, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Options]:
    """A Redis that speaks TLS only, and knows one user who has a certificate."""
    folder, port = tmp_path_factory.mktemp("guarded"), free_port()
    certificate, key = authority.issue("localhost")
    mine, my_key = authority.issue("replica")
    config = folder / "redis.conf"
    config.write_text(
        f"port 0\ntls-port {port}\nbind 127.0.0.1\ndir {folder}\nsave ''\n"
        f"tls-cert-file {certificate}\ntls-key-file {key}\n"
        f"tls-ca-cert-file {authority.certificate}\ntls-auth-clients yes\n"
        f"user default off\nuser vigie on >{PASSWORD} ~vigie* +@all\n",
        "utf-8",
    )
    process = Process(
        "redis", ["redis-server", str(config)], folder / "log", {"PATH": os.environ["PATH"]}
    )
    process.start()
    process.wait(lambda: answers(port), 15)
    yield Options(
        host="localhost",
        port=port,
        username="vigie",
        password=PASSWORD,
        use_ssl=True,
        ssl_ca_certs=str(authority.certificate),
        ssl_certfile=str(mine),
        ssl_keyfile=str(my_key),
    )
    process.kill()


@pytest.fixture
async def link(guarded: Options) -> AsyncIterator[Link]:
    opened = Link(guarded)
    yield opened
    await opened.close()
    await asyncio.sleep(0.2)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
async def test_over_tls_with_a_password_and_a_certificate(link: Link) -> None:
    await link.call("set", "vigie:a", "é")
    assert await link.call("get", "vigie:a") == "é"
    with pytest.raises(Down):  # this user has rights on our keys only
        await link.call("set", "somebody-else", 1)
    assert link.up, "which is no outage"


# redis-py says that a TLS connection is closed before it is, and the loop of a test ends at once.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("wrong", ["password", "username", "ssl_ca_certs", "use_ssl", "host"])
async def test_without_the_right_proof_there_is_no_redis(
    guarded: Options, tmp_path: Path, caplog: pytest.LogCaptureFixture, wrong: str
) -> None:
    values: dict[str, Any] = {
        "password": "mauvais",
        "username": "default",
        "ssl_ca_certs": str(Authority(tmp_path, "theirs").certificate),
        "use_ssl": False,
        "host": "127.0.0.1",  # its certificate is for localhost
    }
    link = Link(replace(guarded, **{wrong: values[wrong]}))
    started = time.monotonic()
    with pytest.raises(Down):
        await link.call("get", "vigie:a")
    assert time.monotonic() - started < 5
    assert not link.up
    assert "Redis hors d’atteinte" in caplog.text
    assert PASSWORD not in caplog.text + repr(link.options)
    await link.close()
    await asyncio.sleep(0.2)


async def test_conversations_by_the_file_itself_expire_an_hour_after_the_last_turn(
    redis: Redis, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    env = {"REDIS_PORT": str(redis.port), "REDIS_PASSWORD": redis.password}
    found = parts(monkeypatch, tmp_path, REDIS_HOST="127.0.0.1", REDIS_USERNAME="default", **env)
    store = found.store
    assert isinstance(store, RedisStore)
    store.domain = Domain.empty()
    tracker = await store.get_or_create_tracker("somebody")
    tracker.update(UserUttered("bonjour"))
    await store.save(tracker)
    (key,) = await store.link.call("keys", "*")
    assert 3_590 <= await store.link.call("ttl", key) <= 3_600
    again = await store.retrieve("somebody")
    assert again is not None
    assert again.latest_message.text == "bonjour"
    await found.erase("somebody")
    assert await store.retrieve("somebody") is None
    await store.link.close()


@pytest.mark.parametrize("steps", [2, 4, 6, 8, 10, 12])
async def test_a_busy_process_takes_no_answer_for_an_outage(redis: Redis, steps: int) -> None:
    link = Link(Options(port=redis.port, password=redis.password, timeout=0.1))
    await link.call("set", "vigie:a", 1)
    task = asyncio.ensure_future(link.call("get", "vigie:a"))
    for _ in range(steps):  # until the question is on its way, or nearly
        await asyncio.sleep(0)
    time.sleep(0.6)  # a turn that computes, longer than any time-out
    assert await task == "1"
    await link.close()


@pytest.fixture
async def plain(redis: Redis) -> AsyncIterator[Link]:
    """A link to a Redis of the test's own."""
    opened = Link(Options(port=redis.port, password=redis.password))
    yield opened
    await opened.close()


async def test_a_connection_that_redis_closed_while_idle_costs_nobody_their_context(
    plain: Link,
) -> None:
    await plain.call("set", "vigie:a", 1)
    other = Link(plain.options)
    await other.call("client_kill_filter", _type="normal", skipme=True)
    await other.close()
    for _ in range(5):  # the end of the stream has come by then
        await asyncio.sleep(0.02)
    assert await plain.call("get", "vigie:a") == "1"
    assert plain.up


async def test_writes_that_are_refused_are_seen_until_they_go_through_again(plain: Link) -> None:
    await plain.call("set", "vigie:a", 1)
    await plain.call("config_set", "maxmemory", 1)
    with pytest.raises(Down):
        await plain.call("set", "vigie:b", "x" * 100)
    assert await plain.call("get", "vigie:a") == "1"
    assert plain.up
    assert plain.refusing, "though it can be read"
    await plain.call("config_set", "maxmemory", 0)
    await plain.call("set", "vigie:b", "x")
    assert not plain.refusing
