"""A tracker that is copied as it stands; Rasa's own replays all of its events for each copy."""

from __future__ import annotations

import copy
from typing import Any

from rasa.shared.core.trackers import DialogueStateTracker


class Tracker(DialogueStateTracker):
    """What one conversation has come to. Rasa copies it five times a turn."""

    def copy(self) -> Tracker:
        """A twin whose slots and events are its own."""
        twin = self._blank()
        twin.events = self._create_events(list(self.events))
        twin.active_loop = copy.copy(self.active_loop)
        return twin

    def init_copy(self) -> Tracker:
        """A tracker of the same conversation before it began."""
        twin = self._blank()
        twin.events = self._create_events([])
        twin._reset()
        return twin

    def of(self, sender: str) -> Tracker:
        """A tracker of a conversation of `sender` that has not begun."""
        twin = self.init_copy()
        twin.sender_id = sender
        return twin

    def _blank(self) -> Tracker:
        """A twin with slots of its own, without the ids that mark new events."""
        twin: Tracker = _shallow(self)
        twin.slots = {name: _shallow(slot) for name, slot in self.slots.items()}
        twin.sender_source = twin.model_id = twin.assistant_id = None
        return twin


def _shallow(thing: Any) -> Any:
    """`copy.copy` for plain objects, four times as fast."""
    twin = object.__new__(type(thing))
    twin.__dict__.update(thing.__dict__)
    return twin
