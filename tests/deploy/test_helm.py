"""The chart: Helm lints and renders it, Kubernetes' schemas take it, and it says what it must."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.deploy.tools import DEPLOY, read
from tests.deploy.values import ACCEPTED, REFUSED
from vigie.server.settings import Settings

Rendered = dict[str, Any]


def objects(rendered: Rendered, case: str, kind: str) -> dict[str, Any]:
    """Objects of a kind, by the part of their name after the release's."""
    found = {}
    for item in rendered["cases"][case]["objects"]:
        if item["kind"] == kind:
            found[item["metadata"]["name"].removeprefix("demo-vigie").removeprefix("-")] = item
    return found


def pods(rendered: Rendered, case: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for kind in ("Deployment", "StatefulSet"):
        for name, item in objects(rendered, case, kind).items():
            yield name, item["spec"]["template"]


def environment(container: dict[str, Any]) -> dict[str, str]:
    return {item["name"]: item["value"] for item in container["env"]}


def test_helm_lint_says_nothing(rendered: Rendered) -> None:
    assert rendered["lint"] == []


@pytest.mark.parametrize("case", ACCEPTED)
def test_kubernetes_takes_all_objects(rendered: Rendered, case: str) -> None:
    made = rendered["cases"][case]
    assert made.get("refused") is None
    assert made["faults"] == []
    named = [(item["kind"], item["metadata"]["name"]) for item in made["objects"]]
    assert len(named) == len(set(named))


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_work_is_refused_by_name(rendered: Rendered, case: str) -> None:
    assert REFUSED[case][1] in rendered["cases"][case]["refused"]


@pytest.mark.parametrize("case", ACCEPTED)
def test_pods_are_locked_down(rendered: Rendered, case: str) -> None:
    for name, pod in pods(rendered, case):
        spec = pod["spec"]
        assert spec["automountServiceAccountToken"] is False
        assert spec["securityContext"]["runAsNonRoot"] is True
        assert spec["securityContext"]["runAsUser"] > 0
        assert spec["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        for container in spec["containers"]:
            locked = container["securityContext"]
            assert locked["readOnlyRootFilesystem"] is True
            assert locked["allowPrivilegeEscalation"] is False
            assert locked["capabilities"] == {"drop": ["ALL"]}
            for bound in ("requests", "limits"):
                assert set(container["resources"][bound]) == {"cpu", "memory"}, name
            assert {"readinessProbe", "livenessProbe"} <= set(container)


@pytest.mark.parametrize("case", ACCEPTED)
def test_the_server_takes_its_settings(rendered: Rendered, case: str) -> None:
    data = objects(rendered, case, "ConfigMap")[""]["data"]
    Settings.from_env(data | {"VIGIE_SECRET": "s" * 32})
    asked = set(re.findall(r"\$\{(\w+)\}", (DEPLOY / "endpoints.yml").read_text("utf-8")))
    assert asked - set(data) == {"REDIS_PASSWORD"}, "the rest comes from the secret"


@pytest.mark.parametrize("case", ACCEPTED)
def test_a_rolling_update_drops_nobody(rendered: Rendered, case: str) -> None:
    replicas = objects(rendered, case, "StatefulSet")[""]["spec"]
    assert replicas["updateStrategy"] == {"type": "RollingUpdate"}, "one at a time"
    assert replicas["minReadySeconds"] >= 10
    proxy = objects(rendered, case, "Deployment")["proxy"]["spec"]
    assert proxy["strategy"]["rollingUpdate"]["maxUnavailable"] == 0
    data = objects(rendered, case, "ConfigMap")[""]["data"]
    stop = float(data["VIGIE_DRAIN_SECONDS"]) + float(data["VIGIE_STOP_SECONDS"])
    spec = replicas["template"]["spec"]
    assert spec["terminationGracePeriodSeconds"] > stop
    probes = spec["containers"][0]
    assert probes["readinessProbe"]["httpGet"]["path"] == "/health/ready"
    assert probes["livenessProbe"]["httpGet"]["path"] == "/health/live"
    # The server's own question may take ten seconds.
    assert probes["readinessProbe"]["timeoutSeconds"] > 10


def test_replicas_are_many_and_spread(rendered: Rendered) -> None:
    scaler = objects(rendered, "least", "HorizontalPodAutoscaler")[""]["spec"]
    assert scaler["minReplicas"] >= 3, "two are left during an update"
    assert scaler["scaleTargetRef"]["kind"] == "StatefulSet"
    assert "replicas" not in objects(rendered, "least", "StatefulSet")[""]["spec"]
    assert objects(rendered, "elsewhere", "StatefulSet")[""]["spec"]["replicas"] == 4
    assert objects(rendered, "elsewhere", "HorizontalPodAutoscaler") == {}
    for name, budget in objects(rendered, "least", "PodDisruptionBudget").items():
        selector = budget["spec"]["selector"]["matchLabels"].items()
        assert selector <= dict(pods(rendered, "least"))[name]["metadata"]["labels"].items()


@pytest.mark.parametrize("case", ACCEPTED)
def test_selectors_find_their_pods(rendered: Rendered, case: str) -> None:
    labels = [pod["metadata"]["labels"] for _, pod in pods(rendered, case)]
    selectors = [s["spec"]["selector"] for s in objects(rendered, case, "Service").values()]
    for policy in objects(rendered, case, "NetworkPolicy").values():
        selectors.append(policy["spec"]["podSelector"]["matchLabels"])
    for selector in selectors:
        assert sum(selector.items() <= found.items() for found in labels) == 1


def peers(rule: dict[str, Any], side: str) -> set[str]:
    found = set()
    for peer in rule.get(side, [{}]):
        pod = peer.get("podSelector", {}).get("matchLabels", {})
        block = peer.get("ipBlock", {}).get("cidr", "")
        found.add(pod.get("app.kubernetes.io/component") or pod.get("k8s-app") or block or "*")
    return found


def allowed(rendered: Rendered, case: str) -> dict[str, tuple[set[str], set[str]]]:
    """From whom and to whom each part may talk."""
    found = {}
    for name, policy in objects(rendered, case, "NetworkPolicy").items():
        spec = policy["spec"]
        assert spec["policyTypes"] == ["Ingress", "Egress"]
        come = set().union(*(peers(rule, "from") for rule in spec["ingress"]))
        go = set[str]().union(*(peers(rule, "to") for rule in spec["egress"]))
        found[name] = (come, go)
    return found


def test_who_may_talk_to_whom(rendered: Rendered) -> None:
    assert allowed(rendered, "least") == {
        "proxy": ({"*"}, {"kube-dns", "server"}),
        "": ({"proxy"}, {"kube-dns", "redis"}),
        "redis": ({"server"}, set()),
    }
    assert allowed(rendered, "elsewhere")[""][1] == {"kube-dns", "10.20.0.0/16"}
    assert "0.0.0.0/0" in allowed(rendered, "all")[""][1]
    assert objects(rendered, "bare", "NetworkPolicy") == {}


def test_secrets_stay_where_they_are(rendered: Rendered) -> None:
    assert objects(rendered, "least", "Secret") == {}
    drawn = objects(rendered, "trial", "Secret")[""]
    assert set(drawn["data"]) == {"VIGIE_SECRET", "REDIS_PASSWORD"}
    assert drawn["metadata"]["annotations"] == {"helm.sh/resource-policy": "keep"}
    assert all(len(value) >= 64 for value in drawn["data"].values())
    assert "tirés au hasard" in rendered["cases"]["trial"]["notes"]
    container = dict(pods(rendered, "least"))[""]["spec"]["containers"][0]
    assert {"secretRef": {"name": "vigie-secrets"}} in container["envFrom"]


def test_what_compose_uses_is_what_pods_get(rendered: Rendered) -> None:
    maps = objects(rendered, "all", "ConfigMap")
    for path in (DEPLOY / "nginx/templates").iterdir():
        assert maps["proxy"]["data"][path.name].strip() == path.read_text("utf-8").strip()
    redis = (DEPLOY / "redis/redis.conf").read_text("utf-8")
    assert maps["redis"]["data"]["redis.conf"].strip() == redis.strip()
    rules = objects(rendered, "all", "PrometheusRule")[""]["spec"]
    assert rules == read("prometheus/alerts.yml")
    assert '"uid": "vigie"' in maps["dashboard"]["data"]["vigie.json"]
    compose = read("compose.yml")["services"]
    proxy = dict(pods(rendered, "all"))["proxy"]["spec"]["containers"][0]
    assert proxy["image"] == compose["proxy"]["image"]
    assert proxy["args"] == compose["proxy"]["command"]
    stateful = dict(pods(rendered, "all"))["redis"]["spec"]["containers"][0]
    assert stateful["image"] == compose["redis"]["image"]


@pytest.mark.parametrize(("case", "most"), [("least", 8), ("elsewhere", 4)])
def test_nginx_knows_all_replicas_that_there_may_be(
    rendered: Rendered, case: str, most: int
) -> None:
    stateful = objects(rendered, case, "StatefulSet")[""]
    name, service = stateful["metadata"]["name"], stateful["spec"]["serviceName"]
    assert service.removeprefix("demo-vigie-") in objects(rendered, case, "Service")
    proxy = dict(pods(rendered, case))["proxy"]["spec"]["containers"][0]
    for variable in ("VIGIE_SERVERS", "VIGIE_SPARES"):
        named = re.findall(r"server (\S+) resolve", environment(proxy)[variable])
        assert named == [f"{name}-{n}.{service}.prod.svc.cluster.local:5005" for n in range(most)]


def test_prometheus_gives_the_names_that_alerts_use(rendered: Rendered) -> None:
    monitor = objects(rendered, "all", "ServiceMonitor")[""]["spec"]
    service = objects(rendered, "all", "Service")["replicas"]["metadata"]["labels"]
    assert service[monitor["jobLabel"]] == "vigie"
    assert monitor["selector"]["matchLabels"].items() <= service.items()


def test_the_image_is_the_one_that_was_named(rendered: Rendered) -> None:
    named = {
        case: dict(pods(rendered, case))[""]["spec"]["containers"][0]["image"]
        for case in ("least", "all")
    }
    assert named["least"] == "registry.example/vigie:abc123"
    assert named["all"] == "registry.example/vigie@sha256:" + "a" * 64


def test_a_change_of_settings_restarts_replicas(rendered: Rendered) -> None:
    sums = {
        dict(pods(rendered, case))[""]["metadata"]["annotations"]["checksum/config"]
        for case in ("least", "all")
    }
    assert len(sums) == 2
