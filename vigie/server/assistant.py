"""The assistant that answers: Rasa's agent, how it is tried, and how it is replaced."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any, Optional, Union

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from vigie.errors import DISK_FULL, Refusal, is_disk_full
from vigie.server import turn
from vigie.server.actions import LocalActions
from vigie.server.heap import give_back
from vigie.server.lane import hung
from vigie.server.logs import error_types
from vigie.server.output import RestOutput
from vigie.server.parts import Parts
from vigie.server.site import Pages
from vigie.server.standins.processor import QuickAgent

log = logging.getLogger(__name__)

PROBE = "Bonjour"


class NoModel:
    """Stands where an agent should be: every message fails, so that the channels rescue it."""

    async def handle_message(self, message: UserMessage) -> None:
        """Refuse.

        Raises:
            LookupError: always.
        """
        raise LookupError("no model")


Handler = Union[Agent, NoModel]


def load(archive: Path, parts: Parts) -> Agent:
    """The agent of a checked archive.

    Raises:
        Refusal: the archive does not load.
    """
    try:
        agent = QuickAgent(
            tracker_store=parts.store, lock_store=parts.locks, action_endpoint=parts.actions
        )
        agent.load_model(archive)
    except Exception as problem:
        if is_disk_full(problem):  # it is unpacked in the folder for temporary files
            raise Refusal(DISK_FULL) from problem
        log.error("modèle illisible (%s)", error_types(problem), exc_info=problem)
        raise Refusal(
            f"Le modèle {archive.name} ne se charge pas ({error_types(problem)}) : "
            "lancez « make train »."
        ) from problem
    # Rasa's wrapper hides that a store is down, and keeps in memory, for ever, what it could not
    # save. Without it the turn fails, and the person is told so.
    agent.tracker_store = agent.processor.tracker_store = parts.store
    return agent


async def probe(agent: Any, parts: Parts, seconds: float) -> Optional[str]:
    """Ask a real question; None when it was answered, else the reason, in French."""
    if isinstance(agent, NoModel):
        return "aucun modèle n’est chargé"
    if isinstance(parts.actions, LocalActions) and parts.actions.threads.exhausted:
        return "trop d’actions ne répondent plus"
    if hung():
        return "trop de messages restent à comprendre"
    sender = f"probe:{secrets.token_hex(8)}"
    output = RestOutput(sender)
    noted = turn.begin(urgent=True)
    message = UserMessage(PROBE, output, sender_id=sender, input_channel="probe")
    try:
        await asyncio.wait_for(agent.handle_message(message), seconds)
    except Exception as problem:
        return f"une question d’essai échoue ({error_types(problem)})"
    finally:
        with contextlib.suppress(ConnectionError):  # it then expires by itself
            await parts.erase(sender)
    if noted.failed:
        return f"une question d’essai échoue ({', '.join(noted.failures)})"
    return None if output.messages else "une question d’essai reste sans réponse"


class Assistant:
    """The agent in service. Channels ask it through `app.ctx.agent`, which `adopt` replaces."""

    def __init__(
        self,
        parts: Parts,
        find: Callable[[], Path],
        seconds: float,
        pages: Optional[Pages] = None,
    ) -> None:
        """Serve models that `find` returns; a probe may take `seconds`. `pages` show the same
        knowledge as the actions answer from."""
        self.parts = parts
        self._pages = pages
        self.agent: Handler = NoModel()
        self._find = find
        self._seconds = seconds

    def start(self) -> str:
        """Load the current model and ask it a question, before there is any server; its name.

        Raises:
            Refusal: it is missing, changed, does not load or does not answer.
        """
        archive = self._find()
        self.agent = load(archive, self.parts)
        self._refresh()  # on a first question, a large knowledge would outlast its deadline
        reason = asyncio.run(self.probe())
        if reason:
            raise Refusal(f"Le modèle {archive.name} ne convient pas : {reason}.")
        # Half a million objects that live as long as the process: going through them in search
        # of garbage would stop everybody for 0.2 s every thousand turns.
        give_back()
        gc.freeze()
        return archive.name

    async def probe(self) -> Optional[str]:
        """None when a real question is answered, else why not."""
        return await probe(self.agent, self.parts, self._seconds)

    async def reload(self) -> str:
        """Load the current model beside the one in service, try it, then swap; its name.

        Raises:
            Refusal: the new model is missing, changed or does not answer: the old one stays.
        """
        loop = asyncio.get_running_loop()
        archive = await loop.run_in_executor(None, self._find)
        agent = await loop.run_in_executor(None, load, archive, self.parts)
        reason = await probe(agent, self.parts, self._seconds)
        try:
            if reason:
                raise Refusal(f"Le modèle {archive.name} ne convient pas : {reason}.")
            await loop.run_in_executor(None, self._refresh)
        except Refusal:
            if isinstance(self.agent, Agent):
                self.parts.store.domain = self.agent.domain
            raise
        self.agent = agent
        gc.unfreeze()  # the old model is garbage now
        await loop.run_in_executor(None, give_back)
        return archive.name

    def _refresh(self) -> None:
        """The actions and the pages, too, read the current knowledge: both, or none.

        Raises:
            Refusal: it has faults.
        """
        adopt = self.prepare_pages()
        if isinstance(self.parts.actions, LocalActions):
            try:
                self.parts.actions.refresh()
            except Exception as problem:
                raise Refusal(
                    f"Les actions ne relisent pas les connaissances ({error_types(problem)}) : "
                    "lancez « make check »."
                ) from problem
        adopt()

    def prepare_pages(self) -> Callable[[], None]:
        """Make the pages of the current knowledge; what is returned puts them in service.

        Raises:
            Refusal: it has faults.
        """
        if self._pages is None:
            return lambda: None
        try:
            return self._pages.prepare()
        except Exception as problem:
            raise Refusal(
                f"Les pages ne relisent pas les connaissances ({error_types(problem)}) : "
                "lancez « make check »."
            ) from problem
