"""RulePolicy with a memory: which rules a state fits is worked out once, not four times a turn.

And it looks no further back than the longest rule, where Rasa's own goes through the whole
conversation three times a turn.
"""

from __future__ import annotations

from typing import Any

from rasa.core.policies import rule_policy
from rasa.shared.core.constants import PREVIOUS_ACTION
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from vigie.server.states import ending

RULES = rule_policy.RULES
MOST = 4096
"""States remembered; an intent, an action and the kinds of entities make one."""

Mentioned = tuple[tuple[str, str], ...]


class RulePolicy(rule_policy.RulePolicy):
    """Rasa's policy, the same predictions. It bears the same name, which predictions carry."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """As in Rasa."""
        super().__init__(*args, **kwargs)
        self._fitting: dict[tuple[Any, ...], frozenset[str]] = {}
        self._rules: dict[str, Any] = {}
        self._mentioned: Mentioned = ()
        self._longest = 0

    def _prediction_states(
        self, tracker: DialogueStateTracker, domain: Domain, *args: Any, **kwargs: Any
    ) -> list[Any]:
        """The states that rules can look at."""
        lookup = self.lookup[RULES]
        if lookup is not self._rules:
            self._read(lookup)
        end = ending(tracker, self._longest)
        states: list[Any] = super()._prediction_states(end, domain, *args, **kwargs)
        return states

    def _get_possible_keys(self, lookup: dict[str, Any], states: list[Any]) -> set[str]:
        """The rules that agree with all of the last states."""
        if lookup is not self._rules:
            self._read(lookup)
        keys = frozenset(lookup)
        # A rule says nothing of what came before its own beginning.
        for index, state in enumerate(reversed(states[-self._longest :])):
            keys &= self._fit(index, state)
        return set(keys)

    def _read(self, lookup: dict[str, Any]) -> None:
        """Note the longest rule and what the rules look at."""
        rules = [self._rule_key_to_state(key) for key in lookup]
        looked_at = {
            (kind, name)
            for rule in rules
            for state in rule
            for kind, features in state.items()
            for name in features
        }
        self._rules = lookup
        self._fitting = {}
        self._mentioned = tuple(sorted(looked_at))
        self._longest = max(map(len, rules), default=1)

    def _fit(self, index: int, state: dict[str, Any]) -> frozenset[str]:
        """The rules that a state fits, `index` states before the end.

        Only what rules look at tells states apart, so what a person wrote is not kept here.
        """
        seen = tuple(state.get(kind, {}).get(name) for kind, name in self._mentioned)
        key = (index, bool(state.get(PREVIOUS_ACTION)), seen)
        found = self._fitting.get(key)
        if found is None:
            found = frozenset(
                rule for rule in self._rules if self._is_rule_applicable(rule, index, state)
            )
            if len(self._fitting) >= MOST:
                self._fitting.clear()
            self._fitting[key] = found
        return found
