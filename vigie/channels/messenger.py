"""Messenger: Meta's Send API for a page."""

from __future__ import annotations

from typing import Any, Optional

from vigie.channels.capabilities import CAPABILITIES
from vigie.channels.meta import MetaChannel
from vigie.channels.shared import shape
from vigie.channels.shared.credentials import Field
from vigie.channels.shared.inbound import UNKNOWN_AGE, Inbound
from vigie.channels.shared.render import PLACE, Part

TITLE = next(layout.title for layout in CAPABILITIES["messenger"].layouts)
_STARTS = frozenset(("get_started", "get started", "démarrer", "commencer"))
"""The first button of a conversation: its usual payload, and its title in two languages."""


EVENTS = ("messages", "messaging_postbacks", "message_edits")
"""What a page must be subscribed to."""
MENU_TITLES = ("Aide", "Parler à une personne", "Stop", "Reprendre")
"""The menu; each title is a word of `words`."""
KINDS = {"image": "image", "video": "video", "audio": "voice", "file": "file",
         "location": "location"}  # fmt: skip


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
        """The messages to our page and their new texts; echoes, receipts and reactions are
        none."""
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

    async def acknowledge(self, inbound: Inbound) -> None:
        """Show that all was read so far."""
        await self._act(inbound, "mark_seen")

    async def writing(self, inbound: Inbound) -> None:
        """Show that an answer is being written, for 20 seconds or until it comes."""
        await self._act(inbound, "typing_on")

    async def _act(self, inbound: Inbound, action: str) -> None:
        body = {"recipient": {"id": inbound.target}, "sender_action": action}
        await self.hint(self.values["page_id"], body)

    async def register(self, url: str) -> None:
        """Subscribe the page to what Vigie reads, and show the first button and the menu.

        Raises:
            Undelivered: Messenger did not take it.
        """
        page = self.values["page_id"]
        await self.send(page, {"subscribed_fields": ",".join(EVENTS)}, "subscribed_apps")
        actions = [{"type": "postback", "title": title, "payload": title} for title in MENU_TITLES]
        menu = {"locale": "default", "composer_input_disabled": False, "call_to_actions": actions}
        profile = {"get_started": {"payload": "GET_STARTED"}, "persistent_menu": [menu]}
        await self.send(page, profile, "messenger_profile")

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
    if "message_edit" in event:
        return _edit(event, sender)
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
        kind=_kind(message) if media else "",
        message=name,
        sent_at=shape.moment(sent, 1_000),
    )


def _edit(event: dict[str, Any], sender: str) -> Optional[Inbound]:
    """The new text of a message; its age is not said."""
    edit = shape.mapping(event["message_edit"])
    name, said = shape.text(edit.get("mid")), shape.text(edit.get("text"))
    if not (sender and name and said):
        return None
    return Inbound(
        id=f"{name}/{edit.get('num_edit')}",
        person=sender,
        target=sender,
        text=said,
        message=name,
        edited=UNKNOWN_AGE,
        sent_at=shape.moment(event.get("timestamp"), 1_000),
    )


def _kind(message: dict[str, Any]) -> str:
    """What is attached: see `texts.CANNOT_READ`. The thumb that people send is a sticker."""
    (first, *_) = shape.items(message.get("attachments"))
    if "sticker_id" in shape.mapping(first.get("payload")) or "sticker_id" in message:
        return "sticker"
    return KINDS.get(shape.text(first.get("type")), "")
