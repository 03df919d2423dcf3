"""Telegram's Bot API, with its limits."""

from __future__ import annotations

import html
import re
from typing import Any

from aiohttp import web

from tests.channels.fakes.base import Fake, Fault

TOKEN = "4242:telegram-token"
SECRET = "telegram-webhook-secret"
BOT = "VigieBot"
_TAG = re.compile(r"</?(?:b|i|u|s|code|pre)>")


def parsed(text: str) -> str:
    """HTML as Telegram reads it.

    Raises:
        ValueError: it cannot.
    """
    bare = _TAG.sub("", text)
    if re.search(r"[<>]|&(?!lt;|gt;|amp;|quot;)", bare):
        raise ValueError("can't parse entities")
    opened: list[str] = []
    for tag in _TAG.findall(text):
        if tag.startswith("</"):
            if not opened or opened.pop() != tag.replace("/", ""):
                raise ValueError("can't find end tag")
        else:
            opened.append(tag)
    if opened:
        raise ValueError("can't find end tag")
    return html.unescape(bare)


class Telegram(Fake):
    """Remembers what was sent to whom."""

    def __init__(self) -> None:
        super().__init__()
        self.strangers: set[str] = set()
        """Private chats of people who never wrote to the bot there."""

    def said(self, chat: int | str) -> list[str]:
        """The texts that a chat got, as they are shown, choices as lines of their own."""
        return ["\n".join([parsed(m["text"]), *choices(m)]) for m in self.messages(chat)]

    def messages(self, chat: int | str) -> list[Any]:
        return [
            c.body
            for c in list(self.calls)
            if c.path.endswith("/sendMessage")
            and c.status == 200
            and str(c.body["chat_id"]) == str(chat)
        ]

    def is_sign(self, path: str, body: Any) -> bool:
        return path.endswith("/sendChatAction")

    def can_fail(self, path: str) -> bool:
        return path.endswith(("/sendMessage", "/setWebhook"))

    def fault(self, fault: Fault) -> Any:
        said: dict[str, Any] = {"ok": False, "error_code": fault.status}
        if fault.status == 429:
            said["parameters"] = {"retry_after": fault.retry_after}
        return said

    def handle(self, request: web.Request, body: Any) -> tuple[int, Any]:
        token, _, method = request.path[len("/bot") :].rpartition("/")
        if token != TOKEN:
            return self.refuse("unauthorized", 401)
        if method not in _METHODS:
            return self.refuse("no such method", 404)
        if problem := _METHODS[method](body):
            return self.refuse(problem)
        if method == "sendMessage" and str(body["chat_id"]) in self.strangers:
            said = "Forbidden: bot can't initiate conversation with a user"
            return 403, {"ok": False, "error_code": 403, "description": said}
        return 200, {"ok": True, "result": True}


def choices(body: Any) -> list[str]:
    """The titles of the choices under a message."""
    rows = body.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


def _menu_problem(body: Any) -> str:
    """Why Telegram would refuse a menu; "" when it would not."""
    commands = body.get("commands") or []
    if not 1 <= len(commands) <= 100:
        return "commands: 1 to 100"
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command.get("command", "")):
            return "BOT_COMMAND_INVALID"
        if not 1 <= len(command.get("description", "")) <= 256:
            return "BOT_COMMAND_DESCRIPTION_INVALID"
    return ""


def _problem(body: Any) -> str:
    """Why Telegram would refuse a message; "" when it would not."""
    if not re.fullmatch(r"-?\d+", str(body.get("chat_id"))):
        return "chat not found"
    try:
        shown = parsed(body["text"]) if body.get("parse_mode") == "HTML" else body["text"]
    except ValueError as problem:
        return str(problem)
    if not shown.strip():
        return "message text is empty"
    if len(shown.encode("utf-16-le")) // 2 > 4_096:
        return "message is too long"
    for row in body.get("reply_markup", {}).get("inline_keyboard", []):
        for button in row:
            if not button["text"].strip():
                return "text buttons are unallowed"
            if not 1 <= len(button["callback_data"].encode()) <= 64:
                return "BUTTON_DATA_INVALID"
    return ""


def _webhook_problem(body: Any) -> str:
    if not re.fullmatch(r"[\w-]{1,256}", body.get("secret_token", "")):
        return "secret token"
    return (
        "" if body["url"].startswith("https://") else "bad webhook: an HTTPS URL must be provided"
    )


def _query_problem(body: Any) -> str:
    return "" if body.get("callback_query_id") else "query id"


def _action_problem(body: Any) -> str:
    known = body.get("action") == "typing" and str(body.get("chat_id")).lstrip("-").isdigit()
    return "" if known else "chat action"


_METHODS = {
    "sendMessage": _problem,
    "answerCallbackQuery": _query_problem,
    "sendChatAction": _action_problem,
    "setMyCommands": _menu_problem,
    "setWebhook": _webhook_problem,
}


def message(number: int, chat: int, text: str, **more: Any) -> dict[str, Any]:
    """An update with a text in a private chat."""
    return {
        "update_id": number,
        "message": {
            "message_id": number,
            "from": {"id": chat, "is_bot": False, "first_name": "Kumquat"},
            "chat": {"id": chat, "type": "private", "first_name": "Kumquat"},
            "text": text,
            **more,
        },
    }
