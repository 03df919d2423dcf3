"""Where a turn's time goes, by stopwatches in the serving process itself.

They count processor time, which other programs disturb little. Each stage counts its own time
only, without that of the stages that it calls. A profiler would make Python's calls look dearer
than they are.
"""

from __future__ import annotations

import asyncio
import functools
import inspect
import json
import sys
import time
import uuid
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

CHANNEL = "channel, deadlines, metrics"
STAGES = (
    CHANNEL,
    "lock",
    "store of conversations",
    "Rasa: session, events, copies",
    "reading: the graph",
    "reading: names, cutting into questions",
    "reading: topics",
    "reading: intent",
    "reading: distress",
    "rules: two predictions",
    "action: call, thread, check",
    "action: finding and wording the answer",
)


class Stopwatches:
    """Seconds by stage; one message at a time."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._inner: list[float] = [0.0]

    def on(self, owner: Any, name: str, stage: str) -> None:
        """Time `owner.name` from now on."""
        work = getattr(owner, name)
        setattr(owner, name, self.timed(work, stage))

    def timed(self, work: Callable[..., Any], stage: str) -> Callable[..., Any]:
        """`work` with a stopwatch around it."""
        if inspect.iscoroutinefunction(work):

            @functools.wraps(work)
            async def later(*args: Any, **kwargs: Any) -> Any:
                started = self._begin()
                try:
                    return await work(*args, **kwargs)
                finally:
                    self._end(stage, started)

            return later

        @functools.wraps(work)
        def now(*args: Any, **kwargs: Any) -> Any:
            started = self._begin()
            try:
                return work(*args, **kwargs)
            finally:
                self._end(stage, started)

        return now

    def _begin(self) -> float:
        self._inner.append(0.0)
        return time.process_time()

    def _end(self, stage: str, started: float) -> None:
        took = time.process_time() - started
        self.seconds[stage] += took - self._inner.pop()
        self._inner[-1] += took


def _attach(assistant: Any, answerer: Any, watches: Stopwatches) -> None:
    processor = assistant.agent.processor
    for name in ("save", "retrieve", "create_tracker"):
        watches.on(assistant.parts.store, name, "store of conversations")
    watches.on(answerer, "answer", CHANNEL)
    watches.on(assistant.agent, "handle_message", "lock")
    watches.on(processor, "handle_message", "Rasa: session, events, copies")
    watches.on(processor, "parse_message", "reading: the graph")
    watches.on(processor, "_predict_next_with_tracker", "rules: two predictions")
    watches.on(assistant.parts.actions, "request", "action: call, thread, check")
    actions = assistant.parts.actions._executor.actions
    for name, action in actions.items():
        actions[name] = watches.timed(action, "action: finding and wording the answer")
    steps = {
        "VigieNames": "names, cutting into questions",
        "VigieClauses": "clauses, by words and then by spaCy",
        "VigieTopics": "topics",
        "VigieFrames": "intent",
    }
    for node in processor.graph_runner._instantiated_nodes.values():
        kind = type(node._component).__name__
        if kind.startswith("Vigie") and node._fn_name == "process":
            stage = f"reading: {steps.get(kind, 'distress')}"
            node._fn = watches.timed(node._fn, stage)


def loaded() -> Any:
    """The assistant of the server with the model that is served, in this process."""
    from evaluation.bench.machine import ROOT
    from vigie.commands import prepare
    from vigie.project import Project
    from vigie.training import manifest

    settings = prepare.settings(level="error")
    project = Project(ROOT)
    archive = manifest.current(project)
    prepare.serving(archive, settings)
    from vigie.server.assistant import Assistant
    from vigie.server.parts import build_parts

    assistant = Assistant(build_parts(project, settings), lambda: archive, settings.turn_seconds)
    assistant.start()
    return assistant


def measure(questions: Sequence[str], repeats: int) -> dict[str, float]:
    """Milliseconds a turn by stage. Run it in a process of its own: it changes what it times."""
    assistant = loaded()
    from vigie.server.answer import Answerer, Limits
    from vigie.server.output import RestOutput

    answerer, watches = Answerer("rest", Limits()), Stopwatches()

    async def ask(text: str) -> None:
        sender = uuid.uuid4().hex
        await answerer.answer(assistant.agent.handle_message, text, sender, RestOutput(sender))

    async def all_of_them() -> None:
        for text in questions:
            await ask(text)
        _attach(assistant, answerer, watches)
        for _ in range(repeats):
            for text in questions:
                await ask(text)

    asyncio.run(all_of_them())
    turns = len(questions) * repeats
    return {stage: round(1000 * watches.seconds[stage] / turns, 3) for stage in STAGES}


if __name__ == "__main__":
    from evaluation.bench.questions import knowledge_questions

    json.dump(measure(knowledge_questions(), 5), sys.stdout)
