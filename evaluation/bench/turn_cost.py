"""What one turn over REST costs a replica, Redis and nginx, in the topology of deploy/local.

One replica, no pinning, one request at a time: processor time and bytes, not speed.
"""

from __future__ import annotations

import http.client
import json
from typing import Any

import redis

from deploy.local.cluster import Cluster
from evaluation.bench.capacity import TURNS
from evaluation.bench.cluster import topology
from evaluation.bench.machine import describe
from evaluation.bench.questions import knowledge_questions

WARM_UP = 60
CONVERSATIONS = 400
_NO_LIMITS = {"VIGIE_SENDER_RATE": "0", "VIGIE_ADDRESS_RATE": "0"}


def measure() -> dict[str, Any]:
    """Costs of a turn, means over CONVERSATIONS of TURNS turns; memory after them."""
    machine = describe()
    with topology.build(1, env=_NO_LIMITS, pin=False) as cluster:
        store = redis.Redis(port=cluster.redis.port, password=cluster.redis.password)
        with store:
            return {"machine": machine, **_measure(cluster, store)}


def _measure(cluster: Cluster, store: redis.Redis[bytes]) -> dict[str, Any]:
    questions = knowledge_questions()
    for number in range(WARM_UP):
        _ask(cluster.port, f"warm-{number}", questions[number % len(questions)])
    store.flushall()
    processes = {"replica": cluster.replicas[0], "redis": cluster.redis, "proxy": cluster.proxy}
    cpu = {name: topology.cpu_seconds([one]) for name, one in processes.items()}
    empty, stats = store.info("memory")["used_memory"], store.info("stats")
    commands = topology.commands(cluster)["commands"]
    turns, replies = CONVERSATIONS * TURNS, 0
    for number in range(turns):
        # As long as the names that the server itself gives.
        sender = f"person-{number // TURNS:025d}"
        replies += _ask(cluster.port, sender, questions[number % len(questions)])
    used, after = store.info("memory")["used_memory"], store.info("stats")
    network = sum(
        after[name] - stats[name] for name in ("total_net_input_bytes", "total_net_output_bytes")
    )
    return {
        "turns": turns,
        "cpu_ms_per_turn": {
            name: round(1000 * (topology.cpu_seconds([one]) - cpu[name]) / turns, 3)
            for name, one in processes.items()
        },
        "redis_commands_per_turn": round(
            (topology.commands(cluster)["commands"] - commands) / turns, 2
        ),
        "redis_network_bytes_per_turn": round(network / turns),
        "redis_bytes_per_conversation": round((used - empty) / CONVERSATIONS),
        "reply_bytes": round(replies / turns),
        "memory_mb": {name: topology.memory_mb(one) for name, one in processes.items()},
    }


def _ask(port: int, sender: str, question: str) -> int:
    """Ask; the bytes of the reply.

    Raises:
        RuntimeError: it is refused.
    """
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        body = json.dumps({"sender": sender, "message": question})
        headers = {"Content-Type": "application/json"}
        connection.request("POST", "/webhooks/rest/webhook", body.encode(), headers)
        response = connection.getresponse()
        said = response.read()
        if response.status != 200:
            raise RuntimeError(f"status {response.status}")
        return len(said)
    finally:
        connection.close()
