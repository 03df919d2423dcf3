"""Redis stops, hangs, comes back: people are answered all the while."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from collections.abc import Iterator

import pytest

from deploy.local.cluster import Cluster
from tests.cluster.client import get, say
from vigie.server import texts


@pytest.fixture(params=["stopped", "hanging"])
def down(request: pytest.FixtureRequest, cluster: Cluster) -> Iterator[Cluster]:
    """The topology without its Redis, in which the sender of this test has counted to 2."""
    counts = [say(cluster.port, "compte", request.node.name).count for _ in range(2)]
    assert counts == [1, 2]
    if request.param == "stopped":
        cluster.redis.stop()
    else:
        cluster.redis.signal(signal.SIGSTOP)
    yield cluster
    cluster.redis.signal(signal.SIGCONT)


def test_redis_goes_and_comes_back(down: Cluster, request: pytest.FixtureRequest) -> None:
    sender = request.node.name

    # On each replica: the first notices, the next know.
    for replica in down.replicas * 2:
        reply = say(replica.port, "compte", sender)
        assert reply.status == 200
        assert reply.seconds < 3
        assert reply.count == 1, "without what was said before"
        assert reply.without_context
        assert reply.text.endswith(texts.WITHOUT_CONTEXT), "the answer comes first"

    for replica in down.replicas:
        status, body = get(replica.port, "/health/ready")
        assert (status, json.loads(body)["status"]) == (200, "degraded")
        _, metrics = get(replica.port, "/metrics")
        assert "\nvigie_redis_up 0.0" in metrics
        assert "\nvigie_turns_without_context_total " in metrics
        assert "\nvigie_turns_without_context_total 0.0" not in metrics
        assert 'vigie_redis_failures_total{kind="unreachable"}' in metrics

    if "hanging" in sender:
        down.redis.signal(signal.SIGCONT)
    else:
        down.redis.start()
    down.redis.ready()
    time.sleep(1.2)  # each replica leaves Redis alone for a second after a failure
    for number, replica in enumerate(down.replicas, start=3):
        reply = say(replica.port, "compte", sender)
        assert reply.count == number, "as it was before Redis went"
        assert not reply.without_context
        assert json.loads(get(replica.port, "/health/ready")[1])["status"] == "ok"


def test_nothing_about_people_is_logged_meanwhile(down: Cluster) -> None:
    say(down.replicas[0].port, "compte", "somebody-in-particular")
    for replica in down.replicas:
        assert "Redis hors d’atteinte" in replica.output
        assert "somebody-in-particular" not in replica.output
        assert down.redis.password not in replica.output


def test_a_redis_that_takes_nothing_in_is_told_by_every_replica(cluster: Cluster) -> None:
    """It answers, and can be read: only writes are refused."""
    command = [
        "redis-cli",
        "--no-auth-warning",
        "-p",
        str(cluster.redis.port),
        "-a",
        cluster.redis.password,
    ]

    def limit(memory: str) -> None:
        subprocess.run([*command, "config", "set", "maxmemory", memory], check=True)

    def states(wanted: str) -> set[str]:
        """What the replicas say of themselves, once that is `wanted`; a probe lasts for 5 s."""
        for _ in range(100):
            bodies = [get(replica.port, "/health/ready")[1] for replica in cluster.replicas]
            found = {str(json.loads(body)["status"]) for body in bodies}
            if found == {wanted}:
                break
            time.sleep(0.1)
        return found

    assert states("ok") == {"ok"}
    limit("1")
    try:
        assert states("degraded") == {"degraded"}
        assert say(cluster.port, "compte", "full").without_context
    finally:
        limit("0")
    assert states("ok") == {"ok"}
