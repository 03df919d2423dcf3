"""The tracker store: what it keeps, what it forgets, and what a reload does to it."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from vigie.server.memory import Conversation, Conversations
from vigie.server.store import MemoryStore

DOMAIN = Domain.from_dict({"slots": {"subject": {"type": "any", "mappings": [{"type": "custom"}]}}})


def turn(number: int, *more: Event) -> list[Event]:
    listen = ActionExecuted("action_listen")
    return [listen, UserUttered(f"turn {number}"), ActionExecuted("utter"), *more]


def turns(count: int) -> list[Event]:
    return [event for number in range(count) for event in turn(number)]


def texts_of(events: list[Event]) -> list[str]:
    return [event.text for event in events if isinstance(event, UserUttered)]


async def saved(store: MemoryStore, events: list[Event], sender: str = "a") -> None:
    tracker = DialogueStateTracker(sender, store.domain.slots)
    for event in events:
        tracker.update(event)
    await store.save(tracker)


def test_the_last_turns_are_kept_and_begin_by_listening() -> None:
    kept = Conversation.last(turns(5), turns=2)
    assert texts_of(list(kept.events)) == ["turn 3", "turn 4"]
    assert kept.events[0] == ActionExecuted("action_listen")


def test_slots_set_in_forgotten_turns_live_on() -> None:
    events = [*turn(0, SlotSet("subject", "dol")), *turns(5)]
    kept = Conversation.last(events, turns=2)
    assert dict(kept.slots) == {"subject": "dol"}


@pytest.mark.parametrize("fresh", [Restarted(), SessionStarted()], ids=lambda e: type(e).__name__)
def test_nothing_before_a_new_start_is_kept(fresh: Event) -> None:
    events = [*turn(0, SlotSet("subject", "dol")), fresh, *turn(1)]
    kept = Conversation.last(events, turns=10)
    assert texts_of(list(kept.events)) == ["turn 1"]


def test_trimming_again_and_again_gives_the_slots_of_the_whole() -> None:
    kept: list[Event] = []
    for number in range(30):
        more = [SlotSet("subject", number)] if number % 7 == 0 else []
        kept = list(Conversation.last([*kept, *turn(number, *more)], 3).replay(["subject"]))
    tracker = DialogueStateTracker.from_events("a", kept, DOMAIN.slots)
    assert tracker.get_slot("subject") == 28
    assert len(texts_of(kept)) == 3


async def test_a_tracker_comes_back_with_its_slots() -> None:
    store = MemoryStore(DOMAIN, max_turns=2)
    await saved(store, [*turn(0, SlotSet("subject", "dol")), *turns(5)])
    tracker = await store.retrieve("a")
    assert tracker is not None
    assert tracker.get_slot("subject") == "dol"
    assert tracker.latest_message is not None
    assert tracker.latest_message.text == "turn 4"
    assert await store.retrieve("b") is None


async def test_a_tracker_that_was_not_saved_changes_nothing() -> None:
    store = MemoryStore(DOMAIN)
    await saved(store, turns(1))
    first = await store.retrieve("a")
    assert first is not None
    first.update(SlotSet("subject", "lost"))
    second = await store.retrieve("a")
    assert second is not None
    assert second.get_slot("subject") is None


async def test_an_empty_domain_is_ignored_and_a_new_one_is_used() -> None:
    store = MemoryStore(DOMAIN)
    await saved(store, turn(0, SlotSet("subject", "dol")))
    store.domain = Domain.empty()
    kept = await store.retrieve("a")
    assert kept is not None
    assert kept.get_slot("subject") == "dol"
    store.domain = Domain.from_dict(
        {"slots": {"other": {"type": "any", "mappings": [{"type": "custom"}]}}}
    )
    rebuilt = await store.retrieve("a")
    assert rebuilt is not None
    assert set(rebuilt.slots) >= {"other"}
    assert "subject" not in rebuilt.slots


def test_conversations_are_forgotten_by_age_and_by_number() -> None:
    now = [0.0]
    kept = Conversations(most=2, seconds=60, clock=lambda: now[0])
    empty = Conversation((), ())
    kept.put("a", empty)
    now[0] = 30
    kept.put("b", empty)
    now[0] = 59
    assert kept.senders() == ["a", "b"]
    now[0] = 61
    assert kept.senders() == ["b"]
    kept.put("c", empty)
    kept.put("b", empty)
    kept.put("d", empty)
    assert kept.senders() == ["b", "d"]
    kept.forget("b")
    assert kept.get("b") is None


@pytest.mark.parametrize("bad", [{"ttl": 3}, {"ttl_minutes": 0}, {"max_turns": -1}])
def test_a_wrong_key_of_the_store_is_refused(bad: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"key|positive"):
        MemoryStore(DOMAIN, **bad)
