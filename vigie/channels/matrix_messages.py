"""Between a Matrix room and what all channels share: a message in, an answer out."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from vigie.channels import texts
from vigie.channels.dialects import HTML
from vigie.channels.inbound import Inbound
from vigie.channels.matrix_events import Message
from vigie.channels.render import Part


def inbound_of(message: Message, direct: bool) -> Inbound:
    """`message` in the common form; in a group each person has a conversation of their own."""
    extra = {"thread": message.thread} if message.thread else {}
    name, unreadable = message.id, ""
    if message.encrypted:
        # One name for many messages, so that this is said once: to one person once a day.
        today = time.strftime("%Y-%m-%d", time.gmtime()) if direct else ""
        name, unreadable = f"encrypted {message.room} {today}", texts.ENCRYPTED
    return Inbound(
        id=name,
        person=message.sender if direct else f"{message.room}/{message.sender}",
        target=message.room,
        text=message.text,
        media=message.media or message.encrypted,
        unreadable=unreadable,
        sent_at=message.sent_at,
        extra=extra if direct and not extra else {**extra, "reply_to": message.id},
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


def content_of(inbound: Inbound, part: Part) -> dict[str, Any]:
    """The content of the event that says `part` in answer to `inbound`."""
    content: dict[str, Any] = {
        "msgtype": "m.text",  # clients grey a notice, and ring for none
        "body": part.text,
        "format": "org.matrix.custom.html",
        "formatted_body": HTML.mark(part.text).replace("\n", "<br>"),
        "m.mentions": {},
    }
    if "reply_to" in inbound.extra:
        content["m.relates_to"] = _relation(inbound.extra)
    return content
