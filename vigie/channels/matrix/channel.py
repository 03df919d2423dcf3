"""Matrix: an application service, to which a homeserver delivers."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any, Optional
from urllib.parse import unquote

from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

from vigie.channels.matrix import setup as matrix_setup
from vigie.channels.matrix.api import Homeserver
from vigie.channels.matrix.catchup import CatchUp
from vigie.channels.matrix.events import Reader, events_of
from vigie.channels.matrix.inbox import Inbox, Tools
from vigie.channels.matrix.messages import content_of
from vigie.channels.matrix.privacy import Privacy
from vigie.channels.shared import intake, shape, texts
from vigie.channels.shared.base import Channel
from vigie.channels.shared.bodies import body_of
from vigie.channels.shared.credentials import Field
from vigie.channels.shared.inbound import Inbound
from vigie.channels.shared.pseudonym import Pseudonyms
from vigie.channels.shared.render import Part
from vigie.channels.shared.retries import usual
from vigie.channels.shared.sender import Private
from vigie.channels.shared.signs import EVERY_SECONDS
from vigie.server.replies import json_reply
from vigie.server.settings import Settings

BODY_BYTES = 8_388_608
"""A transaction holds up to 100 events of 64 KiB; one that is refused comes back for ever."""


class MatrixChannel(Channel):
    """Rooms with one person, where all is answered, and groups where the bot is mentioned.

    The memory that keeps a message from being answered twice goes by the events. The number of
    a transaction says nothing more, and a homeserver laid anew counts from one again.
    """

    NAME = "matrix"
    TITLE = "Matrix"
    READER = "votre serveur Matrix"
    BASE_URL = "http://127.0.0.1:8008"
    PATH = ""
    # A homeserver of one's own is down for its updates, and no answer may be lost meanwhile.
    ATTEMPTS = 8
    FIELDS = (
        Field("as_token", "jeton par lequel Vigie parle au serveur Matrix"),
        Field("hs_token", "jeton par lequel le serveur Matrix parle à Vigie"),
        Field("user_id", "identifiant du robot, comme @vigie:exemple.org"),
    )

    _catching_up: asyncio.Task[None]

    def __init__(self, values: Mapping[str, str], settings: Settings) -> None:
        """See `Channel`."""
        super().__init__(values, settings)
        matrix_setup.check(values)
        self.homeserver = Homeserver(self.client, values["as_token"])
        self.privacy = Privacy(self.homeserver)

    def routes(self, routes: Blueprint) -> None:
        """What the specification of application services asks for; see docs/canaux/matrix.md."""
        prefix, inbox = "/_matrix/app/v1", self.inbox()

        async def take(request: Request, txn: str) -> HTTPResponse:
            if refused := self._refused(request):
                return refused
            try:
                events = events_of(shape.load(await body_of(request, BODY_BYTES)))
            except ValueError:
                return self.refuse(400)
            return json_reply({}) if await inbox.take(events) else self.overloaded()

        async def ping(request: Request) -> HTTPResponse:
            return self._refused(request) or json_reply({})

        async def user(request: Request, user: str) -> HTTPResponse:
            known = unquote(user) == self.values["user_id"]
            return self._refused(request) or (json_reply({}) if known else _unknown())

        async def room(request: Request, alias: str) -> HTTPResponse:
            return self._refused(request) or _unknown()

        async def start(app: Sanic, loop: object) -> None:
            self._catching_up = asyncio.create_task(self.catch_up(inbox).run())

        async def stop(app: Sanic, loop: object) -> None:
            self._catching_up.cancel()

        routes.listener("after_server_start")(start)
        routes.listener("before_server_stop")(stop)
        routes.add_route(take, f"{prefix}/transactions/<txn:str>", methods=["PUT"], stream=True)
        routes.add_route(ping, f"{prefix}/ping", methods=["POST"])
        routes.add_route(user, f"{prefix}/users/<user:str>", methods=["GET"])
        routes.add_route(room, f"{prefix}/rooms/<alias:str>", methods=["GET"])

    def _refused(self, request: Request) -> Optional[HTTPResponse]:
        """The answer to a request that the homeserver cannot have sent; None where it can.

        Older homeservers put the token into the query.
        """
        header, query = request.headers.get("authorization"), request.args.get("access_token")
        token = self.values["hs_token"]
        if intake.bearer(header, token) if header else intake.same(query, token):
            return None
        return self.refuse(403 if header or query else 401)

    def inbox(self) -> Inbox:
        """What takes the events; once `blueprint` was called."""
        user_id = self.values["user_id"]
        return Inbox(
            Tools(
                channel=self.NAME,
                user_id=user_id,
                reader=Reader(user_id, matrix_setup.DISPLAY_NAME),
                homeserver=self.homeserver,
                privacy=self.privacy,
                names=Pseudonyms(self.settings.secret, self.NAME),
                store=self.store,
                worker=self.worker,
                accept=self.gateway.accept,
                ignore=self.ignore,
            )
        )

    def catch_up(self, inbox: Inbox) -> CatchUp:
        """What looks for messages that were not delivered, and gives them to `inbox`."""
        return CatchUp(self.homeserver, self.store, inbox.catch_up)

    def transient(self, status: int, body: Mapping[str, Any]) -> Optional[float]:
        """As usual; Matrix says in the body how many milliseconds to wait, and that it did not
        reach this server when it was asked to."""
        wait = None if body.get("errcode") in matrix_setup.NOT_REACHED else usual(status, body)
        asked = body.get("retry_after_ms")
        return asked / 1_000 if wait is not None and isinstance(asked, (int, float)) else wait

    async def acknowledge(self, inbound: Inbound) -> None:
        """Show that the message was read."""
        await self.homeserver.receipt(inbound.target, inbound.id)

    async def writing(self, inbound: Inbound) -> None:
        """Show that an answer is being written, until the next such sign."""
        milliseconds = int(1_000 * EVERY_SECONDS)
        await self.homeserver.typing(inbound.target, self.values["user_id"], milliseconds)

    async def privately(self, inbound: Inbound) -> Optional[Private]:
        """For a person in a group, a room of theirs with the bot."""
        return await self.privacy.of(inbound)

    async def deliver(self, inbound: Inbound, part: Part) -> None:
        """Send one message, as text and as HTML."""
        await self.homeserver.send(inbound.target, content_of(part.text, inbound.extra))

    async def register(self, url: str) -> None:
        """Make the bot's account, and have the homeserver try to reach `url`.

        Raises:
            Undelivered: the homeserver did not take it.
            Refusal: it cannot reach this server.
        """
        await matrix_setup.register(self.homeserver.call, self.values["user_id"], url)

    def registration(self, url: str) -> str:
        """What the homeserver must be given, for it to deliver to `url`: a YAML file."""
        return matrix_setup.registration(self.values, url)


def _unknown() -> HTTPResponse:
    return json_reply({"errcode": "M_NOT_FOUND", "error": texts.HTTP_ERRORS[404]}, 404)
