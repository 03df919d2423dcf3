"""A person takes over a conversation: the operator's help desk says so, and Vigie is silent there.

The events are those of Chatwoot (its webhooks and its agent bots): a conversation that is `open`
is somebody's, one that is `pending` or `resolved` is the robot's. Any tool that posts the same
JSON will do. Which conversation is meant, `contact_inbox.source_id` says: the address that the
platform gives a person, the same that Vigie gets from it.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, NamedTuple, Optional

from rasa.core.channels.channel import UserMessage
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

from vigie.channels.catalogue import CONNECTORS
from vigie.channels.shared import counters, intake, shape
from vigie.channels.shared.bodies import body_of
from vigie.channels.shared.configured import Configured
from vigie.channels.shared.credentials import Field
from vigie.channels.shared.pauses import Pauses
from vigie.channels.shared.pseudonym import Pseudonyms
from vigie.channels.stores.opening import open_store
from vigie.channels.stores.store import Careful, Store
from vigie.server.replies import json_reply

SIGNATURE = "x-chatwoot-signature"
TIMESTAMP = "x-chatwoot-timestamp"
AGE_SECONDS = 300
"""How old a signed event may be."""
BODY_BYTES = 262_144
"""An event holds the last message and the contact."""

INBOXES = {
    "Channel::Telegram": "telegram",
    "Channel::Whatsapp": "whatsapp",
    "Channel::FacebookPage": "messenger",
    "Channel::TwilioSms": "twilio",
    "Channel::Sms": "kannel",
}
"""What Chatwoot calls its inboxes, and our channels. In an inbox of another kind (Channel::Api), an
address is written with its channel: "matrix:@awa:exemple.org"."""
_DIGITS = re.compile(r"\d{10}", re.ASCII)


class Taken(NamedTuple):
    """What an event says of a conversation."""

    channel: str
    person: str
    """The address."""
    paused: bool


class HandoverChannel(Configured):
    """Takes the events; says nothing itself."""

    NAME = "handover"
    TITLE = "Reprise par une personne"
    FIELDS = (Field("secret", "clé par laquelle l’outil de l’équipe signe ses événements"),)

    store: Store
    """Once `blueprint` was called."""

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """`POST webhook`: an event, signed.

        Raises:
            Refusal: the memory of the channels cannot be opened.
        """
        self.store = Careful(open_store(self.settings.channel_store, self.shared))
        routes = Blueprint(f"vigie_{self.NAME}")

        async def receive(request: Request) -> HTTPResponse:
            headers = request.headers
            raw = await body_of(request, BODY_BYTES)
            if not believes(raw, headers, self.values["secret"], time.time()):
                known = SIGNATURE in headers or "authorization" in headers
                return self.refuse(403 if known else 401)
            try:
                taken = taken_in(shape.load(raw))
            except ValueError:
                return self.refuse(400)
            if taken is None:
                self.ignore()
            else:
                await self.note(taken)
            return json_reply({})

        async def stop(app: Sanic, loop: object) -> None:
            await self.store.close()

        routes.add_route(receive, "/webhook", methods=["POST"], stream=True)
        routes.listener("after_server_stop")(stop)
        return routes

    async def note(self, taken: Taken) -> None:
        """Pause a conversation, or give it back to the robot."""
        person = Pseudonyms(self.settings.secret, taken.channel).of_person(taken.person)
        pauses = Pauses(self.store, taken.channel)
        if taken.paused:
            await pauses.pause(person)
        elif not await pauses.resume(person):
            return
        state = "paused" if taken.paused else "resumed"
        counters.HANDOVERS.labels(taken.channel, state).inc()


def signature(body: bytes, timestamp: str, secret: str) -> str:
    """X-Chatwoot-Signature of a body that is sent at `timestamp`, in seconds since 1970."""
    signed = timestamp.encode("utf-8", "replace") + b"." + body
    return "sha256=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()


def believes(body: bytes, headers: Mapping[str, str], secret: str, now: float) -> bool:
    """Whether an event comes from who knows `secret`: signed, and fresh; or with the password in
    the address (https://vigie:SECRET@…), for a Chatwoot that does not sign yet."""
    given, sent = headers.get(SIGNATURE), headers.get(TIMESTAMP, "")
    if given is None:
        return intake.basic(headers.get("authorization"), secret)
    fresh = bool(_DIGITS.fullmatch(sent)) and abs(now - int(sent)) <= AGE_SECONDS
    return fresh and intake.same(given, signature(body, sent, secret))


def taken_in(event: Any) -> Optional[Taken]:
    """What an event says of a conversation; None for nothing, or of none of ours."""
    event = shape.mapping(event)
    kind = shape.text(event.get("event"))
    message = kind in ("message_created", "message_updated")
    conversation = shape.mapping(event.get("conversation")) if message else event
    paused = _paused(kind, event, conversation)
    whose = _whose(conversation)
    return None if paused is None or whose is None else Taken(*whose, paused)


def _paused(kind: str, event: dict[str, Any], conversation: dict[str, Any]) -> Optional[bool]:
    """Whether a conversation is somebody's after an event; None where it says nothing of that."""
    status = shape.text(conversation.get("status"))
    if kind == "conversation_status_changed" and status:
        return status == "open"
    if kind in ("conversation_opened", "conversation_resolved"):
        return kind == "conversation_opened"
    # A word of somebody of the team: the conversation is still theirs.
    writes = shape.mapping(event.get("sender")).get("type") == "user"
    outgoing = event.get("message_type") in ("outgoing", 1) and event.get("private") is not True
    return True if writes and outgoing and status == "open" else None


def _whose(conversation: dict[str, Any]) -> Optional[tuple[str, str]]:
    """The channel and the address of a conversation; None for one of none of ours."""
    source = shape.text(shape.mapping(conversation.get("contact_inbox")).get("source_id"))
    channel = INBOXES.get(shape.text(conversation.get("channel")), "")
    if not channel:
        channel, _, source = source.partition(":")
    return (channel, source) if source and channel in CONNECTORS else None
