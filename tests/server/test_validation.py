"""The check of an action's result is Rasa's, and our own actions, checked before, skip it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import Event, SlotSet
from rasa.utils.endpoints import EndpointConfig

from vigie.server.actions import GuardedActions
from vigie.server.standins import validation

RESULTS: dict[str, Any] = {
    "nothing": {},
    "a slot and a sentence": {
        "events": [{"event": "slot", "name": "subjects", "value": ["dol"]}],
        "responses": [{"text": "Bonjour."}],
    },
    "events that are no list": {"events": {"event": "slot"}, "responses": []},
    "an event without a kind": {"events": [{"name": "subjects"}], "responses": []},
    "a sentence that is no object": {"events": [], "responses": ["Bonjour."]},
}


def refused(check: Any, *args: Any) -> bool:
    try:
        check(*args)
    except jsonschema.ValidationError:
        return True
    return False


@pytest.mark.parametrize("result", RESULTS.values(), ids=RESULTS)
def test_what_an_action_server_answers_is_refused_where_rasa_refuses_it(result: Any) -> None:
    remote = SimpleNamespace(action_endpoint=EndpointConfig("http://127.0.0.1:1"))
    stock = refused(jsonschema.validate, result, RemoteAction.action_response_format_spec())
    assert refused(validation._validate, remote, result) is stock


def test_the_results_of_our_own_endpoint_are_not_checked_again() -> None:
    own = SimpleNamespace(action_endpoint=GuardedActions(1.0))
    assert not refused(validation._validate, own, RESULTS["events that are no list"])


def test_an_event_is_found_by_its_name_each_time_and_an_unknown_one_never() -> None:
    validation.install()
    assert [Event.resolve_by_type("slot") for _ in range(2)] == [SlotSet, SlotSet]
    for _ in range(2):
        with pytest.raises(ValueError, match="nonsense"):
            Event.resolve_by_type("nonsense")
