"""Under which names the server answers, and whom it says to tell of a hole in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.running import Server
from vigie.errors import Refusal
from vigie.server import texts
from vigie.server.settings import Settings

CONTACT = "mailto:securite@vigie.example"


@pytest.fixture(scope="module")
def named(minibot: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    log = tmp_path_factory.mktemp("named") / "server.log"
    env = {"VIGIE_HOSTS": "vigie.example, 127.0.0.1", "VIGIE_SECURITY_CONTACT": CONTACT}
    with Server(minibot, log, **env) as running:
        yield running


@pytest.mark.parametrize("host", ["vigie.example", "VIGIE.example:443", "127.0.0.1:5005"])
def test_a_name_of_ours_is_answered(named: Server, host: str) -> None:
    assert named.request("GET", "/", Host=host).status == 200


@pytest.mark.parametrize("host", ["evil.example", "vigie.example.evil.example", "[::1]", ""])
def test_any_other_is_not(named: Server, host: str) -> None:
    """Else a page whose name is made to lead here would pass for a page of ours."""
    response = named.request("GET", "/", Host=host)
    assert (response.status, response.json["error"]) == (421, texts.HTTP_ERRORS[421])


def test_an_orchestrator_asks_by_address(named: Server) -> None:
    assert named.request("GET", "/health/live", Host="10.1.2.3:5005").status == 200


def test_whom_to_tell_of_a_hole(named: Server, server: Server) -> None:
    said = named.get("/.well-known/security.txt").body.decode()
    assert f"Contact: {CONTACT}\n" in said
    assert "Expires: 20" in said
    assert server.get("/.well-known/security.txt").status == 404, "nobody was named"


@pytest.mark.parametrize(
    ("name", "value"),
    [("VIGIE_HOSTS", "a b"), ("VIGIE_HOSTS", "a:80"), ("VIGIE_SECURITY_CONTACT", "moi")],
)
def test_a_value_that_is_none_is_refused(name: str, value: str) -> None:
    with pytest.raises(Refusal, match=name):
        Settings.from_env({name: value})
