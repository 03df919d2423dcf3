"""Read Telegram's updates: what is said to the bot, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Optional

from vigie.channels.shared.inbound import UNKNOWN_AGE, Inbound
from vigie.channels.shared.render import PLACE
from vigie.channels.shared.shape import items, mapping, moment, number
from vigie.channels.shared.shape import text as text_of
from vigie.channels.shared.signs import CALLBACK

MEDIA = {
    # A place comes with a venue, and an animation with a document: the first one counts.
    **dict.fromkeys(("location", "venue"), "location"),
    **dict.fromkeys(("voice", "audio"), "voice"),
    **dict.fromkeys(("video", "video_note", "animation"), "video"),
    "photo": "image",
    "document": "file",
    "sticker": "sticker",
    "contact": "contact",
    **dict.fromkeys(("poll", "dice", "story", "paid_media", "game", "invoice"), ""),
}
"""What is no text, and which kind that is: see `texts.CANNOT_READ`."""
GROUPS = ("group", "supergroup")
GROUP_SECONDS = 3.0
"""A group takes 20 messages a minute."""


class Reader:
    """Reads updates for one bot."""

    def __init__(self, username: str, bot_id: str) -> None:
        """For the bot with this name (without @; "" when unknown) and this identifier."""
        self._bot_id = bot_id
        self._mention = re.compile(rf"@{re.escape(username)}\b", re.IGNORECASE)
        self._named = bool(username)
        address = f"(?:@{re.escape(username)})?" if username else ""
        self._start = re.compile(rf"/start{address}(?:\s|$)", re.IGNORECASE)

    def read(self, update: Any) -> Optional[Inbound]:
        """The message in an update, or its new text; None for a join, a channel post and the
        like."""
        update = mapping(update)
        name = number(update.get("update_id"))
        if not name:
            return None
        if "callback_query" in update:
            return self._callback(name, mapping(update["callback_query"]))
        if "edited_message" in update:
            message = mapping(update["edited_message"])
            found = self._message(name, message)
            return found and replace(found, edited=_age(message), sent_at=_edited_at(message))
        return self._message(name, mapping(update.get("message")))

    def _message(self, name: str, message: dict[str, Any]) -> Optional[Inbound]:
        chat, sender = mapping(message.get("chat")), mapping(message.get("from"))
        text = text_of(message.get("text")) or text_of(message.get("caption"))
        media = not text and any(key in message for key in MEDIA)
        if _anonymous(chat, sender, message):
            sender = chat
        if sender.get("is_bot") or not (text or media):
            return None
        in_group = chat.get("type") in GROUPS
        if in_group:
            if not self._spoken_to(message, text):
                return None
            text = self._mention.sub(" ", text).strip() if self._named else text
        elif chat.get("type") != "private":
            return None
        if self._start.match(text):
            text = "/start"  # what a link to the bot adds to it is not for us
        return _inbound(
            name,
            chat,
            sender,
            message,
            text=text,
            media=media,
            extra=_place(message, reply=in_group),
        )

    def _spoken_to(self, message: dict[str, Any], text: str) -> bool:
        """Whether a message in a group names the bot, or replies to it."""
        author = mapping(mapping(message.get("reply_to_message")).get("from"))
        if number(author.get("id")) == self._bot_id:
            return True
        return self._named and bool(self._mention.search(text))

    def _callback(self, name: str, query: dict[str, Any]) -> Optional[Inbound]:
        """A choice that was picked, as its title: that still means the same when the
        conversation has gone on, which its number does not."""
        message, sender = mapping(query.get("message")), mapping(query.get("from"))
        callback = text_of(query.get("id"))
        text = text_of(query.get("data"))
        if text.startswith(PLACE):
            text = _title(message, text) or text
        if not (callback and text) or text.startswith("/"):
            return None
        place = _place(message, reply=False)
        extra = {**place, CALLBACK: callback}
        return _inbound(
            name, mapping(message.get("chat")), sender, {}, text=text, media=False, extra=extra
        )


def _anonymous(chat: dict[str, Any], sender: dict[str, Any], message: dict[str, Any]) -> bool:
    """Whether an administrator of a group writes in its name: Telegram then gives a robot as the
    sender, the same one for all."""
    wrote = number(mapping(message.get("sender_chat")).get("id"))
    return bool(sender.get("is_bot")) and bool(wrote) and wrote == number(chat.get("id"))


def _title(message: dict[str, Any], data: Any) -> str:
    """The title of the button that has `data`; "" when Telegram no longer shows the message."""
    rows = mapping(message.get("reply_markup")).get("inline_keyboard")
    for row in rows if isinstance(rows, list) else ():
        for button in items(row):
            if button.get("callback_data") == data:
                return text_of(button.get("text"))
    return ""


def _place(message: dict[str, Any], reply: bool) -> dict[str, str]:
    """Where in the chat the answer belongs."""
    place = {}
    if reply and number(message.get("message_id")):
        place["reply_to"] = number(message.get("message_id"))
    if message.get("is_topic_message") and number(message.get("message_thread_id")):
        place["topic"] = number(message.get("message_thread_id"))
    return place


def _named(chat: str, message: dict[str, Any]) -> str:
    """The name of a message, the same for its edits; updates have one each."""
    number_ = number(message.get("message_id"))
    return f"{chat}/{number_}" if number_ else ""


def _edited_at(message: dict[str, Any]) -> Optional[float]:
    return moment(message.get("edit_date")) or moment(message.get("date"))


def _age(message: dict[str, Any]) -> float:
    """Seconds between a message and its new text."""
    sent, edited = moment(message.get("date")), moment(message.get("edit_date"))
    return UNKNOWN_AGE if sent is None or edited is None else max(0.0, edited - sent)


def _inbound(
    name: str,
    chat: dict[str, Any],
    sender: dict[str, Any],
    message: dict[str, Any],
    text: str,
    media: bool,
    extra: dict[str, str],
) -> Optional[Inbound]:
    """The message in the common form; None without a chat or a sender."""
    chat_id, sender_id = number(chat.get("id")), number(sender.get("id"))
    if not (chat_id and sender_id):
        return None
    return Inbound(
        id=name,
        # In a group each person has a conversation of their own.
        person=f"{chat_id}/{sender_id}" if chat.get("type") in GROUPS else chat_id,
        target=chat_id,
        text=text,
        media=media,
        kind=next((MEDIA[key] for key in MEDIA if key in message), "") if media else "",
        message=_named(chat_id, message),
        sent_at=moment(message.get("date")),
        slower=GROUP_SECONDS if chat.get("type") in GROUPS else 0.0,
        extra=extra,
    )
