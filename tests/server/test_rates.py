"""Rate limits: who is counted, as whom, and who is not."""

from __future__ import annotations

from pathlib import Path

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
    assert all(direct.allow("a", "127.0.0.1", ["1.2.3.4"]) for _ in range(5))
    behind = Rates(Buckets(1), Buckets(9), PROXIES)
    assert behind.allow("a", "127.0.0.1", ["1.2.3.4"])
    assert not behind.allow("a", "127.0.0.1", ["1.2.3.4"])
    assert behind.allow("b", "127.0.0.1", ["1.2.3.4"])


def test_an_address_made_up_by_the_client_is_not_believed() -> None:
    """The proxy's own word comes last: on the same line, or in a header of its own."""
    for made_up in (["1.1.1.{n}, 9.9.9.9"], ["1.1.1.{n}", "9.9.9.9"]):
        behind = Rates(Buckets(0), Buckets(3), PROXIES)
        lines = [[line.format(n=n) for line in made_up] for n in range(5)]
        allowed = [behind.allow(f"s{n}", "10.0.0.1", lines[n]) for n in range(5)]
        assert allowed == [True] * 3 + [False] * 2
    direct = Rates(Buckets(0), Buckets(3), PROXIES)
    assert [direct.allow("s", "9.9.9.9", [f"1.1.1.{n}"]) for n in range(5)].count(True) == 3


def test_who_writes_too_fast_is_told_so_and_others_go_on(minibot: Path, tmp_path: Path) -> None:
    env = {"VIGIE_SENDER_RATE": "2", "VIGIE_TRUSTED_PROXIES": "127.0.0.1"}
    with Server(minibot, tmp_path / "log", **env) as server:

        def post(sender: str) -> int:
            body = {"sender": sender, "message": "bonjour"}
            path, headers = "/webhooks/rest/webhook", {"X-Forwarded-For": "1.2.3.4"}
            response = server.request("POST", path, body, **headers)
            if response.status == 429:
                assert response.json["error"] == texts.SLOW_DOWN
            return response.status

        assert [post("a"), post("a"), post("a"), post("b")] == [200, 200, 429, 200]
        assert len(server.say("bonjour")) == 1
