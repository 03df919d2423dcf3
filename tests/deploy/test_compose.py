"""compose.yml: the tool reads it, each service is locked down, and what it starts really starts."""

from __future__ import annotations

import dataclasses
import json
import re
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from deploy.local import proxy
from deploy.local.processes import free_port
from tests.conftest import run_vigie
from tests.deploy.composing import SECRETS, SERVICES, config
from tests.deploy.tools import DEPLOY, ROOT, read, run, tool
from vigie.server.settings import Settings


@pytest.mark.parametrize("secret", ["VIGIE_SECRET", "REDIS_PASSWORD"])
def test_it_does_not_start_without_its_secrets(secret: str) -> None:
    said = config("compose.yml", **{k: v for k, v in SECRETS.items() if k != secret})
    assert said.returncode != 0
    assert secret in said.stderr and "openssl rand" in said.stderr


@pytest.mark.parametrize("name", (*SERVICES, "matrix-bridge"))
def test_each_service_is_locked_down(composed: dict[str, Any], name: str) -> None:
    service = composed["services"][name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"] and "cap_add" not in service
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not service["user"].startswith("0:") and ":" in service["user"]
    assert "privileged" not in service
    limits = service["deploy"]["resources"]["limits"]
    assert {"cpus", "memory", "pids"} <= set(limits)
    assert service["stop_grace_period"]
    # The check of what we build is in its image.
    assert ("healthcheck" in service) != ("build" in service)
    assert all(volume.get("read_only") for volume in service["volumes"] if volume["type"] == "bind")


def test_all_that_is_mounted_exists(composed: dict[str, Any]) -> None:
    mounted = [
        volume["source"]
        for service in composed["services"].values()
        for volume in service["volumes"]
        if volume["type"] == "bind"
    ]
    assert len(mounted) >= 7
    assert [path for path in mounted if not Path(path).exists()] == []


def test_replicas_stop_after_all_that_they_may_be_doing(composed: dict[str, Any]) -> None:
    for name in ("vigie-1", "vigie-2"):
        service = composed["services"][name]
        env = service["environment"]
        needed = float(env["VIGIE_DRAIN_SECONDS"]) + float(env["VIGIE_STOP_SECONDS"])
        assert float(service["stop_grace_period"].removesuffix("s")) > needed


def test_only_the_proxy_is_reached_from_elsewhere(composed: dict[str, Any]) -> None:
    published = {
        name: [(port["host_ip"], port["target"]) for port in service.get("ports", [])]
        for name, service in composed["services"].items()
    }
    assert published == {
        "vigie-1": [],
        "vigie-2": [],
        "redis": [],
        "matrix-bridge": [],
        "proxy": [("127.0.0.1", 8080)],
        "prometheus": [("127.0.0.1", 9090)],
        "grafana": [("127.0.0.1", 3000)],
    }
    assert composed["networks"]["inside"]["internal"] is True
    assert list(composed["services"]["redis"]["networks"]) == ["inside"]


def test_prometheus_asks_both_replicas(composed: dict[str, Any]) -> None:
    jobs = {job["job_name"]: job for job in read("prometheus/prometheus.yml")["scrape_configs"]}
    asked = jobs["vigie"]["static_configs"][0]["targets"]
    assert asked == [f"{name}:5005" for name in SERVICES if name.startswith("vigie-")]


@pytest.mark.parametrize("site", ["plain", "tls"])
def test_nginx_takes_its_configuration(site: str, tmp_path: Path) -> None:
    nginx = tool("nginx")
    said = config("compose.yml", *(["compose.tls.yml"] if site == "tls" else []), **SECRETS)
    composed = json.loads(said.stdout)["services"]
    env = composed["proxy"]["environment"]
    given = {name: value for name, value in env.items() if name.startswith("VIGIE_")}
    for name in ("vigie-1", "vigie-2"):
        address = composed[name]["networks"]["public"]["ipv4_address"]
        for variable in ("VIGIE_SERVERS", "VIGIE_SPARES"):
            assert (
                f"server {address}:{composed[name]['environment'].get('PORT', 5005)} "
                in (given[variable])
            )
    if site == "tls":
        key, certificate = tmp_path / "k.pem", tmp_path / "c.pem"
        run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=vigie",
            "-keyout", key, "-out", certificate)  # fmt: skip
        given |= {"VIGIE_TLS_CERTIFICATE": str(certificate), "VIGIE_TLS_KEY": str(key)}
    main = proxy.render(tmp_path / "conf", given)
    checked = run(nginx, "-t", "-e", "stderr", "-p", tmp_path, "-c", main)
    assert "test is successful" in checked.stderr, checked.stderr
    assert "warn" not in checked.stderr


def test_the_check_of_the_proxy_asks_for_what_nginx_hashes() -> None:
    template = (DEPLOY / "nginx/templates/nginx.conf.template").read_text("utf-8")
    (name,) = re.findall(r"^ *map \$arg_(\w+) \$affinity", template, flags=re.M)
    check = read("compose.yml")["services"]["proxy"]["healthcheck"]["test"][-1]
    assert f"/ready/affine?{name}=$$" in check and "/ready/anyone" in check
    status = read("compose.yml")["services"]["proxy"]["environment"]["VIGIE_PROXY_STATUS"]
    assert f"http://{status}/ready/" in check


def test_redis_starts_as_it_is_told_and_keeps_conversations(tmp_path: Path) -> None:
    """The very command of compose.yml, with this machine's paths."""
    server = tool("redis-server")
    service = read("compose.yml")["services"]["redis"]
    port = free_port()
    (tmp_path / "password").write_text("a-password")
    script = service["command"][-1].replace("$$", "$")
    for theirs, here in {
        "/etc/redis/redis.conf": str(DEPLOY / "redis" / "redis.conf"),
        "/run/secrets/redis_password": str(tmp_path / "password"),
        "dir /data": f"dir {tmp_path}",
        "port 6379": f"port {port}",
        "bind 0.0.0.0": "bind 127.0.0.1",
        "redis-server": server,
    }.items():
        assert theirs in script
        script = script.replace(theirs, here)
    process = subprocess.Popen(
        ["sh", "-ec", script], cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        said = ""
        for _ in range(100):
            said = ask(port, "SET", "k", "v")
            if said:
                break
            time.sleep(0.1)
        assert said == "OK"
        assert "NOAUTH" in ask(port, "GET", "k", password="")
        arguments = Path(f"/proc/{process.pid}/cmdline").read_bytes()
        assert b"a-password" not in arguments and b"redis-server" in arguments, "exec: it is PID 1"
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
        assert (tmp_path / "dump.rdb").exists(), "a restart finds the conversations again"
    finally:
        process.kill()


def ask(port: int, *words: str, password: str = "a-password") -> str:
    env = {"REDISCLI_AUTH": password} if password else {}
    return run("redis-cli", "-p", str(port), *words, env=env).stdout.strip()


def test_the_check_of_redis_says_no_where_redis_does_not_answer(tmp_path: Path) -> None:
    """The shell of the health check is right: no Redis, not healthy."""
    tool("redis-cli")
    kind, script = read("compose.yml")["services"]["redis"]["healthcheck"]["test"]
    assert kind == "CMD-SHELL"
    (tmp_path / "password").write_text("x")
    script = script.replace("$$", "$").replace(
        "/run/secrets/redis_password", f"{tmp_path}/password"
    )
    script = script.replace("redis-cli", f"redis-cli -p {free_port()}")
    assert run("sh", "-c", script).returncode != 0


def test_grafana_is_provisioned_with_what_is_mounted() -> None:
    provider = read("grafana/provisioning/dashboards/vigie.yml")["providers"][0]
    mounts = read("compose.yml")["services"]["grafana"]["volumes"]
    where = {there: here for here, there, *_ in (mount.split(":") for mount in mounts)}
    folder = DEPLOY / where[provider["options"]["path"]]
    assert [path.name for path in folder.iterdir()] == ["vigie.json"]
    source = read("grafana/provisioning/datasources/prometheus.yml")["datasources"][0]
    assert source["uid"] == "prometheus"
    assert yaml.safe_load((folder / "vigie.json").read_text("utf-8"))["uid"] == "vigie"


def test_tls_takes_the_place_of_the_plain_port() -> None:
    said = config("compose.yml", "compose.tls.yml", **SECRETS)
    ports = json.loads(said.stdout)["services"]["proxy"]["ports"]
    assert [(p["published"], p["target"]) for p in ports] == [("80", 8080), ("443", 8443)]


def test_what_compose_needs_of_a_shell_is_no_error_for_a_command_in_it(tmp_path: Path) -> None:
    """And no more than that is let through: a mistyped setting is still refused."""
    files = "".join(path.read_text("utf-8") for path in DEPLOY.glob("compose*.yml"))
    read = set(re.findall(r"\$\{(VIGIE_\w+)", files))
    settings = {field.metadata["env"] for field in dataclasses.fields(Settings)}
    done = run_vigie(ROOT, "misses", **dict.fromkeys(read - settings, "x"))
    assert read - settings
    assert "Réglage inconnu" not in done.stderr
    done = run_vigie(ROOT, "misses", VIGIE_IMAGES="x")
    assert "Réglage inconnu : VIGIE_IMAGES." in done.stderr
    done = run_vigie(tmp_path, "ask", "bonjour", **dict.fromkeys(read - settings, "x"))
    assert "config.yml" in done.stderr and "Réglage" not in done.stderr
