"""Telegram: the Bot API, by webhook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Optional

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from vigie.channels.shared import intake, shape, texts
from vigie.channels.shared.base import Channel
from vigie.channels.shared.bodies import body_of
from vigie.channels.shared.credentials import Field
from vigie.channels.shared.inbound import Inbound
from vigie.channels.shared.render import Part
from vigie.channels.shared.retries import usual
from vigie.channels.shared.sender import Private
from vigie.channels.shared.signs import CALLBACK
from vigie.channels.telegram.updates import Reader
from vigie.server.replies import json_reply

HEADER = "x-telegram-bot-api-secret-token"
EVENTS = ("message", "edited_message", "callback_query")

NUMBERS = 5
"""Buttons in a row, where they show numbers."""


class TelegramChannel(Channel):
    """Private chats, and groups where the bot is spoken to."""

    NAME = "telegram"
    TITLE = "Telegram"
    READER = "Telegram"
    BASE_URL = "https://api.telegram.org"
    FIELDS = (
        Field("token", "jeton du robot, donné par @BotFather"),
        Field("secret", "mot de passe du webhook, que vous choisissez"),
        Field("username", "nom du robot, pour les groupes", required=False),
    )

    def routes(self, routes: Blueprint) -> None:
        """`POST webhook`, with the secret token in its header."""
        token = self.values["token"]
        read = Reader(self.values["username"].lstrip("@"), token.partition(":")[0]).read

        async def receive(request: Request) -> HTTPResponse:
            given = request.headers.get(HEADER)
            if not intake.same(given, self.values["secret"]):
                return self.refuse(403 if given else 401)
            raw = await body_of(request)
            try:
                inbound = read(shape.load(raw))
            except ValueError:
                return self.refuse(400)
            if inbound is None:
                self.ignore()
            elif not await self.gateway.accept([inbound]):
                return self.overloaded()
            return json_reply({})

        routes.add_route(receive, "/webhook", methods=["POST"], stream=True)

    def transient(self, status: int, body: Mapping[str, Any]) -> Optional[float]:
        """As usual; Telegram says in the body how long to wait."""
        wait = usual(status, body)
        asked = shape.mapping(body.get("parameters")).get("retry_after")
        return float(asked) if wait is not None and isinstance(asked, (int, float)) else wait

    async def acknowledge(self, inbound: Inbound) -> None:
        """End the little wheel on the button that was pressed; never mind when that fails."""
        callback = inbound.extra.get(CALLBACK)
        if callback:
            body = {"callback_query_id": callback}
            await self.client.try_once(self._path("answerCallbackQuery"), json=body)

    async def writing(self, inbound: Inbound) -> None:
        """Show "écrit…" in the chat, for five seconds or until a message comes."""
        body: dict[str, Any] = {"chat_id": inbound.target, "action": "typing"}
        if "topic" in inbound.extra:
            body["message_thread_id"] = int(inbound.extra["topic"])
        await self.client.try_once(self._path("sendChatAction"), json=body)

    async def privately(self, inbound: Inbound) -> Optional[Private]:
        """For a person in a group, their private chat, whose name is theirs; Telegram refuses
        where they never wrote to the bot there."""
        chat, _, sender = inbound.person.rpartition("/")
        if not chat or not sender.isdigit():  # who writes in the name of a group has no other
            return None
        alone = replace(inbound, target=sender, slower=0.0, extra={})
        return Private(alone, texts.PRIVATELY)

    async def deliver(self, inbound: Inbound, part: Part) -> None:
        """Send one message; choices stand under it, one a row, or in a few where they are
        numbers."""
        message: dict[str, Any] = {
            "chat_id": inbound.target,
            "text": part.text,
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        }
        if part.buttons:
            shown = [{"text": b.title, "callback_data": b.payload} for b in part.buttons]
            wide = NUMBERS if all(b.title.isdigit() for b in part.buttons) else 1
            rows = [shown[start : start + wide] for start in range(0, len(shown), wide)]
            message["reply_markup"] = {"inline_keyboard": rows}
        if "reply_to" in inbound.extra:
            message["reply_parameters"] = {
                "message_id": int(inbound.extra["reply_to"]),
                "allow_sending_without_reply": True,
            }
        if "topic" in inbound.extra:
            message["message_thread_id"] = int(inbound.extra["topic"])
        await self._call("sendMessage", message)

    async def register(self, url: str) -> None:
        """Have Telegram deliver to `url`, with the secret, and show the menu of commands.

        Raises:
            Undelivered: Telegram did not take it.
        """
        await self._call(
            "setWebhook",
            {
                "url": url,
                "secret_token": self.values["secret"],
                "allowed_updates": list(EVENTS),
                "drop_pending_updates": False,
            },
        )
        commands = [{"command": name, "description": does} for name, does in texts.MENU.items()]
        await self._call("setMyCommands", {"commands": commands})

    async def _call(self, method: str, body: dict[str, Any]) -> None:
        await self.client.post(self._path(method), json=body)

    def _path(self, method: str) -> str:
        return f"/bot{self.values['token']}/{method}"
