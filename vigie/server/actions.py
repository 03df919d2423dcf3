"""Where Rasa sends its custom actions: this process by default, an action server on demand.

Whatever an action does (raise, hang, answer nonsense), the person gets a sentence: the result
is then `utter_failure`, the turn is marked, and the log holds the type of the error alone.
"""

from __future__ import annotations

import asyncio
import copy
import importlib
import logging
import math
import threading
from collections.abc import Coroutine
from datetime import date
from typing import Any, Optional

from rasa.shared.core.events import Event
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor

from vigie.errors import Refusal
from vigie.server import metrics, turn
from vigie.server.account import Accountant
from vigie.server.logs import error_types
from vigie.server.threads import Threads

log = logging.getLogger(__name__)

FAILED: dict[str, Any] = {"events": [], "responses": [{"response": "utter_failure"}]}


class Nonsense(ValueError):
    """An action answered something that is not a result."""


def checked(result: Any) -> dict[str, Any]:
    """`result`, when it has the form that Rasa expects of an action.

    Raises:
        Nonsense: it has not.
    """
    if not isinstance(result, dict):
        raise Nonsense
    events, responses = result.get("events") or [], result.get("responses") or []
    if not (isinstance(events, list) and isinstance(responses, list)):
        raise Nonsense
    try:
        understood = all(Event.from_parameters(event) is not None for event in events)
    except Exception as problem:
        raise Nonsense from problem
    if not understood or not all(isinstance(response, dict) for response in responses):
        raise Nonsense
    return {"events": events, "responses": responses}


class GuardedActions(EndpointConfig):
    """An action endpoint that always answers, within `seconds`."""

    def __init__(self, seconds: float, **kwargs: Any) -> None:
        """Answer within `seconds`; the rest is Rasa's endpoint."""
        super().__init__(**kwargs)
        self.seconds = seconds
        self.accountant = Accountant()

    async def run(self, call: dict[str, Any], **kwargs: Any) -> Any:
        """The action's own answer."""
        raise NotImplementedError

    def overdue(self, today: date) -> float:
        """How many facts were to be checked again before `today`; NaN where that is not known."""
        return math.nan

    async def request(
        self,
        method: str = "post",
        subpath: Optional[str] = None,
        content_type: Optional[str] = "application/json",
        compress: bool = False,
        **kwargs: Any,
    ) -> dict[str, Any]:
        """The result of the action that Rasa asks for, or `utter_failure`."""
        call = kwargs.get("json") or {}
        try:
            result = checked(await self.run(call, compress=compress))
            self.accountant.note(str(call.get("sender_id") or ""), result["responses"])
            return result
        except Exception as problem:
            kind = "timeout" if isinstance(problem, asyncio.TimeoutError) else "error"
            metrics.ACTION_FAILURES.labels(kind).inc()
            turn.note_failure(f"action_{kind}")
            name = call.get("next_action")
            log.error("action en échec : %s (%s)", name, error_types(problem))
            return copy.deepcopy(FAILED)


_own = threading.local()


def _run(action: Coroutine[Any, Any, Any]) -> Any:
    """The result of `action`, in the event loop of this thread; `asyncio.run` makes a new loop
    at each call, which costs more than the action."""
    loop: Optional[asyncio.AbstractEventLoop] = getattr(_own, "loop", None)
    if loop is None:
        loop = _own.loop = asyncio.new_event_loop()
    return loop.run_until_complete(action)


class LocalActions(GuardedActions):
    """Actions of the package `actions`, in threads of this process."""

    def __init__(
        self, executor: ActionExecutor, package: str, seconds: float, threads: Threads
    ) -> None:
        """Run the actions of `executor`, which come from `package`, each within `seconds`."""
        super().__init__(seconds, url="local", enable_selective_domain=True)
        self._executor = executor
        self._package = package
        self.threads = threads

    async def run(self, call: dict[str, Any], **kwargs: Any) -> Any:
        """Run the action in a thread, on its own copy of the slots."""
        tracker = dict(call.get("tracker") or {})
        tracker["slots"] = copy.deepcopy(tracker.get("slots") or {})
        own_call: Any = {**call, "tracker": tracker}
        return await self.threads.call(lambda: _run(self._executor.run(own_call)), self.seconds)

    def refresh(self) -> None:
        """Have the actions read again what they answer from: `refresh()` of their package, if any.

        Raises:
            Exception: whatever it raises; the actions then answer as before.
        """
        refresh = getattr(importlib.import_module(self._package), "refresh", None)
        if refresh is not None:
            refresh()

    def overdue(self, today: date) -> float:
        """See `GuardedActions`: `overdue(today)` of the package, if any."""
        count = getattr(importlib.import_module(self._package), "overdue", None)
        try:
            return math.nan if count is None else float(count(today))
        except Exception as problem:
            log.error("relectures en retard non comptées (%s)", error_types(problem))
            return math.nan


class RemoteActions(GuardedActions):
    """The action server of endpoints.yml, with a deadline (Rasa's own is 300 s)."""

    def __init__(self, endpoint: EndpointConfig, seconds: float) -> None:
        """Call `endpoint`, each time within `seconds`."""
        super().__init__(seconds, url=endpoint.url, **endpoint.kwargs)
        self._endpoint = endpoint

    async def run(self, call: dict[str, Any], **kwargs: Any) -> Any:
        """Call the action server."""
        request = self._endpoint.request(
            json=call, method="post", compress=kwargs.get("compress", False)
        )
        return await asyncio.wait_for(request, self.seconds)


def local_actions(seconds: float, package: str = "actions") -> LocalActions:
    """The actions of `package`, registered.

    Raises:
        Refusal: the package cannot be imported.
    """
    executor = ActionExecutor()
    try:
        importlib.import_module(package)
        executor.register_package(package)
    except (Exception, SystemExit) as problem:
        cause = problem.__context__ if isinstance(problem, SystemExit) else problem
        raise Refusal(
            f"Le paquet « {package} » ne se charge pas : {type(cause).__name__} : {cause}"
        ) from problem
    return LocalActions(executor, package, seconds, Threads())
