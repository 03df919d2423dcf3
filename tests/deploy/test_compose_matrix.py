"""The bridge of Matrix rooms in compose.yml: only where it is asked for, and between whom it stands."""

from __future__ import annotations

import ipaddress
import json
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.deploy.composing import BRIDGE_SECRETS, SECRETS, SERVICES, config
from tests.deploy.test_bridge_locked_down import IMAGE, USER
from tests.deploy.test_image import instructions
from tests.deploy.tools import BRIDGE, DEPLOY, read, run, tool

REPLICAS = ("vigie-1", "vigie-2")


@pytest.fixture
def bridge(composed: dict[str, Any]) -> dict[str, Any]:
    return dict(composed["services"]["matrix-bridge"])


def test_it_is_started_where_it_is_asked_for_alone() -> None:
    for profile, started in (("", set[str]()), ("matrix", {"matrix-bridge"})):
        said = config("compose.yml", **SECRETS, COMPOSE_PROFILES=profile)
        assert said.returncode == 0, said.stderr
        assert "variable is not set" not in said.stderr
        assert set(json.loads(said.stdout)["services"]) == set(SERVICES) | started


def test_the_file_of_an_operator_switches_it_on(tmp_path: Path) -> None:
    """As env.example says, in the .env beside compose.yml."""
    shutil.copytree(DEPLOY, tmp_path / "deploy")
    (tmp_path / "credentials.yml").touch()
    text = (DEPLOY / "env.example").read_text("utf-8")
    given = {"COMPOSE_PROFILES": "matrix", **SECRETS, **BRIDGE_SECRETS}
    for name in re.findall(r"^(\w+)=$", text, flags=re.M):
        text = text.replace(f"\n{name}=\n", f"\n{name}={given[name]}\n")
    (tmp_path / "deploy" / ".env").write_text(text, "utf-8")
    compose = [tool("docker-compose"), "-f", str(tmp_path / "deploy/compose.yml")]
    said = run(*compose, "config", "--format", "json", env={"HOME": "/nonexistent"})
    assert said.returncode == 0, said.stderr
    told = json.loads(said.stdout)["services"]["matrix-bridge"]["environment"]
    assert set(BRIDGE_SECRETS.values()) <= set(told.values())


def test_it_is_told_all_that_it_asks_for(bridge: dict[str, Any]) -> None:
    told = IMAGE | bridge["environment"]
    assert {name for name, value in told.items() if name.startswith("VIGIE_") and value} == BRIDGE
    assert bridge["build"]["target"] == "bridge"


def test_its_own_secrets_are_nobody_elses(composed: dict[str, Any]) -> None:
    own = {BRIDGE_SECRETS["MATRIX_E2E_ACCESS_TOKEN"], BRIDGE_SECRETS["MATRIX_E2E_STORE_KEY"]}
    shown = BRIDGE_SECRETS["MATRIX_E2E_TOKEN"]
    for name, service in composed["services"].items():
        values = set(service.get("environment", {}).values())
        assert bool(values & own) == (name == "matrix-bridge"), name
        assert (shown in values) == (name in (*REPLICAS, "matrix-bridge")), name
        # Nor has it those of others.
        assert name != "matrix-bridge" or not values & set(SECRETS.values())


def test_its_keys_are_in_a_volume_that_its_user_may_write(
    composed: dict[str, Any], bridge: dict[str, Any]
) -> None:
    (volume,) = bridge["volumes"]
    assert volume["type"] == "volume" and volume["source"] in composed["volumes"]
    assert Path(IMAGE["VIGIE_BRIDGE_STORE"]).parent == Path(volume["target"])
    assert bridge["user"] == f"{USER}:{USER}"
    made = " ".join(word for i in instructions("bridge") if i[0] == "RUN" for word in i)
    # Docker gives a new volume the owner that the folder has in the image.
    assert f"install -d -o {USER} -g {USER} -m 700 {volume['target']}" in made
    others = [s["user"] for name, s in composed["services"].items() if name != "matrix-bridge"]
    assert bridge["user"] not in others


def test_it_reaches_both_replicas_and_they_reach_it(
    composed: dict[str, Any], bridge: dict[str, Any]
) -> None:
    services, told = composed["services"], bridge["environment"]
    name, port = urlsplit(told["VIGIE_BRIDGE_VIGIE"]).netloc.split(":")
    for replica in REPLICAS:
        assert services[replica]["networks"]["matrix"]["aliases"] == [name]
        assert int(services[replica]["environment"].get("PORT", 5005)) == int(port)
    assert name not in services, "the name of all, not of one"
    listen = urlsplit(told["VIGIE_BRIDGE_LISTEN"])
    assert listen.hostname == bridge["networks"]["matrix"]["ipv4_address"]
    ours = composed["networks"]["matrix"]["ipam"]["config"][0]
    assert ipaddress.ip_address(listen.hostname) in ipaddress.ip_network(ours["subnet"])
    assert ipaddress.ip_address(listen.hostname) not in ipaddress.ip_network(ours["ip_range"])


def test_nobody_else_reaches_it(composed: dict[str, Any], bridge: dict[str, Any]) -> None:
    assert set(bridge["networks"]) == {"matrix", "homeserver"}
    assert composed["networks"]["matrix"]["internal"] is True
    assert not composed["networks"]["homeserver"].get("internal"), "the homeserver is outside"
    there = {
        network: {name for name, s in composed["services"].items() if network in s["networks"]}
        for network in bridge["networks"]
    }
    assert there == {"matrix": {*REPLICAS, "matrix-bridge"}, "homeserver": {"matrix-bridge"}}
    # What the replicas believe of who sends them a request is the proxy's alone.
    trusted = composed["services"]["vigie-1"]["environment"]["VIGIE_TRUSTED_PROXIES"]
    address = ipaddress.ip_address(bridge["networks"]["matrix"]["ipv4_address"])
    assert address not in ipaddress.ip_network(trusted)


def test_the_proxy_does_not_lead_to_it() -> None:
    texts = [path.read_text("utf-8") for path in (DEPLOY / "nginx/templates").iterdir()]
    assert any("location ^~ /webhooks/matrix_e2e/ {\n    return 404;" in text for text in texts)
    assert "matrix-bridge" not in json.dumps(read("compose.yml")["services"]["proxy"])
