"""Messenger: Meta's Send API for a page."""

from __future__ import annotations

from typing import Any, Optional

from vigie.channels.capabilities import CAPABILITIES
from vigie.channels.meta import MetaChannel
from vigie.channels.shared import shape
from vigie.channels.shared.credentials import Field
from vigie.channels.shared.inbound import Inbound
from vigie.channels.shared.render import PLACE, Part

TITLE = next(layout.title for layout in CAPABILITIES["messenger"].layouts)
_STARTS = frozenset(("get_started", "get started", "démarrer", "commencer"))
"""The first button of a conversation: its usual payload, and its title in two languages."""


class MessengerChannel(MetaChannel):
    """Conversations with one page."""

    NAME = "messenger"
    TITLE = "Messenger"
    READER = "Messenger (Meta)"
    FIELDS = (
        Field("token", "jeton d’accès de la page"),
        Field("page_id", "identifiant de la page"),
        *MetaChannel.SHARED,
    )

    def read(self, event: Any) -> list[Inbound]:
        """The messages to our page; echoes, receipts, edits and reactions are none."""
        event = shape.mapping(event)
        if event.get("object") != "page":
            return []
        found = [
            read_message(message)
            for entry in shape.items(event.get("entry"))
            if entry.get("id") == self.values["page_id"]
            for message in shape.items(entry.get("messaging"))
        ]
        return [inbound for inbound in found if inbound is not None]

    async def deliver(self, inbound: Inbound, part: Part) -> None:
        """Send one message, with its choices as quick replies."""
        message: dict[str, Any] = {"text": part.text}
        if part.buttons:
            message["quick_replies"] = [
                {"content_type": "text", "title": b.titled(TITLE), "payload": b.payload}
                for b in part.buttons
            ]
        body = {
            "recipient": {"id": inbound.target},
            "messaging_type": "RESPONSE",
            "message": message,
        }
        await self.send(self.values["page_id"], body)


def read_message(event: dict[str, Any]) -> Optional[Inbound]:
    """An event in the common form; None for what is no message of a person."""
    sender = shape.text(shape.mapping(event.get("sender")).get("id"))
    message, postback = shape.mapping(event.get("message")), shape.mapping(event.get("postback"))
    picked = shape.text(shape.mapping(message.get("quick_reply")).get("payload"))
    # The whole title comes back unseen; what is shown may be short.
    said = "" if not picked or picked.startswith(PLACE) else picked
    said = said or shape.text(message.get("text")) or shape.text(postback.get("title"))
    if shape.text(postback.get("payload")).casefold() in _STARTS or said.casefold() in _STARTS:
        said = "/start"
    media = not said and bool(shape.items(message.get("attachments")))
    sent = event.get("timestamp")
    name = shape.text((message or postback).get("mid")) or (f"{sender}/{sent}" if postback else "")
    if message.get("is_echo") or not (sender and name and (said or media)):
        return None
    return Inbound(
        id=name,
        person=sender,
        target=sender,
        text=said,
        media=media,
        sent_at=shape.moment(sent, 1_000),
    )
