"""Intents, rules, actions, slots and training data agree with each other."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Any

import pytest

from actions.remembered import SLOT
from tests.coherence.repo import ROOT, domain, read_yaml
from vigie.answers.question import Focus
from vigie.nlu.examples import REGISTERS, Block, examples

INTENTS = domain()["intents"]
TAUGHT = [intent for intent in INTENTS if intent != "nlu_fallback"]
RULES = sorted((ROOT / "data" / "rules").glob("*.yml"))
TOPICS = [path.stem for path in RULES]


@lru_cache(maxsize=1)
def taught() -> tuple[Block, ...]:
    """The blocks of examples of data/nlu."""
    return tuple(dict.fromkeys(example.block for example in examples(ROOT / "data")))


def rules(topic: str) -> list[dict[str, Any]]:
    found = read_yaml(f"data/rules/{topic}.yml")
    assert isinstance(found, dict)
    return list(found["rules"])


def test_every_intent_has_one_rule_and_only_one() -> None:
    ruled = Counter(step["intent"] for t in TOPICS for r in rules(t) for step in r["steps"][:1])
    assert ruled == Counter(INTENTS)


def test_a_rule_is_named_after_its_intent_and_runs_one_known_action() -> None:
    for topic in TOPICS:
        for rule in rules(topic):
            (intent, action) = rule["steps"]
            assert rule["rule"] == intent["intent"]
            assert action["action"] in domain()["actions"]


def test_every_action_of_the_domain_exists_and_no_other() -> None:
    from rasa_sdk import Action
    from rasa_sdk.executor import ActionExecutor

    executor = ActionExecutor()
    executor.register_package("actions")
    own = {
        n
        for n in executor.actions
        if n.startswith("action_") and not n.startswith("action_default")
    }
    assert set(domain()["actions"]) <= own
    ours = [a for a in Action.__subclasses__() if a.__module__.startswith("actions.")]
    assert {a().name() for a in ours} == set(domain()["actions"])


def test_help_and_erasing_have_an_action_of_their_own_and_all_else_is_read_as_queries() -> None:
    runs = {r["rule"]: r["steps"][1]["action"] for topic in TOPICS for r in rules(topic)}
    own = {
        "distress_self": "action_safety",
        "distress_other": "action_safety",
        "erase": "action_erase",
    }
    assert runs == {intent: own.get(intent, "action_answer") for intent in INTENTS}


def test_the_slots_are_those_that_the_actions_write_and_none_steers_the_policy() -> None:
    assert list(domain()["slots"]) == [*Focus().slots(), SLOT]
    for slot in domain()["slots"].values():  # type: ignore[attr-defined]
        assert slot["influence_conversation"] is False
        assert slot["mappings"] == [{"type": "custom"}]


def test_the_entities_are_the_kinds_of_the_knowledge() -> None:
    from vigie.knowledge.load import load
    from vigie.nlu.lexicon import tables

    kinds = {name.partition("/")[0] for name, _ in tables(load(ROOT / "knowledge"))} - {
        "topic",
        "subject",
    }
    assert kinds == set(domain()["entities"])


@pytest.mark.parametrize("topic", TOPICS)
def test_what_people_ask_and_what_follows_lie_in_files_of_one_name(topic: str) -> None:
    ruled = {rule["rule"] for rule in rules(topic)} - {"nlu_fallback"}
    asked = {block.intent for block in taught() if block.file.endswith(f"nlu/{topic}.yml")}
    assert asked == ruled


@pytest.mark.parametrize("intent", TAUGHT)
def test_an_intent_is_taught_in_every_register(intent: str) -> None:
    written = {block.register for block in taught() if block.intent == intent}
    assert set(REGISTERS) - written == set()
