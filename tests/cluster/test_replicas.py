"""Two replicas are one service: order, a killed replica, a rolling restart."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from deploy.local.cluster import Cluster
from deploy.local.replica import status
from evaluation.bench.cluster.topology import memory_mb
from tests.cluster.client import Crowd, Reply, get, post, say
from tests.cluster.test_web import Window


def test_a_conversation_goes_on_from_one_replica_to_the_other(cluster: Cluster) -> None:
    ports = [replica.port for replica in cluster.replicas] * 6
    counts = [say(port, "compte", "wanderer").count for port in ports]
    assert counts == list(range(1, 13))  # also past the ten turns that are kept


def test_turns_of_one_sender_at_once_are_counted_each(cluster: Cluster) -> None:
    """A machine too busy to renew a lock may let it lapse: never without counting that, and not
    three times running."""
    ports = [replica.port for replica in cluster.replicas] * 10

    def counts(sender: str) -> list[int]:
        with ThreadPoolExecutor(20) as pool:
            return sorted(pool.map(lambda port: say(port, "compte", sender).count, ports))

    for attempt in range(3):
        before = failures(cluster)
        if (found := counts(f"hasty-{attempt}")) == list(range(1, 21)):
            return
        assert failures(cluster) > before, found
    pytest.fail("Redis failed, or a lock lapsed, three times running")


def failures(cluster: Cluster) -> float:
    """How often the replicas say that Redis failed them, or a lock lapsed."""
    pages = [get(replica.port, "/metrics")[1] for replica in cluster.replicas]
    return sum(
        float(line.rpartition(" ")[2])
        for page in pages
        for line in page.splitlines()
        if line.startswith("vigie_redis_failures_total")
    )


def test_the_second_message_waits_for_the_first_on_another_replica(cluster: Cluster) -> None:
    one, two = (replica.port for replica in cluster.replicas)
    first = threading.Thread(target=say, args=(one, "dodo", "patient"))  # hangs for 2.5 s
    first.start()
    time.sleep(0.3)
    reply = say(two, "compte", "patient")
    assert reply.count == 1
    assert 1.5 < reply.seconds < 5
    first.join(20)


def test_kill_9_under_load_loses_no_accepted_turn_and_no_conversation(cluster: Cluster) -> None:
    one, two = cluster.replicas
    say(two.port, "compte", "orphan")
    window = Window()
    window.open(one.port)
    assert window.say(one.port, "compte") == ["Tour 1."]
    with Crowd(cluster.port, "killed") as crowd:
        time.sleep(1.5)
        hung = threading.Thread(target=say, args=(one.port, "dodo", "orphan"))
        hung.start()
        time.sleep(0.5)
        before = crowd.accepted
        one.kill()
        orphan = say(two.port, "compte", "orphan")
        assert (orphan.status, orphan.count) == (200, 2), "whose turn died with the replica"
        assert window.say(cluster.port, "compte") == ["Tour 2."], "in its session, elsewhere"
        time.sleep(2)
    assert before > 20
    assert crowd.accepted > before + 20, "the other replica goes on"
    for person in crowd.people:
        # The bot counts turns in the conversation: one lost would be counted twice.
        assert person.counts == sorted(set(person.counts))
        assert person.counts[-1] <= len(person.counts) + len(person.failed)
        assert person.lost == 0
    for visitor in crowd.visitors:
        assert visitor.counts == sorted(set(visitor.counts))
        # A message sent again may have been counted by the replica that died.
        assert visitor.counts[-1] <= len(visitor.counts) + visitor.seen.repeated
        assert visitor.seen.without_context == 0
    # Only what the dead replica was answering: a message each, at most.
    assert len(crowd.failed) <= len(crowd.people)
    hung.join(20)


def test_a_rolling_restart_fails_no_request(cluster: Cluster) -> None:
    with Crowd(cluster.port, "rolled") as crowd:
        time.sleep(0.5)
        for replica in cluster.replicas:
            stopping = threading.Thread(target=replica.stop)
            stopping.start()
            time.sleep(1)
            # It says that it stops, and still answers.
            assert status(replica.port, "/health/ready") == 503
            assert status(replica.port, "/health/live") == 200
            assert say(replica.port, "bonjour", "late").status == 200
            stopping.join(20)
            cluster.bring_back(replica)
        time.sleep(0.5)
    assert crowd.failed == []
    assert crowd.accepted > 100
    for person in crowd.people:
        assert person.counts == list(range(1, len(person.counts) + 1))
    for visitor in crowd.visitors:
        assert visitor.counts == list(range(1, len(visitor.counts) + 1))
        assert visitor.seen.twice == 0
        assert len(visitor.counts) > 20


@pytest.mark.parametrize("channel", ["rest", "web"])
def test_how_fast_somebody_writes_is_counted_over_all_replicas(
    cluster: Cluster, channel: str
) -> None:
    window = Window()
    window.open(cluster.replicas[0].port)
    far = {"X-Forwarded-For": "192.0.2.7"}

    def write(port: int, number: int) -> Reply:
        if channel == "rest":
            return post(port, {"sender": "fast", "message": "bonjour"}, **far)
        body = {"token": window.token, "id": f"fast-{number}", "text": "bonjour"}
        return post(port, body, "/webhooks/web/say", **far)

    ports = [replica.port for replica in cluster.replicas] * 20
    statuses = [write(port, number).status for number, port in enumerate(ports)]
    assert statuses[:30] == [200] * 30  # VIGIE_SENDER_RATE of the fixture
    assert statuses.count(429) >= 8  # a few come back while the test writes


def test_a_short_soak_leaves_memory_flat(cluster: Cluster) -> None:
    """The long one is `make bench-cluster-soak`."""

    def memory() -> list[float]:
        return [memory_mb(replica) for replica in cluster.replicas]

    with Crowd(cluster.port, "warm-up"):
        time.sleep(3)
    before = memory()
    with Crowd(cluster.port, "soak") as crowd:
        time.sleep(8)
    assert crowd.accepted > 100
    for start, end in zip(before, memory()):
        assert end - start < 5, "MB: less than 10 KB for each turn"
