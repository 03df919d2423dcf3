"""What serves a turn faster than Rasa gives the same results as Rasa."""

from __future__ import annotations

import asyncio
import json
import threading
from pathlib import Path
from typing import Any

import pytest
from rasa.core.policies import rule_policy
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity

from vigie.server.standins.processor import Processor, fills_slots
from vigie.server.standins.rules import RulePolicy
from vigie.server.standins.states import ending
from vigie.server.standins.tracker import Tracker
from vigie.server.threads import Threads

CASES = Path(__file__).parents[2] / "evaluation" / "acceptance" / "cases.jsonl"


def turns(number: int) -> list[str]:
    lines = CASES.read_text("utf-8").splitlines()[:number]
    return [turn for line in lines for turn in json.loads(line)["turns"]]


def policy_of(assistant: Any) -> RulePolicy:
    nodes = assistant.agent.processor.graph_runner._instantiated_nodes.values()
    policy: RulePolicy
    (policy,) = (n._component for n in nodes if isinstance(n._component, rule_policy.RulePolicy))
    return policy


async def test_the_graph_gives_what_dask_gives(assistant: Any) -> None:
    processor: Processor = assistant.agent.processor
    runner = processor.graph_runner
    for text in turns(20):
        tracker = processor.tracker_store.init_tracker("somebody")
        tracker.update(ActionExecuted("action_listen"))
        parsed = await assistant.agent.parse_message(text)
        tracker.update(UserUttered(text, parsed["intent"], parsed["entities"], parsed))
        target = processor.model_metadata.core_target
        inputs = {"__tracker__": tracker}
        ours = runner.run(inputs, [target])[target]
        stock = DaskGraphRunner.run(runner, inputs, [target])[target]
        assert ours.probabilities == stock.probabilities
        assert ours.policy_name == stock.policy_name
        assert max(ours.probabilities) == 1.0


def test_the_end_of_a_conversation_has_its_last_states(assistant: Any) -> None:
    domain = assistant.agent.domain
    tracker = Tracker("", domain.slots).of("somebody")
    tracker.update(ActionExecuted("action_listen"))
    for turn in range(6):
        tracker.update(UserUttered(f"question {turn}", {"name": "greet" if turn % 2 else "chair"}))
        for length in (1, 2, 3):
            assert (
                ending(tracker, length).past_states(domain)[-length:]
                == (tracker.past_states(domain)[-length:])
            )
        for event in (
            ActionExecuted("action_answer"),
            SlotSet("subjects", [str(turn)]),
            ActionExecuted("action_listen"),
        ):
            tracker.update(event)
            assert ending(tracker, 2).past_states(domain)[-2:] == tracker.past_states(domain)[-2:]
    assert len(ending(tracker, 2).events) < 10 < len(tracker.events)


def test_a_loop_is_never_cut_off(assistant: Any) -> None:
    tracker = Tracker("", assistant.agent.domain.slots).of("somebody")
    tracker.update(ActiveLoop("a form"))
    for _ in range(5):
        tracker.update(ActionExecuted("action_listen"))
        tracker.update(UserUttered("oui", {"name": "affirm"}))
    assert ending(tracker, 2) is tracker


async def test_the_rules_choose_what_rasa_chooses_and_keep_no_text(
    assistant: Any, ask: Any
) -> None:
    policy = policy_of(assistant)
    assert type(policy) is RulePolicy
    policy._found.clear()
    asked = 0

    def compare(
        tracker: Any, domain: Any, use_text_for_last_user_input: bool
    ) -> tuple[str | None, str | None, bool]:
        nonlocal asked
        asked += 1
        given = (policy, tracker, domain, use_text_for_last_user_input)
        ours = RulePolicy._find_action_from_rules(*given)
        action, rule, returns = rule_policy.RulePolicy._find_action_from_rules(*given)
        assert (ours[0], ours[2]) == (action, returns)
        assert ours[1] == rule or not action
        return ours

    policy._find_action_from_rules = compare  # type: ignore[method-assign]
    try:
        for text in turns(30):
            assert await ask(text)
    finally:
        del policy._find_action_from_rules
    assert asked >= 60
    assert 0 < len(policy._found) < asked / 2, "what was found is found again"
    kept = json.dumps([list(map(str, (*key, *found))) for key, found in policy._found.items()])
    assert not any(text in kept for text in turns(30))


def test_a_copy_of_a_tracker_is_what_a_replay_would_give(assistant: Any) -> None:
    domain = assistant.agent.domain
    events: list[Event] = [
        ActionExecuted("action_listen"),
        UserUttered("bonjour", {"name": "greet"}),
        ActionExecuted("action_answer"),
        SlotSet("subjects", ["doj"]),
        ActionExecuted("action_listen"),
    ]
    ours = Tracker("", domain.slots).of("somebody")
    stock = DialogueStateTracker("somebody", domain.slots)
    for event in events:
        ours.update(event)
        stock.update(event)
    ours.model_id = "a model"
    copied, expected = ours.copy(), stock.copy()
    assert copied.current_state(EventVerbosity.ALL) == expected.current_state(EventVerbosity.ALL)
    assert (copied.model_id, copied.sender_id) == (None, "somebody")
    copied.update(SlotSet("subjects", ["dol"]))
    assert ours.get_slot("subjects") == ["doj"]
    assert len(ours.events) == len(events)
    assert ours.past_states(domain) == stock.past_states(domain)
    fresh = ours.init_copy()
    assert (len(fresh.events), fresh.get_slot("subjects")) == (0, None)


def test_our_slots_are_filled_by_actions_alone(assistant: Any) -> None:
    domain = assistant.agent.domain
    assert not fills_slots(domain)
    slot = {"type": "any", "influence_conversation": False}
    mapping = {"type": "from_entity", "entity": "agency"}
    slots = {"who": {**slot, "mappings": [mapping]}}
    assert fills_slots(type(domain).from_dict({"entities": ["agency"], "slots": slots}))


async def test_a_free_thread_takes_the_next_call() -> None:
    threads = Threads()
    first = await threads.call(threading.get_ident, 5)
    assert await threads.call(threading.get_ident, 5) == first
    assert threads.running == 0


async def test_a_hung_thread_is_left_alone_and_counted() -> None:
    threads, gate = Threads(most=2), threading.Event()
    with pytest.raises(asyncio.TimeoutError):
        await threads.call(gate.wait, 0.05)
    assert threads.running == 1
    assert await threads.call(lambda: 7, 5) == 7
    gate.set()
    for _ in range(200):
        if threads.running == 0:
            break
        await asyncio.sleep(0.01)
    assert threads.running == 0
