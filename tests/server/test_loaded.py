"""What the serving process holds: no library that nothing in it needs."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT, clean_environment

UNNEEDED = (
    *("tensorflow", "keras", "jax", "spacy", "skops", "flask", "werkzeug"),
    *("aiogram", "twilio", "slack_sdk", "fbmessenger", "webexteamssdk", "mattermostwrapper"),
    *("rocketchat_API", "pymongo.mongo_client", "bson", "psycopg2", "pika", "kafka"),
)
"""Of training, of platforms that our own connectors speak to by themselves, and of databases."""
SCRIPT = f"""
import sys
from vigie.commands import prepare
prepare.quiet()
from vigie.server.standins import light
assert light.install()
import vigie.server.run, vigie.channels.served, vigie.channels.catalogue as catalogue
for name in catalogue.CONNECTORS:
    catalogue.connector(name)
print([name for name in {UNNEEDED!r} if name in sys.modules])
"""


def test_the_serving_process_loads_nothing_that_it_does_not_need() -> None:
    """Each is a way in for who finds a hole in it, and time and memory at the start."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        env=clean_environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"
