"""What WhatsApp and Messenger have in common: handshake, signature, batches, Graph errors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Optional

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, text

from vigie.channels.shared import intake, shape
from vigie.channels.shared.base import Channel
from vigie.channels.shared.bodies import body_of
from vigie.channels.shared.credentials import Field
from vigie.channels.shared.inbound import Inbound
from vigie.channels.shared.retries import usual
from vigie.server.replies import json_reply

HEADER = "x-hub-signature-256"
_SIGNATURE = re.compile(r"sha256=[0-9a-f]{64}", re.ASCII)
_CHALLENGE = re.compile(r"[\w-]{1,128}", re.ASCII)

PASSING = frozenset((1, 2, 4, 32, 613, 1200, 80007, 130429, 131000, 131016, 131056, 133004))
"""Error codes of the Graph API after which it is worth trying again: limits and outages."""


class MetaChannel(Channel):
    """A connector to the Graph API."""

    BASE_URL = "https://graph.facebook.com"
    REGISTERED = (
        "{title} montrera désormais le menu. L’adresse du webhook se donne dans la console de Meta "
        "(voir docs/canaux/) : {url}"
    )
    SHARED = (
        Field("app_secret", "clé secrète de l’application Meta"),
        Field("verify_token", "mot de passe de la vérification, que vous choisissez"),
        Field("graph_version", "version de l’API Graph", "v24.0"),
    )

    def read(self, event: Any) -> list[Inbound]:
        """The messages in one event, all of them, in their order."""
        raise NotImplementedError

    def routes(self, routes: Blueprint) -> None:
        """`GET webhook` is the handshake, `POST webhook` a batch of events."""

        async def handshake(request: Request) -> HTTPResponse:
            challenge = request.args.get("hub.challenge", "")
            given = request.args.get("hub.verify_token")
            if not intake.same(given, self.values["verify_token"]):
                return self.refuse(403 if given else 401)
            if request.args.get("hub.mode") != "subscribe" or not _CHALLENGE.fullmatch(challenge):
                return self.refuse(400)
            return text(challenge)

        async def receive(request: Request) -> HTTPResponse:
            given = request.headers.get(HEADER)
            if not _SIGNATURE.fullmatch(given or ""):
                return self.refuse(403 if given else 401)
            raw = await body_of(request)
            if not intake.is_from_meta(raw, given, self.values["app_secret"]):
                return self.refuse(403 if given else 401)
            try:
                inbounds = self.read(shape.load(raw))
            except ValueError:
                return self.refuse(400)
            if not inbounds:
                self.ignore()
            elif not await self.gateway.accept(inbounds):
                return self.overloaded()
            return json_reply({})

        routes.add_route(handshake, "/webhook", methods=["GET"])
        routes.add_route(receive, "/webhook", methods=["POST"], stream=True)

    def transient(self, status: int, body: Mapping[str, Any]) -> Optional[float]:
        """As usual; the Graph API also answers 400 to what passes, and says so in the body."""
        error = shape.mapping(body.get("error"))
        if error.get("is_transient") is True or error.get("code") in PASSING:
            return 0.0
        return usual(status, body)

    async def send(self, sender: str, message: dict[str, Any], edge: str = "messages") -> None:
        """Post a message as `sender`, or something else to another `edge`.

        Raises:
            Undelivered: it was not taken.
        """
        await self.client.post(self._path(sender, edge), json=message, headers=self._headers())

    async def hint(self, sender: str, message: dict[str, Any]) -> None:
        """Post as `sender` what is of no consequence: see `Client.try_once`."""
        path = self._path(sender, "messages")
        await self.client.try_once(path, json=message, headers=self._headers())

    def _path(self, sender: str, edge: str) -> str:
        return f"/{self.values['graph_version']}/{sender}/{edge}"

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.values['token']}"}
