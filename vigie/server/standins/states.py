"""The last states of a conversation, read off its events.

Rasa copies a tracker and replays the whole conversation into it, three times a turn, to look at
the two or three states that rules can mention.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any, Union

from rasa.shared.core.constants import ACTION_LISTEN_NAME, PREVIOUS_ACTION, USER
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    BotUttered,
    DefinePrevUserUtteredFeaturization,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

BEGINNINGS = frozenset((Restarted, SessionStarted))
"""Events before which nothing counts."""
PLAIN = BEGINNINGS | {
    ActionExecuted, BotUttered, DefinePrevUserUtteredFeaturization, SlotSet, UserUttered,
}  # fmt: skip
"""Events that take nothing back and start no loop."""


class Ending:
    """The end of a conversation; a featurizer takes it for a tracker."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.events = tuple(events)

    def past_states(self, domain: Domain, **options: Any) -> list[dict[str, Any]]:
        """The states that Rasa's tracker gives, from the second on; the options bear on slots
        and loops, of which there are none."""
        states: list[dict[str, Any]] = []
        said: dict[str, Any] = {}
        done: dict[str, Any] = {}
        for event in self.events:
            if type(event) is UserUttered:
                said = domain._get_user_sub_state(SimpleNamespace(latest_message=event))
            elif type(event) is ActionExecuted:
                states.append(_state(said, done))
                done = event.as_sub_state()
        states.append(_state(said, done))
        return states


def _state(said: dict[str, Any], done: dict[str, Any]) -> dict[str, Any]:
    # The featurizer takes the text or the intent away from the last one: it must not be shared.
    state = {USER: dict(said), PREVIOUS_ACTION: done}
    return {kind: sub_state for kind, sub_state in state.items() if sub_state}


def ending(tracker: DialogueStateTracker, length: int) -> Union[Ending, DialogueStateTracker]:
    """What has the same last `length` states as `tracker`; `tracker` itself where slots, loops or
    reverted events make them harder to read."""
    if any(slot.influence_conversation for slot in tracker.slots.values()):
        return tracker
    if not PLAIN.issuperset(map(type, tracker.events)):
        return tracker
    end: list[Event] = []
    actions = 0
    for event in reversed(tracker.events):
        if type(event) in BEGINNINGS:
            break
        if type(event) is ActionExecuted:
            actions += 1
            listens = event.action_name == ACTION_LISTEN_NAME
            # A message right after it: all later states know what was said last.
            if actions > length and listens and end and type(end[-1]) is UserUttered:
                end.append(event)
                break
        end.append(event)
    return Ending(reversed(end))
