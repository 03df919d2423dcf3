"""Rasa's agent and message processor, less the work that changes nothing in a turn."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Optional, Union

from rasa.core.actions.action import (
    ACTION_VALIDATE_SLOT_MAPPINGS,
    Action,
    ActionListen,
    ActionSessionStart,
    RemoteAction,
)
from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import TrackerStore
from rasa.engine import loader
from rasa.exceptions import ActionLimitReached
from rasa.shared.core.constants import DEFAULT_SLOT_NAMES
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecutionRejected, Event
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.common import TempDirectoryPath, get_temp_dir_name

from vigie.server import turn
from vigie.server.lane import lane
from vigie.server.standins.archive import OnceRead
from vigie.server.standins.graph import PlainRunner
from vigie.server.store import MemoryStore

STATELESS = (ActionListen, ActionSessionStart, RemoteAction)
"""Actions of which one does for all turns."""


def fills_slots(domain: Domain) -> bool:
    """Whether a message can fill a slot before any action runs; not when all mappings are
    `custom` without an action, as in ours."""
    mappings = [
        mapping
        for slot in domain.slots
        if slot.name not in DEFAULT_SLOT_NAMES
        for mapping in slot.mappings
    ]
    return ACTION_VALIDATE_SLOT_MAPPINGS in domain.user_actions or any(
        mapping.get("type") != "custom" or mapping.get("action") for mapping in mappings
    )


class Processor(MessageProcessor):
    """Answers as Rasa's does: it copies nothing for debug lines that nobody prints, and checks
    once what it would check at each turn."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """As in Rasa."""
        super().__init__(*args, **kwargs)
        self._fills_slots = fills_slots(self.domain)
        self._intents = frozenset(self.domain.intents)
        self._entities = frozenset(self.domain.entities)
        self._actions: dict[str, Optional[Action]] = {}

    @staticmethod
    def _load_model(model_path: Union[str, Path]) -> tuple[str, Any, Any]:
        archive = Path(model_path)
        with TempDirectoryPath(get_temp_dir_name()) as folder:
            metadata, runner = loader.load_predict_graph_runner(
                Path(folder), archive, OnceRead, PlainRunner
            )
        return archive.name, metadata, runner

    async def parse_message(
        self,
        message: UserMessage,
        tracker: Optional[DialogueStateTracker] = None,
        only_output_properties: bool = True,
    ) -> Any:
        """As in Rasa, when it is this message's turn, and in a thread."""
        if self.http_interpreter:
            return await super().parse_message(message, tracker, only_output_properties)
        if tracker is None:
            tracker = DialogueStateTracker.from_events(message.sender_id, [])
        noted = turn.current()
        understand = partial(
            self._parse_message_with_graph, message, tracker, only_output_properties
        )
        parsed = await lane().apart(noted.rank, noted.source, understand)
        self._update_full_retrieval_intent(parsed)
        self._check_for_unseen_features(parsed)
        return parsed

    async def run_action_extract_slots(
        self, output_channel: OutputChannel, tracker: DialogueStateTracker
    ) -> DialogueStateTracker:
        """The tracker with the slots that the message fills."""
        if self._fills_slots:
            return await super().run_action_extract_slots(output_channel, tracker)
        return tracker

    def _check_for_unseen_features(self, parse_data: dict[str, Any]) -> None:
        known = parse_data["intent"]["name"] in self._intents
        if not known or not all(e["entity"] in self._entities for e in parse_data["entities"]):
            super()._check_for_unseen_features(parse_data)

    @staticmethod
    def _log_slots(tracker: DialogueStateTracker) -> None:
        """Nothing: a line for debugging, in the words of whoever writes."""

    def predict_next_with_tracker_if_should(
        self, tracker: DialogueStateTracker
    ) -> tuple[Action, PolicyPrediction]:
        """As in Rasa, less the search for the action among all that Rasa knows."""
        again = self.should_predict_another_action(tracker.latest_action_name)
        if self.is_action_limit_reached(tracker, again):
            raise ActionLimitReached("The limit of actions to predict has been reached.")
        prediction = self._predict_next_with_tracker(tracker)
        name = self.domain.action_names_or_texts[prediction.max_confidence_index]
        action = self._get_action(name)
        assert action is not None, "the domain knows its actions"
        return action, prediction

    def _get_action(self, action_name: str) -> Optional[Action]:
        action = self._actions.get(action_name) or super()._get_action(action_name)
        if isinstance(action, STATELESS):
            self._actions[action_name] = action
        return action

    def _log_action_on_tracker(
        self,
        tracker: DialogueStateTracker,
        action: Action,
        events: Optional[list[Event]],
        prediction: PolicyPrediction,
    ) -> None:
        events = events or []
        if not any(isinstance(event, ActionExecutionRejected) for event in events):
            tracker.update_with_events(prediction.events, self.domain)
            tracker.update(action.event_for_successful_execution(prediction))
        tracker.update_with_events(events, self.domain)


class QuickAgent(Agent):
    """Rasa's agent around our processor."""

    @staticmethod
    def _create_tracker_store(store: Optional[TrackerStore], domain: Domain) -> TrackerStore:
        """A store in memory needs none of the safety net that Rasa puts around the others."""
        if not isinstance(store, MemoryStore):
            return Agent._create_tracker_store(store, domain)
        store.domain = domain
        return store

    def load_model(self, model_path: Union[str, Path], fingerprint: Optional[str] = None) -> None:
        """Load an archive, and tell its domain to the store and the generator of responses."""
        self.processor = Processor(
            model_path=model_path,
            tracker_store=self.tracker_store,
            lock_store=self.lock_store,
            action_endpoint=self.action_endpoint,
            generator=self.nlg,
        )
        self.domain = self.processor.domain
        self._set_fingerprint(fingerprint)
        self.tracker_store.domain = self.domain
        self.nlg.responses = self.domain.responses
