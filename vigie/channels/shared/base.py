"""What every connector is built on: its credentials, its tools, its start and its end."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, ClassVar, Optional

from rasa.core.channels.channel import UserMessage
from sanic import Blueprint, Sanic
from sanic.response import HTTPResponse

from vigie.channels.capabilities import CAPABILITIES
from vigie.channels.shared import texts
from vigie.channels.shared.configured import Configured
from vigie.channels.shared.cost import Budget
from vigie.channels.shared.credentials import Field, number
from vigie.channels.shared.gateway import CRIES, Gateway
from vigie.channels.shared.http import Client
from vigie.channels.shared.inbound import Inbound
from vigie.channels.shared.pace import Pacer
from vigie.channels.shared.pseudonym import Pseudonyms
from vigie.channels.shared.render import Part
from vigie.channels.shared.retries import usual
from vigie.channels.shared.sender import Private
from vigie.channels.shared.tools import Tools
from vigie.channels.shared.turns import Turns
from vigie.channels.shared.worker import Worker
from vigie.channels.stores.held import ALIVE_SECONDS, BEAT_SECONDS, Sealer
from vigie.channels.stores.opening import open_store
from vigie.channels.stores.store import Careful, Store
from vigie.server.answer import Answerer, Limits
from vigie.server.logs import error_types
from vigie.server.rates import Buckets
from vigie.server.redis.tickets import Tickets
from vigie.server.replies import json_reply
from vigie.server.settings import Settings

log = logging.getLogger(__name__)

ORDER = "vigie:channels:order:"
"""The beginning of the keys of Redis for who waits to be answered."""
COMMON = (
    Field("base_url", "adresse de la plateforme, sans barre finale"),
    Field("timeout_seconds", "délai d’un envoi, en secondes", "10"),
    Field("patience_seconds", "attente permise avant d’abandonner un envoi", "60"),
    Field("contact", "comment joindre une personne (défaut : VIGIE_HUMAN_CONTACT)", required=False),
)


class Channel(Configured):
    """A connector. A subclass says what it needs (`FIELDS`) and what its platform is called,
    adds its routes, and delivers; everything else happens here."""

    READER: ClassVar[str]
    """Who sees what is written there, as the subject of a French sentence."""
    BASE_URL: ClassVar[str]
    REGISTERED: ClassVar[str] = "{title} livrera désormais les messages à {url}"
    """What is said after `register`, where there is one."""
    ATTEMPTS: ClassVar[int] = 4
    """How often a message is tried at most; each wait is twice as long as the one before."""
    gateway: Gateway
    store: Store
    """Both are there once `blueprint` was called."""
    _adopting: asyncio.Task[None]

    def __init__(self, values: Mapping[str, str], settings: Settings) -> None:
        """A channel with the values of credentials.yml (see `fields`).

        Raises:
            Refusal: a value does not fit.
        """
        super().__init__(values, settings)
        self.client = Client(
            self.NAME,
            values["base_url"],
            seconds=number(self.NAME, values, "timeout_seconds", 0.05, 60),
            patience=number(self.NAME, values, "patience_seconds", 0, 600),
            attempts=self.ATTEMPTS,
            transient=self.transient,
        )
        self.worker = Worker(self.NAME, settings.max_pending)

    @classmethod
    def fields(cls) -> tuple[Field, ...]:
        """All that credentials.yml may say of this channel."""
        base, *others = COMMON
        return (*cls.FIELDS, Field(base.name, base.about, cls.BASE_URL), *others)

    def transient(self, status: int, body: Mapping[str, Any]) -> Optional[float]:
        """See `retries.Transient`."""
        return usual(status, body)

    @property
    def daily_segments(self) -> int:
        """Segments of SMS that may be spent in a day; 0 for no cap."""
        return 0

    @property
    def person_segments(self) -> int:
        """Those that one person may have of it; 0 for no cap."""
        return 0

    def routes(self, routes: Blueprint) -> None:
        """Add the platform's routes."""
        raise NotImplementedError

    async def deliver(self, inbound: Inbound, part: Part) -> None:
        """See `sender.Connector`."""
        raise NotImplementedError

    async def acknowledge(self, inbound: Inbound) -> None:
        """See `signs.Signer`; nothing by default."""

    async def writing(self, inbound: Inbound) -> None:
        """See `signs.Signer`; nothing by default."""

    async def privately(self, inbound: Inbound) -> Optional[Private]:
        """See `sender.Connector`; nowhere by default."""
        return None

    async def started(self) -> None:
        """Called once the client can be used; must not fail when the platform is down."""

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes of the channel, which start and stop with the server.

        Raises:
            Refusal: the memory of the channels cannot be opened.
        """
        self.store = Careful(open_store(self.settings.channel_store, self.shared))
        self.worker.order = Tickets(self.shared, ORDER) if self.shared else None
        self.gateway = Gateway(self.NAME, self, self._tools(on_new_message))
        routes = Blueprint(f"vigie_{self.NAME}")

        async def start(app: Sanic, loop: object) -> None:
            await self.client.open()
            await self.started()
            self._adopting = asyncio.create_task(self._adopt())

        async def stop(app: Sanic, loop: object) -> None:
            self._adopting.cancel()
            self.gateway.signs.stop()
            await self.worker.stop(self._patience())
            await self.client.close()
            await self.store.close()

        routes.listener("before_server_start")(start)
        routes.listener("after_server_stop")(stop)
        self.routes(routes)
        return routes

    def _patience(self) -> float:
        """Seconds left to what runs when the server stops: less than until other replicas, which
        hear no sign of life any more, take it over."""
        seconds = self.settings.stop_seconds
        return seconds if self.shared is None else min(seconds, ALIVE_SECONDS - BEAT_SECONDS)

    async def _adopt(self) -> None:
        """See `Gateway.adopt`; at the start, then now and then."""
        while True:
            try:
                await self.gateway.adopt()
            except Exception as problem:  # or else nothing would be adopted any more
                log.error("messages en attente non repris (%s)", error_types(problem))
            await asyncio.sleep(BEAT_SECONDS)

    def _tools(self, handle: Callable[[UserMessage], Awaitable[Any]]) -> Tools:
        settings, able = self.settings, CAPABILITIES[self.NAME]
        turns = Turns(
            self.NAME,
            Answerer(self.NAME, Limits.of(settings)),
            handle,
            self.store,
            texts.seen_by(self.READER),
            self.values.get("contact") or settings.human_contact,
        )
        return Tools(
            able=able,
            names=Pseudonyms(settings.secret, self.NAME),
            store=self.store,
            sealer=Sealer(settings.secret, self.NAME),
            turns=turns,
            worker=self.worker,
            pacer=Pacer(able.per_second, able.overall),
            budget=Budget(
                self.store, self.NAME, self.daily_segments, a_person=self.person_segments
            ),
            rates=Buckets(settings.sender_rate),
            cries=Buckets(CRIES),
            warned=Buckets(1),
        )

    def overloaded(self) -> HTTPResponse:
        """The answer when there is no room: the platform delivers again later."""
        return json_reply({"error": texts.HTTP_ERRORS[503]}, 503, {"Retry-After": "5"})
