"""docs/capacity.md: what a number of turns a second needs, from the measured cost of one.

`python -m evaluation.bench.capacity` writes the tables of that page anew from turn.json;
`... measure` measures turn.json first, a minute or two (`make capacity`).
"""

from __future__ import annotations

import json
import math
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
COSTS = HERE / "turn.json"
PAGE = HERE.parents[1] / "docs" / "capacity.md"
MEGA, GIGA = 1e6, 1e9

# What is assumed, not measured. The page says so, beside the tables.
BUSY = 0.6
"""Share of a core that is used at the peak; the rest is for bursts and for a replica that is gone."""
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


def _number(value: float, digits: int = 2) -> str:
    """In French: three significant digits, thin spaces between thousands."""
    if value >= 100 or value == round(value):
        return f"{value:,.0f}".replace(",", "\u202f")
    return f"{value:.{digits}f}".rstrip("0").rstrip(".").replace(".", ",") or "0"


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rows)]
    return "\n".join(lines)


def _cost_table(costs: dict[str, Any]) -> str:
    cpu, memory = costs["cpu_ms_per_turn"], costs["memory_mb"]
    rows = [
        ["processeur d’une réplique", f"{_number(cpu['replica'])} ms"],
        ["processeur de Redis", f"{_number(cpu['redis'])} ms"],
        ["processeur de nginx", f"{_number(cpu['proxy'])} ms"],
        ["commandes de Redis (scripts compris)", _number(costs["redis_commands_per_turn"], 1)],
        ["octets entre réplique et Redis", _number(costs["redis_network_bytes_per_turn"])],
        ["octets de la réponse", _number(costs["reply_bytes"])],
        [f"Redis, par conversation de {TURNS} tours", f"{_number(costs['redis_bytes_per_conversation'])} octets"],
        ["mémoire d’une réplique, après", f"{_number(memory['replica'])} Mo"],
        ["mémoire de Redis vide, de nginx", f"{_number(memory['redis'])} et {_number(memory['proxy'])} Mo"],
    ]  # fmt: skip
    machine = costs["machine"]
    models = ", ".join(machine["cpu_models"])
    said = (
        f"Mesuré le {machine['date'][:10]} (commit {machine['commit']}) sur {machine['cpus']} cœurs "
        f"{models} partagés ; charge {_number(machine['load_average'][0])} : le temps de processeur "
        f"d’un tour en dépend peu, la durée d’une réponse beaucoup."
    )
    return f"{said}\n\n{_table(['Un tour coûte', ''], rows)}"


def _need_table(costs: dict[str, Any]) -> str:
    million = 1e6 * TURNS / 86_400
    named = [(f"{rate}", float(rate)) for rate in RATES]
    named += [("10⁶ conv./jour, moyenne", million), ("10⁶ conv./jour, pointe", PEAK * million)]
    rows = []
    for label, rate in named:
        found = need(rate, costs)
        rows.append(
            [
                label if rate in RATES else f"{label} ({_number(rate, 1)})",
                f"{_number(found.replica_cores)} → {found.replicas}",
                _number(found.redis_cores),
                _number(found.proxy_cores),
                _number(found.commands),
                _number(found.kept),
                f"{_number(found.redis_bytes / GIGA)} Go",
                _number(found.sockets),
                f"{_number(found.memory_bytes / GIGA)} Go",
                f"{_number(found.bytes_a_second * 8 / MEGA)} Mbit/s",
                f"{_number(found.euros)} €",
            ]
        )
    head = [
        "Tours par seconde", "Cœurs → répliques", "Cœurs Redis", "Cœurs nginx", "Commandes Redis/s",
        "Conversations gardées", "Redis", "Sockets ouvertes", "Mémoire en tout", "Réseau Redis",
        "Par mois",
    ]  # fmt: skip
    return _table(head, rows)


def _limit_table(costs: dict[str, Any]) -> str:
    rows = [[_number(rate), what, remedy] for rate, what, remedy in limits(costs)]
    return _table(["Tours par seconde", "Ce qui cède", "Ce qu’on fait"], rows)


def filled(text: str, costs: dict[str, Any]) -> str:
    """`text` with each table between its marks.

    Raises:
        ValueError: a mark is missing.
    """
    for name, table in (("cost", _cost_table), ("need", _need_table), ("limits", _limit_table)):
        first, last = f"<!-- {name} -->", f"<!-- /{name} -->"
        before, opened, rest = text.partition(first)
        _, closed, after = rest.partition(last)
        if not (opened and closed):
            raise ValueError(f"docs/capacity.md lacks the marks of {name}")
        text = f"{before}{first}\n{table(costs)}\n{last}{after}"
    return text


def main() -> None:
    """Measure when asked to, then write the page."""
    if sys.argv[1:] == ["measure"]:
        from evaluation.bench.turn_cost import measure

        COSTS.write_text(json.dumps(measure(), ensure_ascii=False, indent=2) + "\n", "utf-8")
    costs = json.loads(COSTS.read_text("utf-8"))
    PAGE.write_text(filled(PAGE.read_text("utf-8"), costs), "utf-8")


if __name__ == "__main__":
    main()
