"""Rate limits: who is counted, as whom, and who is not."""

from __future__ import annotations

import json

import pytest

from tests.server.running import Server
from vigie.server import texts
from vigie.server.rates import Buckets, Rates, client_address, parse_networks

PROXIES = parse_networks("10.0.0.0/8, 127.0.0.1")


def test_a_bucket_fills_again_evenly() -> None:
    now = [0.0]
    buckets = Buckets(6, clock=lambda: now[0])
    assert [buckets.take("a") for _ in range(8)] == [True] * 6 + [False] * 2
    assert buckets.take("b")
    now[0] = 9
    assert not buckets.take("a")
    now[0] = 19
    assert buckets.take("a")
    assert not buckets.take("a")


def test_no_limit_allows_all() -> None:
    buckets = Buckets(0)
    assert all(buckets.take("a") for _ in range(1_000))


def test_buckets_that_are_full_again_are_forgotten() -> None:
    now = [0.0]
    buckets = Buckets(6, clock=lambda: now[0])
    for key in "abc":
        buckets.take(key)
    now[0] = 100
    buckets.take("d")
    assert list(buckets._left) == ["d"]


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("8.8.8.8", [], "8.8.8.8"),
        ("8.8.8.8", ["1.2.3.4"], "8.8.8.8"),
        ("10.0.0.1", ["1.2.3.4"], "1.2.3.4"),
        ("10.0.0.1", ["6.6.6.6", "1.2.3.4", "10.0.0.2"], "1.2.3.4"),
        ("10.0.0.1", ["10.0.0.3"], "10.0.0.3"),
        ("10.0.0.1", ["nonsense"], ""),
        ("::ffff:8.8.8.8", [], "8.8.8.8"),
        ("2001:db8::1:2:3:4", [], "2001:db8::/64"),
        ("::1", [], "::1"),
        (None, [], ""),
    ],
)
def test_an_address_is_the_last_hop_that_is_no_trusted_proxy(
    peer: str | None, forwarded: list[str], address: str
) -> None:
    assert client_address(peer, forwarded, PROXIES) == address


def test_this_machine_has_no_limit_unless_it_is_a_proxy() -> None:
    direct = Rates(Buckets(1), Buckets(1))
    assert all(direct.allow("a", "127.0.0.1", []) for _ in range(5))
    behind = Rates(Buckets(1), Buckets(9), PROXIES)
    assert behind.allow("a", "127.0.0.1", ["1.2.3.4"])
    assert not behind.allow("a", "127.0.0.1", ["1.2.3.4"])
    assert behind.allow("b", "127.0.0.1", ["1.2.3.4"])


def test_behind_a_proxy_of_this_machine_that_nobody_named_there_is_a_limit() -> None:
    rates = Rates(Buckets(0), Buckets(2))
    assert [rates.allow("a", "127.0.0.1", ["192.0.2.1"]) for _ in range(3)] == [True, True, False]
    assert rates.allow("a", "127.0.0.1", []), "and this machine itself has none"


def test_an_address_made_up_by_the_client_is_not_believed() -> None:
    """The proxy's own word comes last: on the same line, or in a header of its own."""
    for made_up in (["1.1.1.{n}, 9.9.9.9"], ["1.1.1.{n}", "9.9.9.9"]):
        behind = Rates(Buckets(0), Buckets(3), PROXIES)
        lines = [[line.format(n=n) for line in made_up] for n in range(5)]
        allowed = [behind.allow(f"s{n}", "10.0.0.1", lines[n]) for n in range(5)]
        assert allowed == [True] * 3 + [False] * 2
    direct = Rates(Buckets(0), Buckets(3), PROXIES)
    assert [direct.allow("s", "9.9.9.9", [f"1.1.1.{n}"]) for n in range(5)].count(True) == 3


def post(server: Server, sender: str, *addresses: str) -> int:
    """The status of a message that came through a proxy, from the last of `addresses`."""
    body = json.dumps({"sender": sender, "message": "bonjour"}).encode()
    lines = "".join(f"X-Forwarded-For: {address}\r\n" for address in addresses)
    head = f"POST /webhooks/rest/webhook HTTP/1.1\r\nHost: a\r\n{lines}Connection: close\r\n"
    received = server.raw(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
    return int(received.split()[1])


def test_who_writes_too_fast_is_told_so_and_others_go_on(tight: Server) -> None:
    statuses = [post(tight, sender, "203.0.113.1") for sender in ("a", "a", "a", "b")]
    assert statuses == [200, 200, 429, 200]
    body = {"sender": "a", "message": "bonjour"}
    headers = {"X-Forwarded-For": "203.0.113.1"}
    refused = tight.request("POST", "/webhooks/rest/webhook", body, **headers)
    assert (refused.json["error"], refused.headers["retry-after"]) == (texts.SLOW_DOWN, "10")
    assert len(tight.say("bonjour", "a")) == 1  # on this machine itself there is no limit


def test_an_address_has_its_limit_whatever_senders_and_addresses_it_makes_up(tight: Server) -> None:
    statuses = [
        post(tight, f"c{number}", f"198.51.100.{number}", "203.0.113.2") for number in range(8)
    ]
    assert statuses == [200] * 6 + [429] * 2
    assert post(tight, "d", "203.0.113.3") == 200
