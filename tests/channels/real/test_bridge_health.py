"""What the bridge says of itself to who watches it, from its start to its stop."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.channels.fakes.base import Fault, wait_until
from tests.channels.fakes.device_server import Homeserver, Words
from tests.channels.real.bridge import (
    ACCESS_TOKEN,
    PYTHON,
    STORE_KEY,
    TOKEN,
    Started,
    health,
    lacking,
)
from tests.channels.real.conftest import need
from tests.channels.real.synapse import BOT
from tests.conftest import ROOT, clean_environment
from tests.server.running import free_port

STALE = """
import json, sys
sys.path.insert(0, sys.argv[1])
from pulse import SILENT_SECONDS, Pulse

now = 0.0
pulse = Pulse(lambda: now)
pulse.logged_in = True
said = [pulse.report()]
pulse.beat()
for now in (SILENT_SECONDS - 1, SILENT_SECONDS):
    said.append(pulse.report())
print(json.dumps(said))
"""


@pytest.fixture
def homeserver() -> Iterator[Homeserver]:
    with Homeserver(BOT, ACCESS_TOKEN) as homeserver:
        yield homeserver


@pytest.fixture
def bridge(tmp_path: Path) -> Iterator[Started]:
    need(lacking())
    bridge = Started(tmp_path)
    yield bridge
    if bridge.process and bridge.process.poll() is None:
        bridge.process.kill()
        bridge.process.wait()


def said(bridge: Started, **expected: Any) -> int:
    """Wait until it says so; the status that goes with it."""
    wait_until(lambda: expected.items() <= health(bridge.port)[1].items(), 20)
    return health(bridge.port)[0]


def test_it_is_ready_once_it_listens_to_the_homeserver(
    bridge: Started, homeserver: Homeserver
) -> None:
    homeserver.faults.append(Fault(502))  # a proxy before one that is being restarted
    nobody = f"http://127.0.0.1:{free_port()}"
    bridge.start(homeserver.url, nobody)
    starting = {"status": "starting", "synced_seconds_ago": None}
    assert said(bridge, logged_in=False, **starting) == 503
    assert health(bridge.port, "/health/live") == (200, {"status": "ok"})
    assert said(bridge, logged_in=True, **starting) == 503, "it waits for Vigie"
    assert bridge.send() == 503, "no room is known yet: what is to be sent is not lost"
    assert bridge.send("wrong") == 403
    assert bridge.process is not None and bridge.process.poll() is None
    bridge.process.terminate()
    assert bridge.end() == 0
    with Words() as vigie:
        bridge.start(homeserver.url, vigie.url)
        assert said(bridge, logged_in=True, status="ok") == 200
        assert bridge.send() == 404
        whole = json.dumps(health(bridge.port)[1]) + bridge.output
    for secret in (BOT, ACCESS_TOKEN, STORE_KEY, TOKEN, homeserver.url):
        assert secret not in whole


def test_who_is_silent_for_long_is_not_ready() -> None:
    need(lacking())
    done = subprocess.run(
        [str(PYTHON), "-c", STALE, str(ROOT / "bridge")],
        capture_output=True,
        text=True,
        timeout=30,
        env=clean_environment(PYTHONPATH=""),
    )
    assert done.returncode == 0, done.stderr
    reports = json.loads(done.stdout)
    assert [report["status"] for report in reports] == ["starting", "ok", "stalled"]


def test_it_stops_at_once_while_it_waits_for_the_homeserver(bridge: Started) -> None:
    """As the first process of a container it would be killed, after a wait."""
    bridge.start(f"http://127.0.0.1:{free_port()}", "http://127.0.0.1:1")
    said(bridge, logged_in=False)
    since = time.monotonic()
    assert bridge.process is not None
    bridge.process.terminate()
    assert bridge.end() == 0
    assert time.monotonic() - since < 5


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"VIGIE_BRIDGE_ACCESS_TOKEN": "another"}, "access_token n’est pas un jeton du compte"),
        ({"VIGIE_BRIDGE_STORE_KEY": ""}, "VIGIE_BRIDGE_STORE_KEY manque"),
        ({"VIGIE_BRIDGE_STORE": "/proc/keys"}, "doit appartenir à l’utilisateur"),
        ({"VIGIE_BRIDGE_LISTEN": "http://192.0.2.1:5006"}, "192.0.2.1:5006 ne s’ouvre pas"),
    ],
)
def test_what_no_wait_mends_stops_it_and_is_said(
    bridge: Started, homeserver: Homeserver, changed: dict[str, str], why: str
) -> None:
    bridge.start(homeserver.url, "http://127.0.0.1:1", **changed)
    assert bridge.end(20) == 1
    assert why in bridge.output and "Traceback" not in bridge.output


def test_it_goes_on_where_it_was_when_it_is_started_again(
    bridge: Started, homeserver: Homeserver
) -> None:
    with Words() as vigie:
        for _ in range(2):
            bridge.start(homeserver.url, vigie.url)
            assert said(bridge, status="ok") == 200
            wait_until((bridge.store / "suite").is_file, 10)
            assert bridge.process is not None
            bridge.process.terminate()
            assert bridge.end() == 0
    assert bridge.output.count("passerelle Matrix prête") == 2
    assert "Traceback" not in bridge.output


def test_what_a_volume_holds_beside_the_keys_is_left_alone(
    bridge: Started, homeserver: Homeserver
) -> None:
    """The lost+found of a new disk, a folder of root's."""
    (bridge.store / "lost+found").mkdir(parents=True)
    mode = (bridge.store / "lost+found").stat().st_mode
    with Words() as vigie:
        bridge.start(homeserver.url, vigie.url)
        assert said(bridge, status="ok") == 200
    assert (bridge.store / "lost+found").stat().st_mode == mode
    files = [path for path in bridge.store.iterdir() if path.is_file()]
    assert files and all(path.stat().st_mode & 0o077 == 0 for path in files)
