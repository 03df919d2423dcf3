"""The bridge before a server that has no room left but for cries for help."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from aiohttp import web

from tests.channels.fakes.base import Fake
from tests.channels.real.bridge import PYTHON, lacking
from tests.channels.real.conftest import need
from tests.conftest import ROOT, clean_environment

ALONE = """
import asyncio, sys
sys.path.insert(0, sys.argv[1])
from device import Device
from server import Vigie
from settings import Settings

def event(text):
    return {"event": {"content": {"body": text}}, "direct": True}

async def main():
    settings = Settings("http://127.0.0.1:1", "@v:x", "a", sys.argv[2], "key", "token", sys.argv[3], "")
    vigie = Vigie(settings.vigie, settings.token)
    device = Device(settings, vigie)
    device._come["!room:x"] = [event("une question"), event("au secours")]
    await device._pass_on()
    print(len(device._late))
    for task in device._late:
        task.cancel()
    await vigie.close()
    await device.client.close()

asyncio.run(main())
"""


class Full(Fake):
    """A server whose queue is full."""

    def handle(self, request: web.Request, body: Any) -> tuple[int, Any]:
        (given,) = body["events"]
        return (200 if "secours" in given["event"]["content"]["body"] else 503), {}


def test_a_cry_for_help_does_not_wait_for_what_is_refused_before_it(tmp_path: Path) -> None:
    """In the same room: as everywhere, it has a line of its own."""
    need(lacking())
    with Full() as full:
        words = [str(PYTHON), "-c", ALONE, str(ROOT / "bridge"), str(tmp_path), full.url]
        done = subprocess.run(
            words, capture_output=True, text=True, timeout=60, env=clean_environment(PYTHONPATH="")
        )
        assert done.returncode == 0, done.stderr
        said = [call.body["events"][0]["event"]["content"]["body"] for call in full.calls]
        assert said[:2] == ["une question", "au secours"]
        assert [call.status for call in full.calls[:2]] == [503, 200]
        assert done.stdout.strip() == "1", "what was refused is tried again"
