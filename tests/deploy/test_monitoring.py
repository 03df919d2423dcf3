"""Alerts and dashboard: they name metrics that exist, go off when they should, and have a remedy."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

import vigie.channels
import vigie.server
from tests.deploy.tools import DEPLOY, ROOT, read, run, tool
from vigie.server.metrics import REGISTRY

METRIC = re.compile(r"\b(?:vigie|process)_[a-z_]+|\bup\b")
# A word of PromQL before which labels are named, and the labels themselves.
NOT_METRICS = re.compile(r"\{[^}]*\}|\b(?:by|on|without|ignoring)\s*\([^)]*\)|\[\w+\]")
LABELS = re.compile(r"([a-z_]+)\s*(?:=~|!=|!~|=)\s*\"")

FOUND_BY_PROMETHEUS = {"job", "instance"}


@pytest.fixture(scope="module")
def metrics() -> dict[str, set[str]]:
    """What a server shows, by name, with the labels of each; all modules that count are loaded."""
    for package in (vigie.server, vigie.channels):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if module.name.endswith(("counters", "metrics")):
                importlib.import_module(module.name)
    found = {"up": set[str]()}
    for family in REGISTRY.collect():  # those of the process itself have no collector of their own
        found.update({sample.name: set(sample.labels) for sample in family.samples})
    for name, collector in REGISTRY._names_to_collectors.items():
        labels = set(getattr(collector, "_labelnames", ()))
        found[name] = labels | ({"le"} if name.endswith("_bucket") else set())
    return found


def alerts() -> list[dict[str, Any]]:
    groups = read("prometheus/alerts.yml")["groups"]
    return [rule for group in groups for rule in group["rules"]]


def dashboard() -> dict[str, Any]:
    text = (DEPLOY / "grafana/dashboards/vigie.json").read_text("utf-8")
    return dict(json.loads(text))


def questions() -> Iterator[tuple[str, str]]:
    """Each query of an alert or of a panel, and whose it is."""
    for alert in alerts():
        yield alert["alert"], alert["expr"]
    for panel in dashboard()["panels"]:
        for target in panel.get("targets", []):
            yield panel["title"], target["expr"]
    yield "annotation", dashboard()["annotations"]["list"][0]["expr"]
    variable = dashboard()["templating"]["list"][0]["query"]["query"]
    yield "variable", variable.removeprefix("label_values(").split(",")[0]


@pytest.mark.parametrize(("whose", "query"), list(questions()))
def test_each_metric_and_label_exists(whose: str, query: str, metrics: dict[str, set[str]]) -> None:
    names = set(METRIC.findall(NOT_METRICS.sub(" ", query)))
    assert names, "a query without a metric"
    assert sorted(names - set(metrics)) == [], whose
    known = FOUND_BY_PROMETHEUS.union(*(metrics[name] for name in names))
    grouped = " ".join(re.findall(r"\b(?:by|on)\s*\(([^)]*)\)", query))
    used = set(LABELS.findall(query)) | set(re.findall(r"[a-z_]+", grouped))
    assert sorted(used - known) == [], whose


def test_each_metric_of_ours_is_shown_or_watched(metrics: dict[str, set[str]]) -> None:
    shown = {name for _, query in questions() for name in METRIC.findall(query)}
    ours = {re.sub(r"_(bucket|sum|count|created|total)$", "", m) for m in metrics if "vigie" in m}
    seen = {re.sub(r"_(bucket|total)$", "", name) for name in shown}
    # How sessions were opened, and how large they are: for whoever looks for a leak.
    assert sorted(ours - seen) == ["vigie_web_session_bytes", "vigie_web_sessions_opened"]


def test_prometheus_reads_its_configuration() -> None:
    said = run(
        tool("promtool"), "check", "config", "--lint=all", DEPLOY / "prometheus/prometheus.yml"
    )
    assert said.returncode == 0, said.stdout + said.stderr


def test_alerts_go_off_when_they_should() -> None:
    said = run(tool("promtool"), "test", "rules", ROOT / "tests/deploy/alerts.yml")
    assert said.returncode == 0, said.stdout + said.stderr


def test_each_alert_is_tried_and_says_what_to_do() -> None:
    tried = (ROOT / "tests/deploy/alerts.yml").read_text("utf-8")
    runbook = (ROOT / "docs/operations.md").read_text("utf-8")
    titles = re.findall(r"^#+ (\w+)$", runbook, flags=re.M)
    for alert in alerts():
        name = alert["alert"]
        assert name in tried
        assert name in titles, f"docs/operations.md does not say what to do about {name}"
        assert alert["labels"]["urgence"] in ("page", "jour")
        assert alert["annotations"]["remede"] == f"docs/operations.md#{name.lower()}"
        assert {"summary", "description"} <= set(alert["annotations"])


def test_panels_of_the_dashboard_do_not_overlap() -> None:
    taken: set[tuple[int, int]] = set()
    for panel in dashboard()["panels"]:
        at = panel["gridPos"]
        cells = {
            (x, y)
            for x in range(at["x"], at["x"] + at["w"])
            for y in range(at["y"], at["y"] + at["h"])
        }
        assert at["x"] + at["w"] <= 24
        assert not cells & taken, panel["title"]
        taken |= cells
        assert panel["type"] == "row" or panel["datasource"]["uid"] == "prometheus"
