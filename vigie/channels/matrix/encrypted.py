"""Encrypted Matrix rooms: what the bridge has deciphered comes here, and it enciphers the answer.

The bridge (bridge/) is a process of its own, for its libraries refuse Rasa's. It knows nothing but
keys: who is answered what, and how often, is decided here as on all channels.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Mapping
from typing import Any

from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

from vigie.channels.matrix import setup as matrix_setup
from vigie.channels.matrix.events import Reader
from vigie.channels.matrix.messages import content_of, inbound_of
from vigie.channels.matrix.watch import Watch
from vigie.channels.shared import intake, shape, texts
from vigie.channels.shared.base import Channel
from vigie.channels.shared.bodies import body_of
from vigie.channels.shared.credentials import Field
from vigie.channels.shared.inbound import Inbound
from vigie.channels.shared.render import Part
from vigie.server.replies import json_reply
from vigie.server.settings import Settings

BODY_BYTES = 4_194_304
"""What one sync brings of one room."""


class EncryptedMatrixChannel(Channel):
    """Rooms that only their members can read, the bot's own device among them."""

    NAME = "matrix_e2e"
    TITLE = "Matrix chiffré"
    READER = "Vigie, et non votre serveur Matrix,"
    BASE_URL = "http://127.0.0.1:5006"
    ATTEMPTS = 8
    FIELDS = (
        Field("token", "jeton que Vigie et la passerelle se montrent"),
        Field("homeserver", "adresse du serveur Matrix du robot"),
        Field("user_id", "identifiant du robot, comme @vigie:exemple.org"),
        Field("access_token", "jeton de la connexion du robot"),
        Field("store", "dossier des clés de la passerelle", ".vigie/matrix-e2e"),
        Field("store_key", "mot de passe qui chiffre ces clés"),
        Field("vigie", "adresse où la passerelle joint ce serveur", "http://127.0.0.1:5005"),
    )

    _watching: asyncio.Task[None]

    def __init__(self, values: Mapping[str, str], settings: Settings) -> None:
        """See `Channel`."""
        super().__init__(values, settings)
        matrix_setup.check_user(values["user_id"], self.NAME)
        self.reader = Reader(values["user_id"], matrix_setup.DISPLAY_NAME)

    def routes(self, routes: Blueprint) -> None:
        """`POST webhook`, deciphered events; `GET webhook`, what the bridge itself must say."""

        async def take(request: Request) -> HTTPResponse:
            if not self._is_bridge(request):
                return self.refuse(403 if request.headers.get("authorization") else 401)
            try:
                body = shape.mapping(shape.load(await body_of(request, BODY_BYTES)))
            except ValueError:
                return self.refuse(400)
            taken = await self.gateway.accept(self.read(body))
            return json_reply({}) if taken else self.overloaded()

        async def words(request: Request) -> HTTPResponse:
            if not self._is_bridge(request):
                return self.refuse(403 if request.headers.get("authorization") else 401)
            return json_reply({"open": texts.OPEN_ROOM, "unreadable": texts.UNREADABLE})

        async def start(app: Sanic, loop: object) -> None:
            self._watching = asyncio.create_task(Watch(self.NAME, self.client).run())

        async def stop(app: Sanic, loop: object) -> None:
            self._watching.cancel()

        routes.listener("after_server_start")(start)
        routes.listener("before_server_stop")(stop)
        routes.add_route(take, "/webhook", methods=["POST"], stream=True, name="take")
        routes.add_route(words, "/webhook", methods=["GET"], name="words")

    def _is_bridge(self, request: Request) -> bool:
        return intake.bearer(request.headers.get("authorization"), self.values["token"])

    def read(self, body: Mapping[str, Any]) -> list[Inbound]:
        """The messages that are for the bot: all where two are, and where it is named."""
        found = []
        for item in shape.items(body.get("events")):
            direct = item.get("direct") is True
            message = self.reader.message(shape.mapping(item.get("event")))
            if message and (direct or message.mentioned):
                found.append(inbound_of(message, direct))
            else:
                self.ignore()
        return found

    async def deliver(self, inbound: Inbound, part: Part) -> None:
        """Have the bridge send one message. Its name stays the same when it is tried again."""
        await self.client.post(
            "/send",
            json={
                "room": inbound.target,
                "content": content_of(part.text, inbound.extra),
                "txn": uuid.uuid4().hex,
            },
            headers={"Authorization": f"Bearer {self.values['token']}"},
        )
