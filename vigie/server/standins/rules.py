"""RulePolicy with a memory: what the rules say of a state is worked out once, not twice a turn.

And it looks no further back than the longest rule, where Rasa's own goes through the whole
conversation three times a turn.
"""

from __future__ import annotations

from typing import Any, Optional

from rasa.core.policies import rule_policy
from rasa.shared.core.constants import PREVIOUS_ACTION, USER
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ACTION_NAME, INTENT

from vigie.server.standins.states import Ending, ending

RULES = rule_policy.RULES
SIMPLE = {(USER, INTENT), (PREVIOUS_ACTION, ACTION_NAME)}
MOST = 4096
"""States remembered; intents and actions make one."""

Found = tuple[Optional[str], Optional[str], bool]
"""An action, the rule that chose it, and whether it returns to a loop."""


class RulePolicy(rule_policy.RulePolicy):
    """Rasa's policy, the same predictions. It bears the same name, which predictions carry."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """As in Rasa."""
        super().__init__(*args, **kwargs)
        self._found: dict[tuple[Any, ...], Found] = {}
        self._rules: dict[str, Any] = {}
        self._simple = False
        """Whether the rules look at intents and actions alone."""
        self._longest = 0

    def _find_action_from_rules(
        self, tracker: DialogueStateTracker, domain: Domain, use_text_for_last_user_input: bool
    ) -> Found:
        """The action that the rules choose; worked out once for the same intents and actions."""
        key = self._key(tracker, use_text_for_last_user_input)
        if key in self._found:
            return self._found[key]
        found: Found = super()._find_action_from_rules(
            tracker, domain, use_text_for_last_user_input
        )
        if found[0] is None and use_text_for_last_user_input:
            found = (None, "", False)  # else what somebody wrote, which nobody reads here
        if key is not None and (found[0] or use_text_for_last_user_input):
            if len(self._found) >= MOST:
                self._found.clear()
            self._found[key] = found
        return found

    def _key(self, tracker: DialogueStateTracker, use_text: bool) -> Optional[tuple[Any, ...]]:
        """All that the rules can see of `tracker`, nothing that somebody wrote; None where that
        is hard to say."""
        self._read()
        end = ending(tracker, self._longest)
        if not isinstance(end, Ending) or tracker.active_loop_name or not self._simple:
            return None
        seen: list[Any] = [use_text, tracker.latest_action_name]
        for event in end.events:
            if type(event) is UserUttered:
                seen += (event.intent_name, bool(event.text), event.use_text_for_featurization)
            elif type(event) is ActionExecuted:
                if event.action_name is None:
                    return None
                seen.append(event.action_name)
        return tuple(seen)

    def _prediction_states(
        self, tracker: DialogueStateTracker, domain: Domain, *args: Any, **kwargs: Any
    ) -> list[Any]:
        """The states that the rules can look at."""
        self._read()
        end = ending(tracker, self._longest)
        states: list[Any] = super()._prediction_states(end, domain, *args, **kwargs)
        return states

    def _read(self) -> None:
        """Note how long the rules are and what they look at, the first time."""
        lookup = self.lookup[RULES]
        if lookup is self._rules:
            return
        rules = [self._rule_key_to_state(key) for key in lookup]
        looked_at = {
            (kind, name)
            for rule in rules
            for state in rule
            for kind, features in state.items()
            for name in features
        }
        self._rules = lookup
        self._found = {}
        self._simple = looked_at <= SIMPLE
        self._longest = max(map(len, rules), default=1)
