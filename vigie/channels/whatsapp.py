"""WhatsApp: Meta's Cloud API."""

from __future__ import annotations

import re
from typing import Any, Optional

from vigie.channels.capabilities import CAPABILITIES
from vigie.channels.meta import MetaChannel
from vigie.channels.shared import reports, shape, texts
from vigie.channels.shared.credentials import Field
from vigie.channels.shared.dialects import units
from vigie.channels.shared.inbound import UNKNOWN_AGE, Inbound
from vigie.channels.shared.render import PLACE, Button, Part

MEDIA = {
    "image": "image",
    "video": "video",
    "audio": "voice",
    "voice": "voice",
    "document": "file",
    "sticker": "sticker",
    "location": "location",
    "contacts": "contact",
    "order": "",
    "unsupported": "",
}
"""What is no text, and which kind that is: see `texts.CANNOT_READ`."""
_USER_ID = re.compile(r"[A-Z]{2}\.[A-Za-z0-9.]{1,128}", re.ASCII)
"""What Meta calls a user towards one company: a country and a name, joined by a full stop."""
_LAYOUTS = {layout.name: layout for layout in CAPABILITIES["whatsapp"].layouts}
_TITLE = _LAYOUTS["buttons"].title
_ROW_DESCRIPTION = _LAYOUTS["list"].description
_ROW_TITLE = _LAYOUTS["list"].title


class WhatsAppChannel(MetaChannel):
    """Conversations with one number. It only ever answers, so that the 24 hours in which free
    text is allowed are always open."""

    NAME = "whatsapp"
    TITLE = "WhatsApp"
    READER = "WhatsApp (Meta)"
    FIELDS = (
        Field("token", "jeton d’accès de WhatsApp"),
        Field("phone_number_id", "identifiant du numéro, donné par Meta"),
        *MetaChannel.SHARED,
    )

    def read(self, event: Any) -> list[Inbound]:
        """The messages to our number; statuses are counted, other events are nothing."""
        found = []
        for entry in shape.items(shape.mapping(event).get("entry")):
            for change in shape.items(entry.get("changes")):
                value = shape.mapping(change.get("value"))
                ours = shape.mapping(value.get("metadata")).get("phone_number_id")
                if change.get("field") == "messages" and ours == self.values["phone_number_id"]:
                    found += [read_message(m) for m in shape.items(value.get("messages"))]
                    for status in shape.items(value.get("statuses")):
                        reports.count(self.NAME, shape.text(status.get("status")))
        return [inbound for inbound in found if inbound is not None]

    async def acknowledge(self, inbound: Inbound) -> None:
        """Show that the message was read."""
        await self._read(inbound, {})

    async def writing(self, inbound: Inbound) -> None:
        """Show that an answer is being written, for 25 seconds or until it comes."""
        await self._read(inbound, {"typing_indicator": {"type": "text"}})

    async def _read(self, inbound: Inbound, more: dict[str, Any]) -> None:
        read = {"messaging_product": "whatsapp", "status": "read", "message_id": inbound.id}
        await self.hint(self.values["phone_number_id"], {**read, **more})

    async def register(self, url: str) -> None:
        """Show the commands to who types a slash.

        Raises:
            Undelivered: WhatsApp did not take it.
        """
        commands = [
            {"command_name": name, "command_description": does} for name, does in texts.MENU.items()
        ]
        body = {"enable_welcome_message": False, "commands": commands}
        await self.send(self.values["phone_number_id"], body, "conversational_automation")

    async def deliver(self, inbound: Inbound, part: Part) -> None:
        """Send one message: text, buttons or a list."""
        message = {
            "messaging_product": "whatsapp",
            "recipient_type": "individual",
            # Meta takes a user's name in `to` for a number that nobody has, and says nothing.
            "recipient" if "." in inbound.target else "to": inbound.target,
            **content_of(part),
        }
        await self.send(self.values["phone_number_id"], message)


def read_message(message: dict[str, Any]) -> Optional[Inbound]:
    """A message in the common form; None for a reaction, a system notice and the like."""
    name = shape.text(message.get("id"))
    number, user = shape.text(message.get("from")), shape.text(message.get("from_user_id"))
    # Who goes by a user name hides the number, which is then empty or missing.
    sender = number or (user if _USER_ID.fullmatch(user) else "")
    kind = shape.text(message.get("type"))
    # An edit holds the whole new message, and names the old one.
    edit = shape.mapping(message.get("edit")) if kind == "edit" else {}
    shown = shape.mapping(edit.get("message")) if edit else message
    kind = shape.text(shown.get("type"))
    said = _said(shown, kind)
    if not (name and sender and (said or kind in MEDIA)) or "group_id" in message:
        return None
    return Inbound(
        id=name,
        person=sender,
        target=sender,
        also=user if number else "",
        text=said,
        media=not said,
        kind="" if said else MEDIA[kind],
        message=shape.text(edit.get("original_message_id")) or name,
        edited=UNKNOWN_AGE if edit else None,
        sent_at=shape.moment(message.get("timestamp")),
    )


def _said(message: dict[str, Any], kind: str) -> str:
    """What a message says: its text, its caption, or the title of the choice picked."""
    content = shape.mapping(message.get(kind))
    if kind == "text":
        return shape.text(content.get("body"))
    if kind == "button":
        return shape.text(content.get("text"))
    if kind == "interactive":
        picked = shape.mapping(content.get("button_reply") or content.get("list_reply"))
        # The whole title comes back unseen; what is shown may be short.
        if (whole := shape.text(picked.get("id"))) and not whole.startswith(PLACE):
            return whole
        return shape.text(picked.get("description")) or shape.text(picked.get("title"))
    return shape.text(content.get("caption"))


def content_of(part: Part) -> dict[str, Any]:
    """The type and the content of a message: text, buttons or a list."""
    if part.layout == "buttons":
        replies = [{"id": b.payload, "title": b.titled(_TITLE)} for b in part.buttons]
        action = {"buttons": [{"type": "reply", "reply": reply} for reply in replies]}
        return _interactive("button", part.text, action)
    if part.layout == "list":
        # All by their names or, where one has none that is short enough, all by their numbers.
        named = all(button.titled(_ROW_TITLE) for button in part.buttons)
        rows = [_row(0 if named else n, button) for n, button in enumerate(part.buttons, 1)]
        return _interactive("list", part.text, {"button": "Choisir", "sections": [{"rows": rows}]})
    return {"type": "text", "text": {"body": part.text, "preview_url": False}}


def _interactive(kind: str, text: str, action: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "interactive",
        "interactive": {"type": kind, "body": {"text": text}, "action": action},
    }


def _row(number: int, button: Button) -> dict[str, str]:
    """A row of a list, its whole title below where the row is too short; under a number, if any."""
    if not number:
        row = {"id": button.payload, "title": button.titled(_ROW_TITLE)}
        if units(button.title) <= _ROW_TITLE or units(button.title) > _ROW_DESCRIPTION:
            return row
        return {**row, "description": button.title}
    return {"id": button.payload, "title": f"Choix {number}", "description": button.title}
