"""Read the events of a Matrix homeserver: what is said, and who is invited."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Optional

from vigie.channels.shared.shape import items, mapping
from vigie.channels.shared.shape import text as text_of

WORDS = frozenset(("m.text", "m.emote"))
"""A notice is what robots write: to answer one could go on for ever."""
MEDIA = {
    "m.image": "image",
    "m.audio": "voice",
    "m.video": "video",
    "m.file": "file",
    "m.location": "location",
}
"""What is no text, and which kind that is: see `texts.CANNOT_READ`."""
# Older clients put what they reply to before the reply, each line behind ">".
_QUOTE = re.compile(r"\A(?:>.*\n)+\n?")


@dataclass(frozen=True, repr=False)
class Message:
    """What somebody wrote in a room."""

    id: str
    room: str
    sender: str
    sent_at: Optional[float]
    text: str = ""
    media: bool = False
    mentioned: bool = False
    """Whether it names the bot."""
    thread: str = ""
    """The event that its thread begins with; "" outside of threads."""
    kind: str = ""
    """See `Inbound.kind`."""
    edits: str = ""
    """The event whose new text it is; "" for a message of its own."""
    replies_to: str = ""
    """The event that it replies to; "" for none."""


@dataclass(frozen=True, repr=False)
class Invite:
    """Somebody wants the bot in a room."""

    id: str
    room: str
    sender: str
    sent_at: float


class Reader:
    """Reads events for one bot."""

    def __init__(self, user_id: str, name: str) -> None:
        """For the bot with this identifier and this display name."""
        self._user_id = user_id
        local = user_id[1:].partition(":")[0]
        names = "|".join(re.escape(n) for n in (user_id[1:], name, local))
        self._spoken_to = re.compile(rf"\s*@?(?:{names})\s*[:,]\s*", re.IGNORECASE)
        self._named = re.compile(rf"(?<!\S)@?(?:{names})\s*[:,]?(?!\S)", re.IGNORECASE)

    def invite(self, event: dict[str, Any]) -> Optional[Invite]:
        """The invitation of the bot in an event; None where there is none."""
        membership = text_of(mapping(event.get("content")).get("membership"))
        ours = event.get("state_key") == self._user_id
        if not (ours and event.get("type") == "m.room.member" and membership == "invite"):
            return None
        name, room = text_of(event.get("event_id")), text_of(event.get("room_id"))
        sender = text_of(event.get("sender"))
        return Invite(name, room, sender, sent_at(event) or 0.0) if name and room else None

    def message(self, event: dict[str, Any]) -> Optional[Message]:
        """The message in an event, or its new text; None for the bot's own, a reaction and the
        like."""
        name, room = text_of(event.get("event_id")), text_of(event.get("room_id"))
        sender, kind = text_of(event.get("sender")), event.get("type")
        ours = sender == self._user_id
        if not (name and room and sender) or ours or "state_key" in event:
            return None
        content = mapping(event.get("content"))
        relation = mapping(content.get("m.relates_to"))
        said = Message(
            name,
            room,
            sender,
            sent_at(event),
            thread=_thread(relation),
            replies_to=text_of(mapping(relation.get("m.in_reply_to")).get("event_id")),
        )
        if kind == "m.sticker":
            return replace(said, media=True, kind="sticker")
        if kind != "m.room.message":
            return None
        if relation.get("rel_type") == "m.replace":
            said = replace(said, edits=text_of(relation.get("event_id")))
            content = mapping(content.get("m.new_content"))
            return self._read(said, content, relation) if said.edits else None
        return self._read(said, content, relation)

    def _read(
        self, said: Message, content: dict[str, Any], relation: dict[str, Any]
    ) -> Optional[Message]:
        kind, body = text_of(content.get("msgtype")), text_of(content.get("body"))
        if kind in MEDIA and not _has_caption(content):
            mentioned = self._names(content)
            return replace(said, media=True, kind=MEDIA[kind], mentioned=mentioned)
        if kind not in WORDS and kind not in MEDIA:
            return None
        mentioned = self._names(content)
        text = _QUOTE.sub("", body) if "m.in_reply_to" in relation else body
        text = (self._named if mentioned else self._spoken_to).sub(" ", text, count=1)
        text = text.replace(self._user_id, " ").strip()
        if not (text or mentioned):
            return None
        return replace(said, text=text, mentioned=mentioned)

    def _names(self, content: dict[str, Any]) -> bool:
        """Whether a message mentions the bot: as clients mark it, or as people write it."""
        listed = mapping(content.get("m.mentions")).get("user_ids")
        body = text_of(content.get("body"))
        return (
            (isinstance(listed, list) and self._user_id in listed)
            or self._user_id in body
            or self._spoken_to.match(body) is not None
        )


def moves_to(event: dict[str, Any]) -> str:
    """The room that takes the place of the one an event is in; "" for none."""
    if event.get("type") != "m.room.tombstone" or event.get("state_key") != "":
        return ""
    return text_of(mapping(event.get("content")).get("replacement_room"))


def changes_members(event: dict[str, Any]) -> bool:
    """Whether an event may change how many people are in its room."""
    return event.get("type") == "m.room.member" and "state_key" in event


def leaves(event: dict[str, Any]) -> bool:
    """Whether somebody goes, is put out, or does not follow an invitation."""
    membership = mapping(event.get("content")).get("membership")
    return changes_members(event) and membership in ("leave", "ban")


def is_encrypted(event: dict[str, Any]) -> bool:
    """Whether an event cannot be read, or says that those to come cannot."""
    kind = event.get("type")
    return kind == "m.room.encrypted" or (kind == "m.room.encryption" and "state_key" in event)


def events_of(transaction: Any) -> list[dict[str, Any]]:
    """The events in a transaction of the homeserver."""
    return items(mapping(transaction).get("events"))


def sent_at(event: dict[str, Any]) -> Optional[float]:
    """When an event was sent, in seconds since 1970; None where it does not say."""
    sent = event.get("origin_server_ts")
    if not isinstance(sent, int) or isinstance(sent, bool) or not 0 <= sent < 10**15:
        return None
    return sent / 1_000


def _has_caption(content: dict[str, Any]) -> bool:
    """Whether the body of a file is what somebody wrote, and not its name."""
    name = text_of(content.get("filename"))
    return bool(name) and content.get("body") not in (name, "")


def _thread(relation: dict[str, Any]) -> str:
    return text_of(relation.get("event_id")) if relation.get("rel_type") == "m.thread" else ""
