"""Whoever chooses the same `sender` by REST hears nothing of the other, and erases nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from tests.server.running import Server
from vigie.server.rates import UNNAMED_PROXY, parse_networks
from vigie.server.senders import Senders, fresh_sender

HERE, THERE = "192.0.2.1", "198.51.100.7"
OURS = ("203.0.113.4", "203.0.113.5")
"""Two machines of a trusted service."""
BY_TIME = "c232ab00-9414-11ec-b3c8-9f6bdeced846"
"""A UUID of version 1 (RFC 9562, A.1): the next one can be guessed."""


@pytest.fixture(scope="module")
def proxied(minibot: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server behind a proxy, so that a test may come from any address."""
    log = tmp_path_factory.mktemp("senders") / "log"
    env = {"VIGIE_TRUSTED_PROXIES": "127.0.0.1", "VIGIE_TRUSTED_CLIENTS": "203.0.113.0/24"}
    with Server(minibot, log, VIGIE_SENDER_RATE="3", **env) as server:
        yield server


def count(server: Server, sender: str, address: str) -> int:
    """Which turn of its conversation this is, by the bot that counts them."""
    body = {"sender": sender, "message": "combien"}
    path = "/webhooks/rest/webhook"
    response = server.request("POST", path, body, **{"X-Forwarded-For": address})
    (said,) = response.json
    assert said["recipient_id"] == sender, "as Rasa's clients expect it"
    return int(said["custom"]["count"])


@pytest.mark.parametrize("sender", ["user", "default", "+33612345678", "x" * 100, BY_TIME])
def test_a_name_that_can_be_guessed_tells_another_address_nothing(
    proxied: Server, sender: str
) -> None:
    assert [count(proxied, sender, HERE) for _ in range(2)] == [1, 2]
    assert count(proxied, sender, THERE) == 1
    assert count(proxied, sender, HERE) == 3


def test_who_uses_the_name_of_another_does_not_use_up_what_they_may_write(proxied: Server) -> None:
    statuses = [count(proxied, "limited", THERE) for _ in range(3)]
    assert statuses == [1, 2, 3]  # VIGIE_SENDER_RATE
    assert count(proxied, "limited", HERE) == 1


@pytest.mark.parametrize("shape", ["{}", "app-{}"])
@pytest.mark.parametrize("write", [str, lambda uuid: uuid.hex, lambda uuid: uuid.hex.upper()])
def test_a_random_name_goes_on_wherever_its_client_is(
    proxied: Server, write: Callable[[UUID], str], shape: str
) -> None:
    name = shape.format(write(uuid4()))
    assert [count(proxied, name, address) for address in (HERE, THERE)] == [1, 2]


def test_a_missing_sender_gets_a_random_one(proxied: Server) -> None:
    (said,) = proxied.post({"message": "combien"}).json
    assert count(proxied, said["recipient_id"], THERE) == 2


def test_the_names_of_a_trusted_service_hold_on_all_its_machines_and_nowhere_else(
    proxied: Server,
) -> None:
    assert [count(proxied, "42", address) for address in OURS] == [1, 2]
    assert count(proxied, "42", HERE) == 1


def test_this_machine_is_one_by_both_of_its_addresses() -> None:
    senders = Senders("")
    assert senders.conversation("a", "127.0.0.1") == senders.conversation("a", "::1")


@pytest.mark.parametrize("source", ["", UNNAMED_PROXY, "2001:db8::/64", "::1", "10.0.0.1"])
def test_a_source_of_any_form_is_no_trusted_one(source: str) -> None:
    senders = Senders("", parse_networks("203.0.113.4,2001:db8:1::/48"))
    trusted = senders.conversation("a", "203.0.113.4")
    assert trusted == senders.conversation("a", "2001:db8:1:2::/64")
    assert senders.conversation("a", source) != trusted


def test_replicas_agree_and_neither_sender_nor_address_can_be_read_from_a_name() -> None:
    name = Senders("key").conversation("marie", HERE)
    assert name == Senders("key").conversation("marie", HERE)
    assert name != Senders("other").conversation("marie", HERE)
    assert Senders("").conversation("marie", HERE) != Senders("").conversation("marie", HERE)
    assert name.isalnum() and len(name) == 40 and "marie" not in name
    assert len({fresh_sender() for _ in range(1_000)}) == 1_000
