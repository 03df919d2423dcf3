"""From accepted messages to sent answers: what every channel does in the same way."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from vigie.channels.shared import counters, texts
from vigie.channels.shared.edits import Edits
from vigie.channels.shared.inbound import Inbound
from vigie.channels.shared.sender import Connector, Means, Sender
from vigie.channels.shared.signs import Signs
from vigie.channels.shared.tools import Tools
from vigie.channels.shared.turns import Said
from vigie.channels.stores.held import TRIES
from vigie.server import rescue
from vigie.server.recent import Recent

log = logging.getLogger(__name__)

MOST_WAITING = 10
"""Messages of one person that may wait at once: nobody fills the queue of all others."""
CRIES = 5
"""Cries for help of one person that are answered in a minute however fast they write."""


class Gateway:
    """Takes the messages of one channel and sees to it that each is answered once, in order."""

    def __init__(self, channel: str, connector: Connector, tools: Tools) -> None:
        """Answer through `connector`."""
        self._channel = channel
        self._tools = tools
        self._recent = Recent()
        self._edits = Edits(tools.clock)
        means = Means(tools.able, tools.names, tools.store, tools.pacer, tools.budget, self._stale)
        self._sender = Sender(channel, connector, means)
        self.signs = Signs(connector)
        # The loop keeps only weak references to tasks.
        self._taking: set[asyncio.Task[bool]] = set()

    async def accept(self, inbounds: Sequence[Inbound]) -> bool:
        """Queue those of `inbounds` that are new. Returns soon; answers come later.

        Returns:
            False when there is no room for all: those that were queued are noted as seen, the
            others are not, so that the platform may deliver the same batch again.
        """
        # A cry for help is answered however old it seems: the clock may be wrong.
        fresh = [i for i in inbounds if not self._stale(i) or rescue.distress_reply(i.text)]
        self._count("stale", len(inbounds) - len(fresh))
        # Whoever hangs up cancels the request; a message noted as seen must be queued all the same.
        task = asyncio.create_task(self._take_all(fresh))
        self._taking.add(task)
        task.add_done_callback(self._taking.discard)
        return await asyncio.shield(task)

    async def _take_all(self, inbounds: Sequence[Inbound]) -> bool:
        """Queue one after the other until there is no more room; whether there was for all."""
        for number, inbound in enumerate(inbounds):
            if not self._asks(inbound):
                self._count("ignored")
                continue
            before = self._recent.before(self._tools.names.of_person(inbound.person), inbound.text)
            urgent = rescue.distress_reply(inbound.text, before) is not None
            if not self._tools.worker.reserve(urgent=urgent):
                self._count("overload", len(inbounds) - number)
                return False
            await self._take(inbound, urgent)
        return True

    def _stale(self, inbound: Inbound) -> bool:
        """Whether it was sent too long ago: an old delivery, or a request played again."""
        sent = inbound.sent_at
        return sent is not None and self._tools.clock() - sent > self._tools.able.window

    def _asks(self, inbound: Inbound) -> bool:
        """Whether it is a message, or a new text that is answered as one."""
        if inbound.edited is None or rescue.distress_reply(inbound.text):
            return True
        return self._edits.asks(self._tools.names.of_message(inbound.message), inbound)

    async def _take(self, inbound: Inbound, urgent: bool) -> None:
        tools = self._tools
        message, person = tools.names.of_message(inbound.id), tools.names.of_person(inbound.person)
        # Held before it counts as seen: who dies in between gets it once more.
        held = await tools.store.hold(self._channel, message, tools.sealer.seal(inbound))
        if not await tools.store.first_time(message):
            self._count("duplicate")
            tools.worker.release()
            if held:
                await tools.store.let_go(self._channel, message)
            return
        if self._admits(person, urgent):
            self._count("queued")
            self._answer_later(inbound, message, urgent)
            return
        await tools.store.let_go(self._channel, message)
        self._count("too_fast")
        if tools.warned.take(person):
            tools.worker.put(person, lambda: self._warn(inbound, person))
        else:
            tools.worker.release()

    def _admits(self, person: str, urgent: bool) -> bool:
        """Whether a message is answered, whatever else its author has written."""
        tools = self._tools
        if tools.worker.waiting(person) < MOST_WAITING and tools.rates.take(person):
            return True
        return urgent and tools.cries.take(person)

    async def adopt(self) -> None:
        """Answer what other processes had accepted when they died, or stopped too soon."""
        tools = self._tools
        # What is sealed begins with the time: in the order in which they came.
        for orphan in sorted(await tools.store.orphans(self._channel), key=lambda one: one.sealed):
            inbound = tools.sealer.open(orphan.sealed, tools.able.window)
            if inbound is None or orphan.tries > TRIES:
                counters.DEAD_LETTERS.labels(self._channel, "error").inc()
                await tools.store.let_go(self._channel, orphan.message)
                continue
            urgent = rescue.distress_reply(inbound.text) is not None
            while not tools.worker.reserve(urgent=urgent):
                await asyncio.sleep(1)
            self._count("adopted")
            await tools.store.first_time(orphan.message)
            self._answer_later(inbound, orphan.message, urgent)

    def _answer_later(self, inbound: Inbound, message: str, urgent: bool) -> None:
        tools = self._tools
        person = tools.names.of_person(inbound.person)
        edited = tools.names.of_message(inbound.message) if inbound.message else ""
        number = self._edits.take(edited, inbound) if edited else 0

        async def job() -> None:
            if edited and not urgent and not self._edits.latest(edited, number):
                self._count("edited")
                await tools.store.let_go(self._channel, message)
            else:
                await self._answer_held(inbound, person, message)

        # A cry for help waits neither for what its author asked before, nor for an answer that
        # hangs on its way: it has a line of its own.
        tools.worker.put(f"{person} {message}" if urgent else person, job)

    async def _answer_held(self, inbound: Inbound, person: str, message: str) -> None:
        """Answer a message, then let it go; one that is interrupted stays held for others."""
        try:
            await self._answer(inbound, person)
        except Exception:
            await self._tools.store.let_go(self._channel, message)
            raise
        await self._tools.store.let_go(self._channel, message)

    async def _answer(self, inbound: Inbound, person: str) -> None:
        tools = self._tools
        also = (tools.names.of_person(inbound.also),) if inbound.also else ()
        with self.signs.answering(inbound, lambda: tools.turns.hushed(person, *also)):
            said = await tools.turns.reply(inbound, person, also)
        if not said.messages:
            self._count("stopped")
            return
        await self._sender.say(inbound, person, said)

    async def _warn(self, inbound: Inbound, person: str) -> None:
        if not await self._tools.turns.hushed(person):
            await self._sender.say(inbound, person, Said([{"text": texts.SLOW_DOWN}]))

    def _count(self, outcome: str, times: int = 1) -> None:
        if times:
            counters.RECEIVED.labels(self._channel, outcome).inc(times)
