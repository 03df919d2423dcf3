"""A tracker store in memory that forgets; endpoints.yml names it, `rasa run` may use it too."""

from __future__ import annotations

from typing import Any, Optional

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SerializedTrackerAsText
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from vigie.server.memory import Conversation, Conversations
from vigie.server.standins.blank import BlankTrackers


class MemoryStore(BlankTrackers, SerializedTrackerAsText):
    """Conversations in this process only; gone at exit, after an hour, or past a bound."""

    def __init__(
        self,
        domain: Optional[Domain] = None,
        host: Optional[str] = None,
        event_broker: Optional[EventBroker] = None,
        ttl_minutes: float = 60,
        max_conversations: int = 10_000,
        max_turns: int = 10,
        **kwargs: Any,
    ) -> None:
        """Take the keys of `tracker_store:` in endpoints.yml.

        Args:
            domain: intents and slots, or None until a model is loaded.
            host: what rasa passes for `url:`; of no use here.
            event_broker: where rasa streams events; None keeps them in this process.
            ttl_minutes: how long a conversation outlives its last turn.
            max_conversations: how many are kept; the least recently used go first.
            max_turns: turns kept of one conversation; slots outlive them.
            kwargs: nothing else is understood.

        Raises:
            ValueError: a key is unknown, or a bound is not positive.
        """
        del host
        if kwargs:
            raise ValueError(f"unknown key of the tracker store: {', '.join(sorted(kwargs))}")
        if min(ttl_minutes, max_conversations, max_turns) <= 0:
            raise ValueError("ttl_minutes, max_conversations and max_turns must be positive")
        self.conversations = Conversations(max_conversations, ttl_minutes * 60)
        self._turns = max_turns
        super().__init__(domain, event_broker)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep the last turns of `tracker`."""
        if self.event_broker is not None:
            await self.stream_events(tracker)
        kept = Conversation.last(tracker.events, self._turns)
        self.conversations.put(tracker.sender_id, kept)

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        """A tracker of one's own for `sender_id`, rebuilt with the slots of the current domain."""
        kept = self.conversations.get(sender_id)
        if kept is None:
            return None
        tracker = self.init_tracker(sender_id)
        for event in kept.replay(tracker.slots):
            tracker.update(event)
        return tracker

    async def keys(self) -> list[str]:
        """The senders of the conversations kept."""
        return self.conversations.senders()
