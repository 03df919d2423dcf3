"""Run the model's graph without Dask, which plans anew at each of a turn's three runs (1 ms)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Optional

from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import ExecutionContext, GraphNode, GraphNodeHook, GraphSchema
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.storage import ModelStorage

from vigie.server.standins import rules

STAND_INS: dict[type[Any], type[Any]] = {RulePolicy: rules.RulePolicy}
"""Components of Rasa that are served by a quicker subclass, loaded from the same files."""

Plan = tuple[tuple[str, GraphNode, tuple[str, ...]], ...]
"""Nodes in the order in which they run, each with the names of its inputs."""


class PlainRunner(DaskGraphRunner):
    """One node after the other, in an order worked out once for each set of targets."""

    def __init__(
        self,
        graph_schema: GraphSchema,
        model_storage: ModelStorage,
        execution_context: ExecutionContext,
        hooks: Optional[list[GraphNodeHook]] = None,
    ) -> None:
        """Load the components; the arguments are those of any runner."""
        quick = {
            name: replace(node, uses=STAND_INS.get(node.uses, node.uses))
            for name, node in graph_schema.nodes.items()
        }
        super().__init__(GraphSchema(quick), model_storage, execution_context, hooks)
        self._plans: dict[tuple[str, ...], Plan] = {}

    def run(
        self, inputs: Optional[dict[str, Any]] = None, targets: Optional[list[str]] = None
    ) -> dict[str, Any]:
        """What the target nodes give.

        Raises:
            GraphRunError: a node fails in a way that it did not foresee.
        """
        wanted = tuple(targets or self._graph_schema.target_names)
        plan = self._plans.get(wanted)
        if plan is None:
            plan = self._plans[wanted] = self._plan(wanted)
        done: dict[str, Any] = {name: (name, value) for name, value in (inputs or {}).items()}
        try:
            for name, node, needs in plan:
                # A node warns of an input that nobody gives when it gets the bare name.
                done[name] = node(*(done.get(need, need) for need in needs))
        except RuntimeError as problem:
            raise GraphRunError("Error running runner.") from problem
        return dict(done[name] for name in wanted)

    def _plan(self, targets: tuple[str, ...]) -> Plan:
        nodes = self._graph_schema.minimal_graph_schema(list(targets)).nodes
        ordered: list[str] = []

        def visit(name: str) -> None:
            if name in nodes and name not in ordered:
                for need in nodes[name].needs.values():
                    visit(need)
                ordered.append(name)

        for name in nodes:
            visit(name)
        return tuple(
            (name, self._instantiated_nodes[name], tuple(nodes[name].needs.values()))
            for name in ordered
        )
