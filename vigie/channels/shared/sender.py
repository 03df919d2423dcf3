"""An answer on its way: rendered, paced, within what may be spent, discreet where it must be."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Optional, Protocol

from vigie.channels.capabilities import Capabilities
from vigie.channels.shared import counters, gsm7
from vigie.channels.shared.cost import Budget
from vigie.channels.shared.inbound import Inbound
from vigie.channels.shared.pace import Pacer
from vigie.channels.shared.pseudonym import Pseudonyms
from vigie.channels.shared.render import Part, render
from vigie.channels.shared.retries import Undelivered, patient
from vigie.channels.shared.signs import Signer
from vigie.channels.shared.turns import Said
from vigie.channels.stores.store import Store

log = logging.getLogger(__name__)

PRIVATE_SECONDS = 5.0
"""How long a private conversation is looked for before help is given in public."""


@dataclass(frozen=True, repr=False)
class Private:
    """A conversation with the author of a message alone."""

    inbound: Inbound
    """The message, as if it had been written there."""
    pointer: str
    """What to say where it was written: that the answer is elsewhere, and nothing of what it is."""


class Connector(Signer, Protocol):
    """What a platform's own module knows to do."""

    async def deliver(self, inbound: Inbound, part: Part) -> None:
        """Send `part` as an answer to `inbound`.

        Raises:
            Undelivered: it was not taken.
        """

    async def privately(self, inbound: Inbound) -> Optional[Private]:
        """Where others than its author do not read the answer to `inbound`; None where they read
        nothing anyway, or where there is no such place.

        Raises:
            Undelivered: the platform does not say.
        """


@dataclass(frozen=True)
class Means:
    """What a sender works with."""

    able: Capabilities
    names: Pseudonyms
    store: Store
    pacer: Pacer
    budget: Budget
    stale: Callable[[Inbound], bool]
    """Whether a message is too old to be answered."""


class Sender:
    """Sends the answers of one channel."""

    def __init__(self, channel: str, connector: Connector, means: Means) -> None:
        """Send through `connector`."""
        self._channel = channel
        self._connector = connector
        self._means = means
        # Counted from nought: Prometheus sees no increase of a series that was not there.
        counters.HELP_LOST.labels(channel)
        counters.REPORTS.labels(channel, "failed")

    async def say(self, inbound: Inbound, person: str, said: Said) -> None:
        """Send what was said, part by part, until one is not taken; help where only who asked
        for it reads it, if that can be."""
        able = self._means.able
        parts = render(said.messages, able)
        if able.at_once:
            later = [part.text for part in parts[able.at_once :]]
            await self._means.store.keep(person, [*later, *said.rest])
            parts = parts[: able.at_once]
        if said.urgent and await self._privately(inbound, parts, person, said):
            return
        try:
            with patient(said.urgent):
                await self._send_all(inbound, parts, person, said)
        except Undelivered as problem:
            counters.DEAD_LETTERS.labels(self._channel, problem.reason).inc()
            if said.urgent:
                counters.HELP_LOST.labels(self._channel).inc()
            log.error("message non remis sur %s (%s)", self._channel, problem.reason)

    async def _privately(
        self, inbound: Inbound, parts: Sequence[Part], person: str, said: Said
    ) -> bool:
        """Whether the answer went to its author alone. Not tried for long: help in public is
        better than none."""
        try:
            looking = self._connector.privately(inbound)
            private = await asyncio.wait_for(looking, PRIVATE_SECONDS)
            if private is None:
                return False
            sending = self._send_all(private.inbound, parts, person, said)
            await asyncio.wait_for(sending, PRIVATE_SECONDS)
        except (Undelivered, asyncio.TimeoutError):
            return False
        pointer = Part(self._means.able.dialect.mark(private.pointer))
        try:
            await self._send(inbound, pointer, person, said)
        except Undelivered as problem:
            log.warning("renvoi vers le privé non remis sur %s (%s)", self._channel, problem.reason)
        return True

    async def _send_all(
        self, inbound: Inbound, parts: Sequence[Part], person: str, said: Said
    ) -> None:
        for part in parts:
            await self._send(inbound, part, person, said)

    async def _send(self, inbound: Inbound, part: Part, person: str, said: Said) -> None:
        means, urgent = self._means, said.urgent
        segments = gsm7.segments(part.text) if means.able.segment else 0
        if not await means.budget.allows(segments, urgent, person, said.service):
            counters.RECEIVED.labels(self._channel, "capped").inc()
            raise Undelivered("capped")
        await means.pacer.wait(means.names.of_person(inbound.target), inbound.slower, urgent)
        if means.stale(inbound) and not urgent:
            raise Undelivered("window")
        await self._connector.deliver(inbound, part)
        counters.SENT.labels(self._channel).inc()
