"""What our tracker stores have in common: one domain at a time, and quick blank trackers."""

from __future__ import annotations

from typing import Optional

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from vigie.server.standins.tracker import Tracker


class BlankTrackers(TrackerStore):
    """A store whose domain outlives reloads, and whose trackers are copies of a blank one."""

    _blank: Optional[Tracker] = None

    @property
    def domain(self) -> Domain:
        """The domain of the model that is being served."""
        return self._domain

    @domain.setter
    def domain(self, domain: Optional[Domain]) -> None:
        # Building an Agent first sets an empty domain on a store that another one is using.
        if domain is not None and not domain.is_empty():
            self._domain = domain
            self._blank = None

    def init_tracker(self, sender_id: str) -> DialogueStateTracker:
        """A tracker of a conversation that has not begun."""
        if self._blank is None:
            self._blank = Tracker("", self.domain.slots)
        return self._blank.of(sender_id)
