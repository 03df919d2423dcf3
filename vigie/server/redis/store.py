"""Rasa's Redis tracker store, bounded: in time, in turns, and never silently elsewhere.

Rasa's own waits for ever, keeps every turn and, when Redis is down, saves people's messages in
memory without end. This one keeps the last turns and the slots with an expiry; when Redis is
down, the turn is noted as one without context, which the channel tells the person.
"""

from __future__ import annotations

import json
from typing import Any, Optional

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import RedisTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker

from vigie.server import turn
from vigie.server.memory import Conversation
from vigie.server.redis.link import Down, shared
from vigie.server.redis.options import Options
from vigie.server.standins.blank import BlankTrackers


class RedisStore(BlankTrackers, RedisTrackerStore):
    """Conversations in Redis, for an hour after their last turn."""

    def __init__(
        self,
        domain: Optional[Domain] = None,
        host: Optional[str] = None,
        event_broker: Optional[EventBroker] = None,
        record_exp: float = 3_600,
        max_turns: int = 10,
        key_prefix: Optional[str] = None,
        **options: Any,
    ) -> None:
        """Take the keys of `tracker_store:` in endpoints.yml.

        Args:
            domain: intents and slots, or None until a model is loaded.
            host: what rasa passes for `url:`.
            event_broker: of no use here; refused by `build_parts`.
            record_exp: seconds that a conversation outlives its last turn.
            max_turns: turns kept of one conversation; slots outlive them.
            key_prefix: letters and digits put before each key.
            options: how to reach Redis (see `Options`).

        Raises:
            Refusal: an option cannot be read.
            ValueError: a bound is not positive.
        """
        self.link = shared(Options.read(host, options))
        self._turns = int(max_turns)
        seconds = int(float(record_exp))
        if min(self._turns, seconds) <= 0:
            raise ValueError("record_exp and max_turns must be positive")
        super().__init__(domain, record_exp=seconds, key_prefix=key_prefix)
        del self.red  # the blocking client, which would hold up everybody

    async def save(self, tracker: DialogueStateTracker, timeout: Optional[float] = None) -> None:
        """Keep the last turns of `tracker`; note the loss when Redis is down."""
        if turn.is_without_context():
            return  # what is there was not read: writing would erase it
        kept = Conversation.last(tracker.events, self._turns)
        if len(kept.events) <= 1 and not kept.slots:
            return  # Rasa saves each new tracker before anybody said anything
        try:
            await self.link.call(
                "set",
                self.key_prefix + tracker.sender_id,
                encode(kept),
                ex=int(timeout or self.record_exp),
            )
        except Down:
            turn.note_without_context()

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        """The tracker of `sender_id`, with the slots of the current domain; None when unknown."""
        if turn.is_without_context():
            return None
        try:
            stored = await self.link.call("get", self.key_prefix + sender_id)
        except Down:
            turn.note_without_context()
            return None
        if stored is None:
            return None
        tracker = self.init_tracker(sender_id)
        for event in decode(stored).replay(tracker.slots):
            tracker.update(event)
        return tracker

    async def retrieve_full_tracker(self, sender_id: str) -> Optional[DialogueStateTracker]:
        """All that is kept of `sender_id`."""
        return await self.retrieve(sender_id)

    async def forget(self, sender_id: str) -> None:
        """Erase what is kept of `sender_id`.

        Raises:
            Down: Redis is out of reach, so that it is still there.
        """
        await self.link.call("delete", self.key_prefix + sender_id)

    async def keys(self) -> list[str]:
        """The senders of the conversations kept (a scan: for operators, not for turns).

        Raises:
            Down: Redis is out of reach.
        """
        senders: list[str] = []
        cursor = 0
        while True:
            cursor, keys = await self.link.call(
                "scan", cursor, match=self.key_prefix + "*", count=1_000
            )
            senders.extend(key[len(self.key_prefix) :] for key in keys)
            if not int(cursor):
                return senders


def encode(kept: Conversation) -> str:
    """`kept` as JSON."""
    events = [event.as_dict() for event in kept.events]
    return json.dumps({"slots": dict(kept.slots), "events": events}, ensure_ascii=False)


def decode(stored: str) -> Conversation:
    """What `encode` made; events that this version does not know are left out."""
    found = json.loads(stored)
    events = (Event.from_parameters(event) for event in found["events"])
    return Conversation(
        tuple(found["slots"].items()), tuple(event for event in events if event is not None)
    )
