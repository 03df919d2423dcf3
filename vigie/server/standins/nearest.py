"""Actions for Rasa's own commands, in their own process where no action server answers.

`rasa shell`, `rasa run` and `rasa interactive` call actions at the address of endpoints.yml, which
`rasa run actions` serves. Where nobody listens there, a developer's first `rasa shell` would only
fail: the actions are run in that process then, as `vigie serve` always does.
"""

from __future__ import annotations

import logging
from functools import lru_cache
from typing import Any

from aiohttp import ClientConnectionError
from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import EndpointConfig

from vigie.server.actions import GuardedActions, LocalActions, local_actions

log = logging.getLogger(__name__)

SECONDS = 30.0
"""What an action may take here: the first one reads all the knowledge."""


@lru_cache(maxsize=1)
def _local() -> LocalActions:
    log.warning("aucun serveur d’actions ne répond : les actions tournent dans ce processus")
    return local_actions(SECONDS)


class Nearest(EndpointConfig):
    """An action server, and this process where it cannot be reached."""

    def __init__(self, remote: EndpointConfig) -> None:
        """Call `remote` first."""
        super().__init__(url=remote.url, **remote.kwargs)
        self._remote = remote

    async def request(self, *args: Any, **kwargs: Any) -> Any:
        """The result of the action that Rasa asks for.

        Raises:
            Refusal: nobody answers, and the package `actions` does not load either.
        """
        try:
            return await self._remote.request(*args, **kwargs)
        except ClientConnectionError:
            return await _local().request(*args, **kwargs)


_made = RemoteAction.__init__


def _make(self: RemoteAction, name: str, action_endpoint: Any) -> None:
    if isinstance(action_endpoint, EndpointConfig) and not isinstance(
        action_endpoint, (GuardedActions, Nearest)
    ):
        action_endpoint = Nearest(action_endpoint)
    _made(self, name, action_endpoint)


def install() -> None:
    """Let the remote actions of this process be run by it where no server answers."""
    RemoteAction.__init__ = _make
