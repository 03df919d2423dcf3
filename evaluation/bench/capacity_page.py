"""docs/capacity.md: its tables, written anew from turn.json.

`python -m evaluation.bench.capacity_page measure` measures turn.json first, a minute or two
(`make capacity`).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from evaluation.bench.capacity import GIGA, MEGA, PEAK, RATES, TURNS, limits, need
from evaluation.bench.marks import put

HERE = Path(__file__).parent
COSTS = HERE / "turn.json"
PAGE = HERE.parents[1] / "docs" / "capacity.md"


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
    kept = costs["redis_bytes_per_conversation"]
    rows = [
        ["processeur d’une réplique", f"{_number(cpu['replica'])} ms"],
        ["processeur de Redis", f"{_number(cpu['redis'])} ms"],
        ["processeur de nginx", f"{_number(cpu['proxy'])} ms"],
        ["commandes de Redis (scripts compris)", _number(costs["redis_commands_per_turn"], 1)],
        ["octets entre réplique et Redis", _number(costs["redis_network_bytes_per_turn"])],
        ["octets de la réponse", _number(costs["reply_bytes"])],
        [f"octets dans Redis d’une conversation de {TURNS} tours", _number(kept)],
        ["mémoire d’une réplique, après", f"{_number(memory['replica'])} Mo"],
        ["mémoire de Redis", f"{_number(memory['redis'])} Mo"],
        ["mémoire de nginx", f"{_number(memory['proxy'])} Mo"],
    ]
    machine = costs["machine"]
    models = ", ".join(machine["cpu_models"])
    said = (
        f"Mesuré le {machine['date'][:10]} (commit {machine['commit']}) sur {machine['cpus']} "
        f"cœurs {models} partagés, charge {_number(machine['load_average'][0])} : le temps de "
        "processeur d’un tour en dépend peu, la durée d’une réponse beaucoup."
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
        text = put(text, name, table(costs), "docs/capacity.md")
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
