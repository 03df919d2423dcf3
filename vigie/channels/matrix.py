"""Matrix: an application service, to which a homeserver delivers."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any, Optional
from urllib.parse import unquote

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from vigie.channels import counters, intake, matrix_setup, shape, texts
from vigie.channels.base import Channel, body_of
from vigie.channels.credentials import Field
from vigie.channels.http import Undelivered, usual
from vigie.channels.inbound import Inbound
from vigie.channels.matrix_api import Homeserver
from vigie.channels.matrix_events import Invite, Reader, changes_members, events_of
from vigie.channels.matrix_messages import content_of, inbound_of
from vigie.channels.matrix_rooms import Rooms
from vigie.channels.pseudonym import Pseudonyms
from vigie.channels.render import Part
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
    FIELDS = (
        Field("as_token", "jeton par lequel Vigie parle au serveur Matrix"),
        Field("hs_token", "jeton par lequel le serveur Matrix parle à Vigie"),
        Field("user_id", "identifiant du robot, comme @vigie:exemple.org"),
    )

    def __init__(self, values: Mapping[str, str], settings: Settings) -> None:
        """See `Channel`."""
        super().__init__(values, settings)
        matrix_setup.check(values)
        self.reader = Reader(values["user_id"], matrix_setup.DISPLAY_NAME)
        self.homeserver = Homeserver(self.client, values["as_token"])
        self.rooms = Rooms(self.homeserver.count)
        self.names = Pseudonyms(settings.secret, self.NAME)

    def routes(self, routes: Blueprint) -> None:
        """What the specification of application services asks for; see docs/canaux/matrix.md."""
        prefix = "/_matrix/app/v1"

        async def take(request: Request, txn: str) -> HTTPResponse:
            if refused := self._refused(request):
                return refused
            try:
                events = events_of(shape.load(await body_of(request, BODY_BYTES)))
            except ValueError:
                return self.refuse(400)
            for event in events:
                if not await self.take(event):
                    return self.overloaded()
            return json_reply({})

        async def ping(request: Request) -> HTTPResponse:
            return self._refused(request) or json_reply({})

        async def user(request: Request, user: str) -> HTTPResponse:
            known = unquote(user) == self.values["user_id"]
            return self._refused(request) or (json_reply({}) if known else _unknown())

        async def room(request: Request, alias: str) -> HTTPResponse:
            return self._refused(request) or _unknown()

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

    async def take(self, event: dict[str, Any]) -> bool:
        """Queue what an event asks for; False when there is no room, or no homeserver to ask."""
        if changes_members(event):
            self.rooms.changed(shape.text(event.get("room_id")))
        if invite := self.reader.invite(event):
            return await self._invited(invite)
        message = self.reader.message(event)
        if message is None:
            self.ignore()
            return True
        try:
            direct = await self.rooms.direct(message.room)
        except (Undelivered, asyncio.TimeoutError):
            return False
        if not (direct or message.mentioned or message.encrypted):
            self.ignore()
            return True
        return await self.gateway.accept([inbound_of(message, direct)])

    async def _invited(self, invite: Invite) -> bool:
        if not self.worker.reserve(1):
            return False
        if await self.store.first_time(self.names.of_message(invite.id)):
            self.worker.put(f"join {invite.room}", lambda: self._join(invite))
        else:
            self.worker.release()
        return True

    async def _join(self, invite: Invite) -> None:
        """Enter a room, and answer what was written there since the invitation: that is often
        sent in the same breath, and the homeserver delivers it to members only."""
        try:
            await self.homeserver.join(invite.room)
            latest = await self.homeserver.latest(invite.room)
        except Undelivered as problem:
            counters.DEAD_LETTERS.labels(self.NAME, problem.reason).inc()
            return
        self.rooms.changed(invite.room)
        for event in latest:
            message = self.reader.message(event)
            if message and (message.sent_at or 0.0) >= invite.sent_at:
                await self.take(event)

    def transient(self, status: int, body: Mapping[str, Any]) -> Optional[float]:
        """As usual; Matrix says in the body how many milliseconds to wait."""
        wait = usual(status, body)
        asked = body.get("retry_after_ms")
        return asked / 1_000 if wait is not None and isinstance(asked, (int, float)) else wait

    async def deliver(self, inbound: Inbound, part: Part) -> None:
        """Send one message, as text and as HTML."""
        await self.homeserver.send(inbound.target, content_of(inbound, part))

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
