"""Rasa's own commands run the actions themselves where no action server answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from aiohttp import ClientConnectionError
from rasa.core.actions.action import RemoteAction
from rasa.core.lock_store import LockStore
from rasa.utils.endpoints import EndpointConfig

from vigie.server.actions import GuardedActions
from vigie.server.locks import MemoryLocks
from vigie.server.standins import nearest

HERE: dict[str, Any] = {"events": [], "responses": []}
THERE: dict[str, Any] = {"events": [], "responses": [{"text": "là-bas"}]}


class Fake(EndpointConfig):
    """An endpoint that answers, or that is not there."""

    def __init__(self, result: Any) -> None:
        super().__init__(url="http://127.0.0.1:1/webhook", enable_selective_domain=True)
        self._result = result

    async def request(self, *args: Any, **kwargs: Any) -> Any:
        if isinstance(self._result, Exception):
            raise self._result
        return self._result


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(RemoteAction, "__init__", RemoteAction.__init__)  # put back afterwards
    monkeypatch.setattr(nearest, "_local", lambda: Fake(HERE))
    endpoint = EndpointConfig(type="vigie.server.locks.MemoryLocks", actions="here")
    assert isinstance(LockStore.create(endpoint), MemoryLocks)
    yield


@pytest.mark.parametrize(
    ("remote", "expected"),
    [(Fake(THERE), THERE), (Fake(ClientConnectionError()), HERE)],
    ids=["the server where it answers", "this process where it does not"],
)
async def test_an_action_is_run_by(installed: None, remote: Fake, expected: Any) -> None:
    action = RemoteAction("action_answer", remote)
    assert await action.action_endpoint.request(json={}) == expected
    assert action._is_selective_domain_enabled()


@pytest.mark.parametrize("problem", [TimeoutError(), ValueError()])
async def test_what_a_server_answers_badly_is_not_run_again(
    installed: None, problem: Exception
) -> None:
    with pytest.raises(type(problem)):
        await RemoteAction("action_answer", Fake(problem)).action_endpoint.request(json={})


def test_vigie_serve_keeps_its_own_way(installed: None) -> None:
    guarded = GuardedActions(1.0)
    assert RemoteAction("action_answer", guarded).action_endpoint is guarded
