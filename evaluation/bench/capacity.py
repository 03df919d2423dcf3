"""What a number of turns a second needs, from the measured cost of one (turn.json). Pure."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

MEGA, GIGA = 1e6, 1e9

# What is assumed, not measured. The page says so, beside the tables.
BUSY = 0.6
"""Share of a core that is used at the peak; the rest is for bursts, or a replica that is gone."""
LEAST_REPLICAS = 2
TURNS = 3
"""Turns of a conversation."""
KEPT_SECONDS = 3_600
"""record_exp of deploy/endpoints.yml."""
OPEN_SECONDS = 300
"""How long a page stays open at each conversation, with its socket."""
PEAK = 4
"""The peak hour, over the mean of the day."""
EUROS_CORE_HOUR, EUROS_GB_HOUR = 0.035, 0.0045
"""Of the order of public list prices for general machines; to be replaced by one's own."""
HOURS = 730
"""In a month."""
MAXMEMORY = 1 << 30
"""deploy/redis/redis.conf."""
CONNECTIONS = 4_096
"""worker_connections of nginx; a person takes two."""
RATES = (1, 10, 1_000)


@dataclass(frozen=True)
class Need:
    """What a number of turns a second takes."""

    turns: float
    replica_cores: float
    replicas: int
    redis_cores: float
    proxy_cores: float
    commands: float
    """Of Redis, a second."""
    kept: float
    """Conversations kept at once."""
    redis_bytes: float
    sockets: float
    memory_bytes: float
    bytes_a_second: float
    """Between replicas and Redis."""
    euros: float
    """A month, for whole cores and memory, at the prices above."""


def need(turns: float, costs: dict[str, Any]) -> Need:
    """What `turns` a second take, at the costs of turn.json."""
    cpu, memory = costs["cpu_ms_per_turn"], costs["memory_mb"]
    cores = turns * cpu["replica"] / 1000 / BUSY
    replicas = max(LEAST_REPLICAS, math.ceil(cores))
    kept = turns / TURNS * KEPT_SECONDS
    redis_bytes = memory["redis"] * MEGA + kept * costs["redis_bytes_per_conversation"]
    # A snapshot may double it while it is written.
    memory_bytes = replicas * memory["replica"] * MEGA + 2 * redis_bytes + memory["proxy"] * MEGA
    redis_cores = turns * cpu["redis"] / 1000 / BUSY
    proxy_cores = turns * cpu["proxy"] / 1000 / BUSY
    paid = replicas + max(0.5, redis_cores) + max(0.5, proxy_cores)
    return Need(
        turns=turns,
        replica_cores=cores,
        replicas=replicas,
        redis_cores=redis_cores,
        proxy_cores=proxy_cores,
        commands=turns * costs["redis_commands_per_turn"],
        kept=kept,
        redis_bytes=redis_bytes,
        sockets=turns / TURNS * OPEN_SECONDS,
        memory_bytes=memory_bytes,
        bytes_a_second=turns * costs["redis_network_bytes_per_turn"],
        euros=HOURS * (paid * EUROS_CORE_HOUR + memory_bytes / GIGA * EUROS_GB_HOUR),
    )


def limits(costs: dict[str, Any]) -> list[tuple[float, str, str]]:
    """Where things break: turns a second, what, and what to do; the first to break first."""
    cpu = costs["cpu_ms_per_turn"]
    found = [
        (
            BUSY * 1000 / cpu["replica"],
            f"une réplique (un cœur à {BUSY:.0%})".replace("%", "\u00a0%"),
            "en ajouter : rien d’autre ne change",
        ),
        (
            8 * BUSY * 1000 / cpu["replica"],
            "les huit répliques de `autoscaling.max`",
            "monter `autoscaling.max`",
        ),
        (
            MAXMEMORY / costs["redis_bytes_per_conversation"] / KEPT_SECONDS * TURNS,
            "`maxmemory` de Redis (1 Gio) : les conversations les plus anciennes perdent leur fil",
            "monter `maxmemory` et la limite du conteneur (le double), ou baisser `record_exp`",
        ),
        (
            CONNECTIONS / 2 / OPEN_SECONDS * TURNS,
            "les connexions d’un nginx (4096, deux par personne)",
            "`VIGIE_PROXY_WORKERS`, ou `proxy.replicas`",
        ),
        (
            BUSY * 1000 / cpu["redis"],
            "le processeur de Redis, qui n’en utilise qu’un",
            "un Redis pour les conversations, un autre pour les verrous et les débits ; puis un "
            "Redis en grappe, que Rasa ne connaît pas : c’est là qu’il faut du code",
        ),
        (
            BUSY * 1000 / cpu["proxy"],
            "le processeur d’un nginx (un processus)",
            "`VIGIE_PROXY_WORKERS`, ou `proxy.replicas`",
        ),
    ]
    return sorted(found)
