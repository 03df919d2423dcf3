"""The REST channel: `POST /webhooks/rest/webhook` with `{"sender": ..., "message": ...}`.

Works on our own server and, named in credentials.yml, under `rasa run`. It depends on neither:
what it needs comes through its constructor.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from typing import Any, Optional

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from vigie.server import metrics, texts
from vigie.server.admission import Admission
from vigie.server.answer import Answerer, Limits, judge
from vigie.server.incoming import BadMessage, Incoming, read
from vigie.server.output import RestOutput
from vigie.server.redis.tickets import Tickets
from vigie.server.replies import json_reply
from vigie.server.senders import Senders
from vigie.server.settings import Settings


class RestChannel(InputChannel):
    """Messages in, one list of utterances out; always a sentence, never an empty list."""

    def __init__(
        self,
        limits: Limits,
        admission: Admission,
        senders: Senders,
        tickets: Optional[Tickets] = None,
    ) -> None:
        """Answer within `limits`, whoever `admission` allows, in the conversation that `senders`
        says, in the order that all replicas keep by `tickets`."""
        self._senders = senders
        self._tickets = tickets
        self._answerer = Answerer(self.name(), limits, admission.places)
        self._rates = admission.rates

    @classmethod
    def name(cls) -> str:
        """The name in URLs, trackers and response variants."""
        return "rest"

    @classmethod
    def from_credentials(cls, credentials: Optional[dict[str, Any]]) -> RestChannel:
        """The channel of credentials.yml, with the settings of the environment."""
        del credentials
        settings = Settings.from_env(os.environ)
        return cls(Limits.of(settings), Admission.of(settings), Senders.of(settings))

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes of the channel."""
        routes = Blueprint("vigie_rest")

        async def health(request: Request) -> HTTPResponse:
            return json_reply({"status": "ok"})

        async def turn_away(
            text: str, conversation: str, output: RestOutput, reason: str, seconds: int, source: str
        ) -> HTTPResponse:
            """Ask to come back in some seconds; distress is answered even so."""
            metrics.REFUSED.labels("429").inc()
            before = self._answerer.before(conversation, text)
            urgent = await judge(text, source, before)
            if urgent is None:
                return json_reply({"error": reason}, 429, {"Retry-After": str(seconds)})
            output.say(urgent)
            return json_reply(output.messages)

        async def receive(request: Request) -> HTTPResponse:
            try:
                incoming = read(request.body)
            except BadMessage as problem:
                metrics.REFUSED.labels("400").inc()
                return json_reply({"error": str(problem)}, 400)
            source = self._rates.source(request.ip, _forwarded(request))
            name = self._senders.conversation(incoming.sender, source)
            if self._tickets is None:
                return await answer(request, incoming, name, source)
            came = self._rates.came(request.ip, request.headers.get("x-request-start"))
            ticket = self._tickets.take(f"rest:{name}", came)
            try:
                return await answer(request, incoming, name, source, ticket)
            finally:
                await ticket.leave()

        async def answer(
            request: Request, said: Incoming, name: str, source: str, ticket: object = None
        ) -> HTTPResponse:
            output = RestOutput(said.sender)
            if self._answerer.busy:
                return await turn_away(said.text, name, output, texts.BUSY, 2, source)
            if not await self._rates.admit(f"rest:{name}", request.ip, _forwarded(request)):
                return await turn_away(said.text, name, output, texts.SLOW_DOWN, 10, source)
            await self._answerer.answer(
                on_new_message, said.text, name, output, source, ticket=ticket
            )
            return json_reply(output.messages)

        routes.add_route(health, "/", methods=["GET"])
        routes.add_route(receive, "/webhook", methods=["POST"])
        return routes


def _forwarded(request: Request) -> list[str]:
    """Its X-Forwarded-For headers, in order."""
    return list(request.headers.getall("x-forwarded-for", []))
