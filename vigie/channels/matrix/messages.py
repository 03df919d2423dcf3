"""Between a Matrix room and what all channels share: a message in, an answer out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vigie.channels.matrix.events import Message
from vigie.channels.shared.dialects import HTML
from vigie.channels.shared.inbound import UNKNOWN_AGE, Inbound


def inbound_of(message: Message, direct: bool) -> Inbound:
    """`message` in the common form; in a group each person has a conversation of their own."""
    extra = {"thread": message.thread} if message.thread else {}
    written = message.edits or message.id
    return Inbound(
        id=message.id,
        person=message.sender if direct else f"{message.room}/{message.sender}",
        target=message.room,
        text=message.text,
        media=message.media,
        kind=message.kind,
        # Nobody edits what another wrote.
        message=f"{message.sender}/{written}",
        edited=UNKNOWN_AGE if message.edits else None,
        sent_at=message.sent_at,
        extra=extra if direct and not extra else {**extra, "reply_to": written},
    )


def _relation(extra: Mapping[str, str]) -> dict[str, Any]:
    """Where in a room the answer belongs: behind the question, or in its thread."""
    reply = {"m.in_reply_to": {"event_id": extra["reply_to"]}}
    if "thread" not in extra:
        return reply
    return {
        "rel_type": "m.thread",
        "event_id": extra["thread"],
        "is_falling_back": True,
        **reply,
    }


def content_of(text: str, extra: Mapping[str, str]) -> dict[str, Any]:
    """The content of the event that says `text`; `extra` is that of the message it answers."""
    content: dict[str, Any] = {
        "msgtype": "m.text",  # clients grey a notice, and ring for none
        "body": text,
        "format": "org.matrix.custom.html",
        "formatted_body": HTML.mark(text).replace("\n", "<br>"),
        "m.mentions": {},
    }
    if "reply_to" in extra:
        content["m.relates_to"] = _relation(extra)
    return content
