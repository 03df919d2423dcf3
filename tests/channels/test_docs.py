"""The pages of docs/canaux say what the connectors ask for, and the figures that they keep."""

from __future__ import annotations

import doctest
import importlib
import re

import pytest
import yaml

from tests.conftest import ROOT
from vigie.channels.capabilities import CAPABILITIES
from vigie.channels.catalogue import CONNECTORS, connector, path_of
from vigie.channels.handover import HandoverChannel
from vigie.channels.shared import counters
from vigie.channels.shared.credentials import read

FOLDER = ROOT / "docs" / "canaux"
CODE = ROOT / "vigie" / "channels"
PAGES = {
    "telegram": "telegram.md",
    "whatsapp": "whatsapp.md",
    "messenger": "messenger.md",
    "twilio": "sms.md",
    "kannel": "sms.md",
    "phone": "telephone.md",
    "matrix_e2e": "matrix.md",
    "matrix": "matrix.md",
}


@pytest.mark.parametrize("channel", PAGES)
def test_the_entry_of_a_page_is_one_that_the_connector_takes(channel: str) -> None:
    page = (FOLDER / PAGES[channel]).read_text("utf-8")
    blocks = [yaml.safe_load(b) for b in re.findall(r"```yaml\n(.*?)```", page, re.S)]
    entries = [block[CONNECTORS[channel]] for block in blocks if CONNECTORS[channel] in block]
    # The bridge of Matrix rooms by hand, and as it is deployed.
    assert len(entries) == (2 if channel == "matrix_e2e" else 1)
    kind = connector(channel)
    for entry in entries:
        secrets = dict.fromkeys(re.findall(r"\$\{(\w+)\}", str(entry)), "x")
        assert all(f"export {name}=" in page for name in secrets)
        values = read(kind.NAME, entry, kind.fields(), secrets)
        assert all(values[field.name] for field in kind.FIELDS if field.required)


@pytest.mark.parametrize("channel", PAGES)
def test_a_page_says_where_the_platform_delivers(channel: str) -> None:
    page = (FOLDER / PAGES[channel]).read_text("utf-8")
    assert path_of(channel) in page or f"channels register {channel}" in page


def test_the_index_gives_the_limits_that_are_kept() -> None:
    index = (FOLDER / "README.md").read_text("utf-8").replace("\u00a0", " ")
    rows = dict(re.findall(r"^\| (\w+) \| ([^|]+) \|", index, re.M))
    for name, channel in [
        ("Telegram", "telegram"),
        ("WhatsApp", "whatsapp"),
        ("Messenger", "messenger"),
        ("Matrix", "matrix"),
    ]:
        assert int(rows[name].replace(" ", "")) == CAPABILITIES[channel].text


def test_the_index_names_every_reason_to_give_up() -> None:
    index = (FOLDER / "README.md").read_text("utf-8")
    words = counters.DEAD_LETTERS._documentation.partition(":")[2]
    for reason in re.findall(r"\w+", words):
        assert f"`{reason}`" in index


def test_a_reason_that_the_code_gives_is_a_known_one() -> None:
    code = "".join(p.read_text("utf-8") for p in CODE.rglob("*.py"))
    given = re.findall(r"Undelivered\(\s*\"(\w+)\"|_lost\(\"(\w+)\"", code)
    known = counters.DEAD_LETTERS._documentation
    assert len(given) >= 4
    assert all((first or second) in known for first, second in given)


def test_the_entry_of_the_page_on_taking_over_is_one_that_is_taken() -> None:
    page = (FOLDER / "reprise.md").read_text("utf-8")
    (block,) = re.findall(r"```yaml\n(.*?)```", page, re.S)
    (entry,) = yaml.safe_load(block).values()
    assert read("handover", entry, HandoverChannel.FIELDS, {"HANDOVER_SECRET": "x"})
    assert "/webhooks/handover/webhook" in page
    for status in ("open", "pending", "resolved", "snoozed"):
        assert f"`{status}`" in page


def test_each_test_that_the_page_on_trials_names_is_there() -> None:
    page = (FOLDER / "epreuves.md").read_text("utf-8")
    code = {
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
        for path in (ROOT / "tests").rglob("*.py")
    }
    rows = re.findall(r"^\| \d+\. .*$", page, re.M)
    assert len(rows) == 11
    for row in rows:
        cited = re.findall(r"`([^`]*)`", row.split("|")[3])
        assert cited, row
        for name in cited:
            file, _, test = name.rpartition("::")
            if name.endswith(".py"):
                file, test = name, ""
            if file.endswith(".py"):
                assert any(path.endswith(file) for path in code), name
            if test or name.startswith("…"):
                assert any((test or name).lstrip("…") in text for text in code.values()), name


MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in CODE.rglob("*.py")
    if ">>>" in path.read_text("utf-8")
)


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_in_a_module_are_true(module: str) -> None:
    found = doctest.testmod(importlib.import_module(module))
    assert found.attempted
    assert not found.failed
