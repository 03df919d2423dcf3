"""What outlives any one model: the stores of endpoints.yml and the actions."""

from __future__ import annotations

from dataclasses import dataclass
from inspect import isawaitable
from typing import Optional

from rasa.core.lock_store import InMemoryLockStore, LockStore
from rasa.core.tracker_store import InMemoryTrackerStore, TrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.utils.endpoints import EndpointConfig

from vigie.errors import Refusal
from vigie.project import Project
from vigie.server import validation
from vigie.server.actions import GuardedActions, RemoteActions, local_actions
from vigie.server.locks import MemoryLocks
from vigie.server.logs import error_types
from vigie.server.settings import Settings
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

    def forget(self, sender: str) -> None:
        """Erase what is kept in memory of one conversation."""
        if isinstance(self.store, MemoryStore):
            self.store.conversations.forget(sender)

    async def erase(self, sender: str) -> None:
        """Erase all that is kept of one conversation, also in a shared store that can `forget`.

        Raises:
            NotImplementedError: the store of endpoints.yml cannot.
        """
        if isinstance(self.store, MemoryStore):
            self.forget(sender)
            return
        forget = getattr(self.store, "forget", None)
        if forget is None:
            raise NotImplementedError(type(self.store).__name__)
        done = forget(sender)
        if isawaitable(done):
            await done

    def sweep(self) -> None:
        """Forget conversations that are too old."""
        if isinstance(self.store, MemoryStore):
            self.store.conversations.sweep()


def build_parts(project: Project, settings: Settings) -> Parts:
    """The stores of endpoints.yml and the actions.

    Raises:
        Refusal: a store or the actions cannot be had as they are written.
    """
    found = AvailableEndpoints()
    if project.endpoints.is_file():
        found = AvailableEndpoints.read_endpoints(str(project.endpoints))
    if found.event_broker:
        raise Refusal(
            "endpoints.yml nomme un event_broker : Vigie ne transmet aucune conversation, "
            "retirez-le."
        )
    validation.install()
    return Parts(_store(found.tracker_store), _locks(found.lock_store), _actions(found, settings))


def _store(endpoint: Optional[EndpointConfig]) -> TrackerStore:
    if endpoint is None or endpoint.type is None:
        return MemoryStore()
    try:
        store = TrackerStore.create(endpoint)
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
