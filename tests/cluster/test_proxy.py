"""What nginx itself does and says, by the templates of deploy/nginx."""

from __future__ import annotations

import http.client
import json
import socket
import ssl
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from deploy.local.cluster import Cluster
from deploy.local.processes import free_port
from deploy.local.proxy import Proxy, left_over, render, values
from tests.cluster.certificates import Authority
from tests.cluster.client import get, post, say
from vigie.server import texts

Start = Callable[..., Proxy]


@pytest.fixture
def start(programs: None, tmp_path: Path) -> Iterator[Start]:
    """Starts an nginx of the test's own, before the replicas on some ports."""
    started: list[Proxy] = []

    def make(ports: list[int], **more: str) -> Proxy:
        proxy = Proxy(tmp_path, free_port(), free_port(), ports, **more)
        proxy.start()
        proxy.ready()
        started.append(proxy)
        return proxy

    yield make
    for proxy in started:
        proxy.stop(5)


def test_every_variable_of_the_templates_is_given(tmp_path: Path) -> None:
    tls = {"VIGIE_PROXY_PLAIN", "VIGIE_TLS_CERTIFICATE", "VIGIE_TLS_KEY"}
    render(tmp_path, values("127.0.0.1:1", "127.0.0.1:2", [3]))
    assert set(left_over(tmp_path)) <= tls


def test_when_nobody_is_there_it_gives_the_number_to_call(start: Start) -> None:
    proxy = start([free_port(), free_port()])
    for path in ("/", "/health/ready"):
        status, body = get(proxy.port, path)
        assert status in (502, 503)
        assert texts.HOTLINE in json.loads(body)["error"]
    reply = say(proxy.port, "au secours", "somebody")
    assert reply.status in (502, 503)
    assert texts.HOTLINE in json.loads(reply.body)["error"]


ITS_OWN = {
    "no replica": (b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", (502, 503)),
    "for the inside": (b"GET /metrics/ HTTP/1.1\r\nHost: a\r\n\r\n", (404,)),
    "for the bridge": (
        b"POST /webhooks/matrix_e2e/webhook HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
        (404,),
    ),
    "a long body": (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 20000\r\n\r\n", (413,)),
    "no host": (b"GET / HTTP/1.1\r\n\r\n", (400,)),
    "no request": (b"\x16\x03\x01 \x00\r\n\r\n", (400,)),
    "a long address": (b"GET /" + b"a" * 9_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n", (414,)),
    "a long header": (b"GET / HTTP/1.1\r\nHost: a\r\nA: " + b"a" * 9_000 + b"\r\n\r\n", (400,)),
    "two lengths": (
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        (400,),
    ),
    "a coding": (b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", (501,)),
}
"""Requests that nginx answers itself, and with which status."""


def test_what_it_says_itself_is_french_and_carries_the_security_headers(start: Start) -> None:
    proxy = start([free_port()])
    for name, (request, statuses) in ITS_OWN.items():
        with socket.create_connection(("127.0.0.1", proxy.port), timeout=5) as line:
            line.sendall(request)
            received = b""
            while block := line.recv(65_536):
                received += block
                if b"}" in received:
                    break
        head, _, body = received.decode().partition("\r\n\r\n")
        assert int(head.split()[1]) in statuses, (name, head)
        assert "content-security-policy: default-src 'none'" in head.lower(), name
        assert "x-content-type-options: nosniff" in head.lower(), name
        assert json.loads(body)["error"].startswith(("Le ", "Il ", "Requête ")), name


def test_a_flood_is_turned_away_with_the_number_to_call(start: Start, cluster: Cluster) -> None:
    ports = [replica.port for replica in cluster.replicas]
    proxy = start(ports, VIGIE_PROXY_RATE="1r/s", VIGIE_PROXY_BURST="5")
    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(lambda n: say(proxy.port, "bonjour", f"flood-{n}"), range(12)))
    refused = [reply for reply in replies if reply.status == 429]
    assert 1 <= len(replies) - len(refused) <= 8
    assert texts.HOTLINE in json.loads(refused[0].body)["error"]


def test_with_tls_plain_requests_are_sent_on_to_it(
    start: Start, cluster: Cluster, tmp_path: Path
) -> None:
    authority, plain = Authority(tmp_path, "ours"), free_port()
    certificate, key = authority.issue("localhost")
    proxy = start(
        [replica.port for replica in cluster.replicas],
        VIGIE_SITE="tls",
        VIGIE_PROXY_PLAIN=f"127.0.0.1:{plain}",
        VIGIE_TLS_CERTIFICATE=str(certificate),
        VIGIE_TLS_KEY=str(key),
    )
    context = ssl.create_default_context(cafile=str(authority.certificate))
    connection: http.client.HTTPConnection
    connection = http.client.HTTPSConnection("localhost", proxy.port, timeout=10, context=context)
    body = json.dumps({"sender": "tls", "message": "compte"})
    connection.request("POST", "/webhooks/rest/webhook", body)
    response = connection.getresponse()
    assert "Tour 1." in json.loads(response.read())[0]["text"]
    assert response.headers["strict-transport-security"] == "max-age=31536000"
    connection.close()

    connection = http.client.HTTPConnection("localhost", plain, timeout=10)
    connection.request("GET", "/page/style.css?v=1")
    response = connection.getresponse()
    assert response.status == 308
    assert response.headers["location"] == "https://localhost/page/style.css?v=1"
    connection.close()


def test_what_is_for_the_inside_stays_inside(cluster: Cluster) -> None:
    for path in ("/metrics", "/metrics/", "//metrics/", "/%6detrics/"):
        assert get(cluster.port, path)[0] == 404
    assert get(cluster.port, "/health/ready")[0] == 200
    assert post(cluster.port, {"message": "x" * 20_000}).status == 413


def test_a_made_up_address_is_not_passed_on(cluster: Cluster) -> None:
    """Else anybody would have as many addresses as they like."""
    far = {"X-Forwarded-For": "192.0.2.99"}
    for _ in range(35):  # more than VIGIE_SENDER_RATE of the fixture; this machine has no limit
        body = {"sender": "made-up", "message": "bonjour"}
        assert post(cluster.port, body, **far).status == 200


def test_the_page_and_its_headers_come_through(cluster: Cluster) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", cluster.port, timeout=10)
    connection.request("GET", "/")
    response = connection.getresponse()
    assert response.status == 200
    assert "default-src 'none'" in response.headers["content-security-policy"]
    assert response.headers["server"] == "nginx", "without a version"
    connection.close()


def test_nothing_about_people_is_in_its_log(cluster: Cluster) -> None:
    get(cluster.port, "/?q=a-name&r=a-window")
    say(cluster.port, "bonjour", "somebody-in-particular")
    log = cluster.proxy.output
    assert " POST 200 " in log
    for word in ("a-name", "a-window", "somebody", "webhook", "Mozilla"):
        assert word not in log
