"""Rasa's check of an action's result, without its 20 ms.

`RemoteAction._validate_action_result` compiles and re-checks a constant schema at every call.
Here it is compiled once, and skipped for `GuardedActions`, whose results are already checked.
And `Event.resolve_by_type` walks all subclasses for each event: here the answer is remembered.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jsonschema import Draft202012Validator
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import Event

from vigie.server.actions import GuardedActions


@lru_cache(maxsize=1)
def _validator() -> Draft202012Validator:
    return Draft202012Validator(RemoteAction.action_response_format_spec())


def _validate(self: RemoteAction, result: dict[str, Any]) -> bool:
    if not isinstance(self.action_endpoint, GuardedActions):
        _validator().validate(result)
    return True


def install() -> None:
    """Replace Rasa's check and search in this process."""
    RemoteAction._validate_action_result = _validate
    if not hasattr(Event.resolve_by_type, "cache_info"):
        # An unknown name raises, and so is not remembered.
        Event.resolve_by_type = staticmethod(lru_cache(maxsize=256)(Event.resolve_by_type))
