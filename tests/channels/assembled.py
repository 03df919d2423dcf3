"""A gateway with all its real parts, around a platform and an assistant that only repeat."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

from vigie.channels.capabilities import CAPABILITIES
from vigie.channels.shared.cost import Budget
from vigie.channels.shared.gateway import CRIES, Gateway
from vigie.channels.shared.inbound import Inbound
from vigie.channels.shared.pace import Pacer
from vigie.channels.shared.pseudonym import Pseudonyms
from vigie.channels.shared.render import Part
from vigie.channels.shared.sender import Private
from vigie.channels.shared.tools import Tools
from vigie.channels.shared.turns import Turns
from vigie.channels.shared.worker import Worker
from vigie.channels.stores.held import Sealer
from vigie.channels.stores.sqlite import SqliteStore
from vigie.channels.stores.store import Careful
from vigie.server.answer import Answerer, Limits
from vigie.server.rates import Buckets

CRY = "au secours, on me frappe"


@dataclass
class Assembled:
    """A gateway with all its real parts, whose assistant repeats what it hears."""

    gateway: Gateway
    worker: Worker
    store: Any
    sent: list[tuple[str, str]] = field(default_factory=list)
    free: asyncio.Event = field(default_factory=asyncio.Event)
    """The assistant answers nobody before this is set."""
    trouble: dict[str, Exception] = field(default_factory=dict)
    """What delivering a text raises."""
    time: float = 1_000_000.0

    private: Optional[Callable[[Inbound], Private]] = None
    """Where a message of a group is answered alone."""
    signs: list[tuple[str, str]] = field(default_factory=list)
    """What was shown for which message."""
    slow_signs: bool = False
    """Whether the platform never answers to a sign."""

    async def acknowledge(self, inbound: Inbound) -> None:
        self.signs.append(("read", inbound.id))
        if self.slow_signs:
            await asyncio.sleep(60)
            raise AssertionError("nobody waits for a sign")

    async def writing(self, inbound: Inbound) -> None:
        self.signs.append(("writing", inbound.id))

    async def privately(self, inbound: Inbound) -> Optional[Private]:
        return self.private(inbound) if self.private else None

    async def deliver(self, inbound: Inbound, part: Part) -> None:
        if part.text in self.trouble:
            raise self.trouble[part.text]
        self.sent.append((inbound.target, part.text))

    async def idle(self) -> None:
        self.free.set()
        await self.worker.stop(10)

    def texts(self, target: str) -> list[str]:
        return [text for to, text in self.sent if to == target]


def inbound(number: int, text: str, person: str = "+331", **more: Any) -> Inbound:
    return Inbound(id=f"m{number}", person=person, target=person, text=text, **more)


Assemble = Callable[..., Assembled]


async def assembling(tmp_path: Path) -> AsyncIterator[Assemble]:
    """Makes gateways of a channel."""
    made: list[Assembled] = []

    def make(channel: str = "messenger", rate: int = 0, most: int = 128) -> Assembled:
        able, store = CAPABILITIES[channel], Careful(SqliteStore(tmp_path / "channels.sqlite"))

        async def handle(message: Any) -> None:
            await parts.free.wait()
            await message.output_channel.send_response("", {"text": f"« {message.text} »"})

        tools = Tools(
            able=able,
            names=Pseudonyms("key", channel),
            sealer=Sealer("key", channel),
            store=store,
            turns=Turns(channel, Answerer(channel, Limits(seconds=30)), handle, store, ""),
            worker=Worker(channel, most),
            pacer=Pacer(1_000, 1_000),
            budget=Budget(store, channel, 0),
            rates=Buckets(rate),
            cries=Buckets(CRIES),
            warned=Buckets(1),
            clock=lambda: parts.time,
        )
        parts = Assembled(None, tools.worker, store)  # type: ignore[arg-type]
        parts.gateway = Gateway(channel, parts, tools)
        made.append(parts)
        return parts

    yield make
    for parts in made:
        parts.gateway.signs.stop()
        await parts.idle()
        await parts.store.close()
