"""What outlives any one model: the stores of endpoints.yml and the actions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from rasa.core.lock_store import InMemoryLockStore, LockStore
from rasa.core.tracker_store import InMemoryTrackerStore, TrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.utils.endpoints import EndpointConfig

from vigie.errors import Refusal
from vigie.project import Project
from vigie.server.actions import GuardedActions, RemoteActions, local_actions
from vigie.server.endpoints import read
from vigie.server.locks import MemoryLocks
from vigie.server.logs import error_types
from vigie.server.redis.link import Link
from vigie.server.redis.locks import RedisLocks
from vigie.server.redis.store import RedisStore
from vigie.server.redis.tickets import Tickets
from vigie.server.settings import Settings
from vigie.server.standins import validation
from vigie.server.store import MemoryStore


@dataclass(frozen=True)
class Parts:
    """What all models of one process share: conversations survive a reload."""

    store: TrackerStore
    locks: LockStore
    actions: GuardedActions

    @property
    def conversations(self) -> int:
        """How many conversations are in memory."""
        return len(self.store.conversations) if isinstance(self.store, MemoryStore) else 0

    @property
    def shared(self) -> Optional[Link]:
        """What this process shares with other replicas; None when it is alone."""
        return self.store.link if isinstance(self.store, RedisStore) else None

    @property
    def tickets(self) -> Optional[Tickets]:
        """The order of messages that replicas share; None when it is alone."""
        return self.locks.tickets if isinstance(self.locks, RedisLocks) else None

    async def erase(self, sender: str) -> None:
        """Erase all that is kept of one conversation, also in a shared store.

        Raises:
            NotImplementedError: the store of endpoints.yml cannot.
            ConnectionError: a shared store is out of reach.
        """
        if isinstance(self.store, MemoryStore):
            self.store.conversations.forget(sender)
        elif isinstance(self.store, RedisStore):
            await self.store.forget(sender)
        else:
            raise NotImplementedError(type(self.store).__name__)

    def sweep(self) -> None:
        """Forget conversations that are too old."""
        if isinstance(self.store, MemoryStore):
            self.store.conversations.sweep()


def build_parts(project: Project, settings: Settings) -> Parts:
    """The stores of endpoints.yml and the actions.

    Raises:
        Refusal: a store or the actions cannot be had as they are written.
    """
    found = read(project, settings)
    if found.event_broker:
        raise Refusal(
            "endpoints.yml nomme un event_broker : Vigie ne transmet aucune conversation, "
            "retirez-le."
        )
    validation.install()
    parts = Parts(_store(found.tracker_store), _locks(found.lock_store), _actions(found, settings))
    _agree(parts, settings)
    return parts


def _agree(parts: Parts, settings: Settings) -> None:
    """Conversations and their order are shared together, and with the key that signs sessions.

    Raises:
        Refusal: one is without the others.
    """
    if isinstance(parts.store, MemoryStore) and isinstance(parts.locks, MemoryLocks):
        return
    if not isinstance(parts.store, RedisStore) or not isinstance(parts.locks, RedisLocks):
        raise Refusal(
            "Le tracker_store et le lock_store vont ensemble : tous deux en mémoire, ou tous deux "
            "dans Redis (deploy/endpoints.yml)."
        )
    if not settings.secret:
        raise Refusal(
            "Plusieurs répliques signent avec la même clé : donnez à toutes le même VIGIE_SECRET "
            "(par exemple « openssl rand -hex 32 »)."
        )


def _store(endpoint: Optional[EndpointConfig]) -> TrackerStore:
    if endpoint is None or endpoint.type is None:
        return MemoryStore()
    try:
        store = TrackerStore.create(endpoint)
    except Refusal:
        raise
    except Exception as problem:
        raise Refusal(
            f"Le tracker_store de endpoints.yml ne s’ouvre pas : {error_types(problem)}."
        ) from problem
    if type(store) is InMemoryTrackerStore:  # what Rasa falls back to, with a mere warning
        raise Refusal(f"endpoints.yml : le tracker_store « {endpoint.type} » n’existe pas.")
    return store


def _locks(endpoint: Optional[EndpointConfig]) -> LockStore:
    if endpoint is None or endpoint.type in (None, "in_memory"):
        return MemoryLocks()
    try:
        locks = LockStore.create(endpoint)
    except Refusal:
        raise
    except Exception as problem:
        raise Refusal(
            f"Le lock_store de endpoints.yml ne s’ouvre pas : {error_types(problem)}."
        ) from problem
    return MemoryLocks() if type(locks) is InMemoryLockStore else locks


def _actions(found: AvailableEndpoints, settings: Settings) -> GuardedActions:
    if settings.actions == "local":
        return local_actions(settings.action_seconds)
    if found.action is None:
        raise Refusal("VIGIE_ACTIONS=remote demande un action_endpoint dans endpoints.yml.")
    return RemoteActions(found.action, settings.action_seconds)
