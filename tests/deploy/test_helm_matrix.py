"""The bridge of Matrix rooms in the chart: off by default, one at a time, and with its keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from tests.deploy.test_bridge_locked_down import IMAGE, USER
from tests.deploy.test_helm import Rendered, allowed, objects, pods
from tests.deploy.tools import BRIDGE, read
from tests.deploy.values import ACCEPTED
from vigie.channels.matrix.encrypted import EncryptedMatrixChannel
from vigie.channels.shared.credentials import read as entry_of

CASES = ("matrix", "matrix elsewhere")
CLASS = "vigie.channels.matrix.encrypted.EncryptedMatrixChannel"


def bridge(rendered: Rendered, case: str) -> dict[str, Any]:
    return dict(objects(rendered, case, "StatefulSet")["matrix"]["spec"])


def container(rendered: Rendered, case: str) -> dict[str, Any]:
    (found,) = bridge(rendered, case)["template"]["spec"]["containers"]
    return dict(found)


def told(rendered: Rendered, case: str) -> dict[str, Any]:
    """What the container is told: a value, or the secret and the key that give it."""
    found = {}
    for item in container(rendered, case)["env"]:
        secret = item.get("valueFrom", {}).get("secretKeyRef", {})
        found[item["name"]] = item.get("value") or (secret["name"], secret["key"])
    return found


@pytest.mark.parametrize("case", [case for case in ACCEPTED if case not in CASES])
def test_it_is_not_there_where_it_is_not_asked_for(rendered: Rendered, case: str) -> None:
    """Nor where values are older than it (`helm upgrade --reuse-values`)."""
    made = rendered["cases"][case]
    assert "matrix" not in {name for name, _ in pods(rendered, case)}
    assert "5006" not in str(made["objects"]) and "Matrix" not in made["notes"]


@pytest.mark.parametrize("case", CASES)
def test_it_is_told_all_that_it_asks_for(rendered: Rendered, case: str) -> None:
    image = {name for name in IMAGE if name.startswith("VIGIE_")}
    assert image | set(told(rendered, case)) == BRIDGE


def test_what_is_secret_is_in_the_secret(rendered: Rendered) -> None:
    ours = {"ACCESS_TOKEN", "STORE_KEY"}
    for case, secret in (("matrix", "vigie-secrets"), ("matrix elsewhere", "vigie-matrix")):
        given = told(rendered, case)
        assert given["VIGIE_BRIDGE_TOKEN"] == ("vigie-secrets", "MATRIX_E2E_TOKEN")
        for name in ours:
            assert given[f"VIGIE_BRIDGE_{name}"] == (secret, f"MATRIX_E2E_{name}")
    # Not all of it: the bridge has no use for what signs sessions.
    assert "envFrom" not in container(rendered, "matrix")
    servers = dict(pods(rendered, "matrix elsewhere"))[""]
    assert "vigie-matrix" not in str(servers), "what replicas do not need, they do not get"


@pytest.mark.parametrize("case", CASES)
def test_there_is_one_with_a_volume_that_is_its_own(rendered: Rendered, case: str) -> None:
    spec = bridge(rendered, case)
    assert spec["replicas"] == 1
    assert spec["podManagementPolicy"] == "Parallel", "what is wrong can be put right"
    assert "matrix" not in objects(rendered, case, "HorizontalPodAutoscaler")
    assert "matrix" not in objects(rendered, case, "PodDisruptionBudget"), "a node could not drain"
    (claim,) = spec["volumeClaimTemplates"]
    mounts = {m["name"]: m["mountPath"] for m in container(rendered, case)["volumeMounts"]}
    assert Path(IMAGE["VIGIE_BRIDGE_STORE"]).parent == Path(mounts[claim["metadata"]["name"]])
    security = spec["template"]["spec"]["securityContext"]
    assert {str(security[as_]) for as_ in ("runAsUser", "runAsGroup", "fsGroup")} == {USER}
    assert security["fsGroupChangePolicy"] == "OnRootMismatch", "the keys stay their owner's"
    others = [pod["spec"]["securityContext"]["runAsUser"] for _, pod in pods(rendered, "least")]
    assert int(USER) not in others


@pytest.mark.parametrize("case", CASES)
def test_replicas_and_bridge_find_each_other(rendered: Rendered, case: str) -> None:
    credentials = objects(rendered, case, "ConfigMap")["credentials"]["data"]["credentials.yml"]
    secrets = {"MATRIX_E2E_TOKEN": "x"}
    written = yaml.safe_load(credentials)[CLASS]
    entry = entry_of("matrix_e2e", written, EncryptedMatrixChannel.fields(), secrets)
    services = objects(rendered, case, "Service")
    given = told(rendered, case)
    assert given["VIGIE_BRIDGE_HOMESERVER"] == entry["homeserver"]
    assert given["VIGIE_BRIDGE_USER_ID"] == entry["user_id"]
    ports = {p["name"]: p["containerPort"] for p in container(rendered, case)["ports"]}
    for address, name in ((entry["base_url"], "matrix"), (given["VIGIE_BRIDGE_VIGIE"], "replicas")):
        parts = urlsplit(address)
        assert parts.hostname == f"demo-vigie-{name}"
        assert services[name]["spec"]["ports"][0]["port"] == parts.port
    assert ports["http"] == urlsplit(IMAGE["VIGIE_BRIDGE_LISTEN"]).port
    # While syncs stall, replicas go on sending: help above all.
    assert services["matrix"]["spec"]["publishNotReadyAddresses"] is True
    assert bridge(rendered, case)["serviceName"] == "demo-vigie-matrix"


@pytest.mark.parametrize(("case", "port"), [("matrix", 443), ("matrix elsewhere", 8448)])
def test_it_may_go_to_the_port_of_its_homeserver(rendered: Rendered, case: str, port: int) -> None:
    rules = objects(rendered, case, "NetworkPolicy")["matrix"]["spec"]["egress"]
    (outside,) = (r for r in rules if any("ipBlock" in peer for peer in r["to"]))
    assert outside["ports"] == [{"port": port, "protocol": "TCP"}]


def test_it_stands_between_replicas_and_homeserver_alone(rendered: Rendered) -> None:
    assert allowed(rendered, "matrix") == {
        "proxy": ({"*"}, {"kube-dns", "server"}),
        "": ({"proxy", "matrix"}, {"kube-dns", "redis", "matrix"}),
        "redis": ({"server"}, set()),
        "matrix": ({"server"}, {"kube-dns", "server", "0.0.0.0/0"}),
    }
    elsewhere = allowed(rendered, "matrix elsewhere")["matrix"][1]
    assert elsewhere == {"kube-dns", "server", "10.30.0.0/16", "fd01::/16"}


def test_replicas_and_bridge_may_go_to_each_others_port(rendered: Rendered) -> None:
    policies = objects(rendered, "matrix", "NetworkPolicy")
    given = told(rendered, "matrix")
    for whose, to, port in (
        ("", "matrix", urlsplit(IMAGE["VIGIE_BRIDGE_LISTEN"]).port),
        ("matrix", "server", urlsplit(given["VIGIE_BRIDGE_VIGIE"]).port),
    ):
        goes = [
            rule["ports"]
            for rule in policies[whose]["spec"]["egress"]
            if any(_part(peer) == to for peer in rule["to"])
        ]
        assert goes == [[{"port": port, "protocol": "TCP"}]]
    for whose, come in (("", "matrix"), ("matrix", "server")):
        (rule,) = policies[whose]["spec"]["ingress"]
        assert rule["ports"] == [{"port": "http", "protocol": "TCP"}]
        assert come in {_part(peer) for peer in rule["from"]}


def _part(peer: dict[str, Any]) -> str:
    labels = peer.get("podSelector", {}).get("matchLabels", {})
    return str(labels.get("app.kubernetes.io/component", ""))


def test_a_homeserver_that_is_away_restarts_nothing(rendered: Rendered) -> None:
    found = container(rendered, "matrix")
    for probe, path in (("startup", "live"), ("liveness", "live"), ("readiness", "ready")):
        assert found[f"{probe}Probe"]["httpGet"] == {"path": f"/health/{path}", "port": "http"}


def test_its_image_is_the_one_that_was_named(rendered: Rendered) -> None:
    image = "registry.example/vigie-bridge"
    assert container(rendered, "matrix")["image"] == f"{image}:abc123", "the tag of the server's"
    assert container(rendered, "matrix elsewhere")["image"] == f"{image}@sha256:" + "b" * 64
    spec = bridge(rendered, "matrix elsewhere")["template"]["spec"]
    assert spec["imagePullSecrets"] == [{"name": "key"}]


def test_it_gets_no_less_than_in_compose(rendered: Rendered) -> None:
    limits = container(rendered, "matrix")["resources"]["limits"]
    compose = read("compose.yml")["services"]["matrix-bridge"]["deploy"]["resources"]["limits"]
    assert limits["memory"] == f"{compose['memory']}i"


def test_the_notes_say_where_it_is(rendered: Rendered) -> None:
    notes = rendered["cases"]["matrix"]["notes"]
    assert "statefulset/demo-vigie-matrix" in notes
    assert f"keys-{bridge(rendered, 'matrix')['serviceName']}-0" in notes
