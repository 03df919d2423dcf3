"""A conversation goes the same way through our agent as through Rasa's own, event by event."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.domain import Domain

from vigie.server.output import RestOutput

CASES = Path(__file__).parents[2] / "evaluation" / "acceptance" / "cases.jsonl"
PASSING = ("timestamp", "message_id", "metadata", "parse_data")
"""What tells two runs of one message apart."""
MORE = [
    ["Qui préside la PITF ?", "efface tout", "et le DoJ ?"],
    ["bonjour", "asdkjh qsdlkj", "merci", "au revoir"],
    ["on m'a pris mon passeport et je ne peux pas partir", "que fait le HHS ?"],
    [f"que fait le {name} ?" for name in ("DoJ", "DHS", "DoS", "DoL", "HHS", "DoD")] * 2,
]


def conversations() -> list[list[str]]:
    """All of several turns, some of one, and those above."""
    cases = [json.loads(line)["turns"] for line in CASES.read_text("utf-8").splitlines()]
    return [*(c for c in cases if len(c) > 1), *(c for c in cases[::10] if len(c) == 1), *MORE]


@pytest.fixture(scope="module")
def stock(assistant: Any, archive: Path) -> Agent:
    """Rasa's agent, processor, runner and stores, with the same model and actions."""
    agent = Agent(
        tracker_store=InMemoryTrackerStore(Domain.empty()),
        lock_store=InMemoryLockStore(),
        action_endpoint=assistant.parts.actions,
    )
    agent.load_model(archive)
    assert type(agent.processor) is MessageProcessor
    assert type(agent.processor.graph_runner) is DaskGraphRunner
    return agent


async def held(agent: Any, turns: list[str], sender: str) -> tuple[list[Any], list[Any], Any]:
    """What was said, what happened and what is remembered."""
    said = []
    for text in turns:
        output = RestOutput(sender)
        await agent.handle_message(UserMessage(text, output, sender, input_channel="rest"))
        said.append(list(output.messages))
    tracker = await agent.tracker_store.retrieve(sender)
    happened = [
        {key: value for key, value in event.as_dict().items() if key not in PASSING}
        for event in tracker.applied_events()
    ]
    return said, happened, tracker.current_slot_values()


async def test_what_is_said_and_noted_is_what_rasa_says_and_notes(
    assistant: Any, stock: Agent
) -> None:
    talks = conversations()
    assert sum(map(len, talks)) > 60
    for number, turns in enumerate(talks):
        sender = f"rest:same-{number}"
        said, happened, remembered = await held(assistant.agent, turns, sender)
        expected = await held(stock, turns, sender)
        while len(turns) > 10 and happened[0]["event"] == "slot":  # what stays of older turns
            del happened[0]
        assert said == expected[0], turns
        assert happened == expected[1][-len(happened) :], turns
        assert remembered == expected[2], turns
        assert len(turns) > 10 or len(happened) == len(expected[1])
