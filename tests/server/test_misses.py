"""The queue of misses: from three conversations on, for 30 days, without anybody's words."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answer import ActionAnswer
from deploy.local.processes import free_port
from deploy.local.redis import Redis
from tests.actions.test_actions import tracker
from tests.conftest import run_vigie
from tests.server.running import Server
from vigie import distress
from vigie.distress import Call
from vigie.server.account import Accountant
from vigie.server.misses import KEPT_SECONDS, Misses, Row, Store, queue
from vigie.server.misses.redis import SharedQueue
from vigie.server.misses.sqlite import FileQueue
from vigie.server.redis.link import Link
from vigie.server.redis.options import Options

KEY = "k" * 32


class Clock:
    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


Make = Callable[[], Store]


@pytest.fixture(autouse=True)
def rules_alone() -> Iterator[None]:
    """No message is heard as a call by what another test's server has learned: what is said to
    somebody in danger is never kept, and is tried elsewhere."""
    kept = distress._Held.model, distress._Held.second
    distress.use(None)
    yield
    distress.use(*kept)


@pytest.fixture(scope="module")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Redis]:
    """A Redis as the replicas have it; where none is installed, left out, but not in CI."""
    if not shutil.which("redis-server") and not os.environ.get("CI"):
        pytest.skip("no redis-server")
    server = Redis(tmp_path_factory.mktemp("redis"), free_port(), "secret")
    server.start()
    server.ready()
    yield server
    server.stop()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["a file", "Redis"])
def make(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Make:
    """Opens the queue: each call is another process that has it."""
    if request.param == "a file":
        return lambda: FileQueue(tmp_path / "manques.sqlite", clock)
    server: Redis = request.getfixturevalue("redis")
    options = Options(port=server.port, password=server.password)

    async def empty() -> None:
        link = Link(options)
        await link.call("flushall")
        await link.close()

    asyncio.run(empty())
    return lambda: SharedQueue(Link(options), clock)


async def closed(store: Store) -> None:
    await store.close()
    if isinstance(store, SharedQueue):
        await store._link.close()


async def given(make: Make, *told: tuple[str, str, list[str], list[str]]) -> list[Row]:
    """What is in the queue after these, by a process that ends, is then read by another."""
    store = make()
    misses = Misses(store, KEY)
    for conversation, reply, words, kinds in told:
        misses.give(conversation, reply, words, kinds)
    while misses._under_way:
        await asyncio.wait(set(misses._under_way))
    await closed(store)
    return await read(make)


async def read(make: Make) -> list[Row]:
    store = make()
    found = await queue(store)
    await closed(store)
    return found


def one(
    conversation: str, *words: str, reply: str = "refusal"
) -> tuple[str, str, list[str], list[str]]:
    return conversation, reply, list(words or ("budget", "procureur")), ["agency"]


async def test_two_conversations_are_not_enough_and_three_are(make: Make) -> None:
    assert await given(make, one("web:a"), one("web:b")) == []
    kept = Row(("budget", "procureur"), ("agency",), "refusal", 3)
    assert await given(make, one("web:c")) == [kept]
    assert (await given(make, one("web:d")))[0].conversations == 4


async def test_one_conversation_that_insists_is_still_one(make: Make) -> None:
    assert await given(make, *[one("web:a")] * 9, one("web:b")) == []


async def test_only_the_very_same_words_kinds_and_reply_count_together(make: Make) -> None:
    none: list[str] = []
    several = (
        one("web:a"),
        one("web:b", "budget"),
        one("web:c", reply="ask"),
        ("web:d", "refusal", ["procureur", "budget"], none),
        ("web:e", "refusal", ["procureur", "budget"], ["agency"]),
    )
    assert await given(make, *several) == []


async def test_what_one_gave_is_forgotten_after_30_days_and_the_line_with_it(
    make: Make, clock: Clock
) -> None:
    await given(make, one("web:a"), one("web:b"), one("web:c"))
    clock.now += KEPT_SECONDS / 2
    assert (await given(make, one("web:d")))[0].conversations == 4
    clock.now += KEPT_SECONDS / 2 + 1
    assert await read(make) == []
    assert await given(make, one("web:e")) == []
    assert (await given(make, one("web:f")))[0].conversations == 3


async def test_what_is_too_old_does_not_help_a_new_one_over_the_line(
    make: Make, clock: Clock
) -> None:
    store = make()
    assert [await store.give("s", name, "[]") for name in "ab"] == [False, False]
    clock.now += KEPT_SECONDS + 1
    assert [await store.give("s", name, "[]") for name in "cde"] == [False, False, True]
    await closed(store)


async def test_the_most_asked_comes_first(make: Make) -> None:
    few = [one(f"web:{n}", "salaire") for n in range(3)]
    many = [one(f"web:{n}", "budget") for n in range(4)]
    assert [row.words for row in await given(make, *few, *many)] == [("budget",), ("salaire",)]


@pytest.mark.parametrize(
    ("words", "kinds", "reply"),
    [
        (["Fatou"], [], "ask"),
        (["budget", "0612345678"], [], "ask"),
        (["jean.dupont@exemple.org"], [], "ask"),
        (["budget de fatou"], [], "ask"),
        (["budget\n"], [], "ask"),
        ([], ["agency"], "ask"),
        ([f"budge{c}" for c in "abcdefghi"], [], "ask"),
        (["budget"], ["Fatou Diallo"], "ask"),
        (["budget"], [], "Fatou Diallo"),
    ],
)
async def test_what_has_not_the_form_of_known_words_is_refused_whole(
    tmp_path: Path, words: list[str], kinds: list[str], reply: str
) -> None:
    store = FileQueue(tmp_path / "q.sqlite")
    with pytest.raises(ValueError, match="no "):
        Misses(store, KEY).give("web:a", reply, words, kinds)
    await store.close()


SECRETS = ("Fatou", "fatou", "Diallo", "diallo", "0612345678", "Montreuil", "75011", "sender-9")
TEXTS = {
    "refused": ("combien gagne Fatou Diallo, tel 0612345678, 75011 Montreuil", "oos_person"),
    "in small letters": ("fatou diallo a montreuil 0612345678 son salaire", "oos_person"),
    "not understood": ("Fatou Diallo 0612345678 budget Montreuil", "gibberish"),
}


async def through(store: Store, sender: str, text: str, intent: str, **slots: Any) -> None:
    """A message, through the action and the server, into the queue."""
    told: Tracker = tracker(text, intent, {**tracker("", "").slots, **slots}, known=1.0)
    dispatcher = CollectingDispatcher()
    ActionAnswer().run(dispatcher, told, {})
    accountant = Accountant()
    accountant.misses = Misses(store, KEY)
    accountant.note(sender, dispatcher.messages)
    while accountant.misses._under_way:
        await asyncio.wait(set(accountant.misses._under_way))


@pytest.mark.parametrize(("text", "intent"), TEXTS.values(), ids=TEXTS)
async def test_nothing_of_a_person_gets_in(tmp_path: Path, text: str, intent: str) -> None:
    """Before the third conversation, no word; from it on, known words alone; never the rest."""
    path = tmp_path / "q.sqlite"
    store = FileQueue(path)
    for number in range(4):
        await through(store, f"web:sender-9{number}", text, intent)
        bytes_ = path.read_bytes()
        assert (any(word in bytes_ for word in (b"salaire", b"budget", b"gagne"))) == (number >= 2)
        assert [s for s in SECRETS if s.encode() in bytes_] == []
    rows = await queue(store)
    await store.close()
    assert len(rows) == 1 and set(rows[0].words) <= {"budget", "combien", "gagne", "salaire"}


async def test_nothing_is_kept_while_somebody_is_helped(tmp_path: Path) -> None:
    store = FileQueue(tmp_path / "q.sqlite")
    call = Call("fr", "victim").plain()
    for number in range(3):
        helped = {"call": call, "since": 0, "helped": 1}
        await through(store, f"web:{number}", "le salaire du procureur", "oos_person", help=helped)
    assert await queue(store) == []
    for number in range(3):
        await through(store, f"web:{number}", "le salaire du procureur", "oos_person")
    assert [row.words for row in await queue(store)] == [("procureur", "salaire")]
    await store.close()


async def test_what_is_deleted_is_overwritten_and_the_file_is_its_owner_s(
    tmp_path: Path, clock: Clock
) -> None:
    path = tmp_path / "q.sqlite"
    store = FileQueue(path, clock)
    await given(lambda: FileQueue(path, clock), *[one(f"web:{n}") for n in range(3)])
    assert b"procureur" in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    clock.now += KEPT_SECONDS + 1
    await store.purge()
    await store.close()
    assert b"procureur" not in path.read_bytes()
    assert sqlite3.connect(path).execute("SELECT count(*) FROM given").fetchone() == (0,)


async def test_a_conversation_is_there_by_no_name_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "q.sqlite"
    await given(lambda: FileQueue(path), one("web:a"), one("web:b"))
    rows = sqlite3.connect(path).execute("SELECT subject, conversation FROM given").fetchall()
    assert len(rows) == 2
    assert all(re.fullmatch(r"[0-9a-f]{32}", name) for row in rows for name in row)


def test_a_server_keeps_nothing_until_it_is_told_to_and_then_shows_it(
    minibot: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "bot"
    shutil.copytree(minibot, folder)
    with Server(folder, tmp_path / "off.log") as server:
        said = [server.say("choisir", f"off{n}") for n in range(3)]
        assert "vigie_misses_total{" not in told_by(server)
        assert 'vigie_replies_total{kind="ask",reason=""} 3.0' in told_by(server)
        assert all("miss" not in answer[0]["custom"] for answer in said)
    refused = run_vigie(folder, "misses")
    assert refused.returncode == 1 and "VIGIE_MISSES=1" in refused.stderr
    with Server(folder, tmp_path / "on.log", VIGIE_MISSES="1") as server:
        for number in range(3):
            server.say("choisir", f"on{number}")
        deadline = time.monotonic() + 10
        while 'outcome="kept"} 1.0' not in told_by(server) and time.monotonic() < deadline:
            time.sleep(0.05)
        shown = run_vigie(folder, "misses")
    assert shown.returncode == 0, shown.stderr
    assert re.search(r"3 +│ question en retour │ budget +│ organisme", shown.stdout), shown.stdout


def told_by(server: Server) -> str:
    return server.get("/metrics").body.decode()
