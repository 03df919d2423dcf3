"""The platforms' side, by libraries that others wrote. Runs in .venv-clients, in a process apart.

Reads orders from standard input, one JSON object a line, {"call": name, "with": arguments};
writes their results to standard output in the same form.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import json
import logging
import sys
from typing import Any
from urllib.parse import parse_qsl

import httpx
import nio
import telegram
from pywa import WhatsApp, types
from pywa.handlers import EditedMessageHandler, MessageHandler
from telegram.request import BaseRequest
from twilio.base.exceptions import TwilioRestException
from twilio.http import HttpClient
from twilio.http.response import Response
from twilio.request_validator import RequestValidator
from twilio.rest import Client

log = logging.getLogger(__name__)

# --- Telegram: python-telegram-bot ------------------------------------------------------------


class Recorder(BaseRequest):
    """Sends nothing, and keeps what would be sent."""

    sent: tuple[str, dict[str, Any]]
    read_timeout = None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(self, url: str, method: str, request_data: Any = None, **_: Any) -> Any:
        """Keep it; a message for an answer."""
        self.sent = (url.rpartition("/")[2], request_data.parameters if request_data else {})
        chat = {"id": 1, "type": "private"}
        simple = {"sendMessage": {"message_id": 1, "date": 1, "chat": chat, "text": "x"}}
        result = simple.get(self.sent[0], True)
        return 200, json.dumps({"ok": True, "result": result}).encode()


def telegram_update(number: int, person: int, text: str, **more: Any) -> Any:
    """An update, made of the library's own objects."""
    user = telegram.User(id=person, first_name="Kumquat", is_bot=False)
    now = datetime.datetime.now(datetime.timezone.utc)
    group = more.pop("group", 0)
    chat = (
        telegram.Chat(group, "supergroup", "Kumquat") if group else telegram.Chat(person, "private")
    )
    edited = more.pop("edited", False)
    message_id = more.pop("message", number)
    ending: dict[str, Any] = {}
    if text.startswith("/"):
        length = len(text.split()[0])
        ending["entities"] = [telegram.MessageEntity("bot_command", 0, length)]
    if edited:
        ending["edit_date"] = now
    photo = more.pop("photo", False)
    if photo:
        size = telegram.PhotoSize("f", "u", 10, 10)
        message = telegram.Message(
            message_id, now, chat, user, photo=[size], caption=text, **ending
        )
    else:
        message = telegram.Message(message_id, now, chat, user, text=text, **ending)
    kind = "edited_message" if edited else "message"
    return telegram.Update(number, **{kind: message}).to_dict()


def telegram_press(number: int, person: int, sent: dict[str, Any], title: str, gone: bool) -> Any:
    """The update for a button under `sent`, a message as the bot posted it."""
    user = telegram.User(id=person, first_name="Kumquat", is_bot=False)
    chat = telegram.Chat(person, "private")
    markup = telegram.InlineKeyboardMarkup.de_json(sent["reply_markup"], None)
    (data,) = (b.callback_data for row in markup.inline_keyboard for b in row if b.text == title)
    now = datetime.datetime.now(datetime.timezone.utc)
    message = (
        telegram.InaccessibleMessage(chat, 1)
        if gone
        else telegram.Message(1, now, chat, text="x", reply_markup=markup)
    )
    query = telegram.CallbackQuery(str(number), user, "instance", message=message, data=data)
    return telegram.Update(number, callback_query=query).to_dict()


def telegram_sends(method: str, body: dict[str, Any]) -> Any:
    """What the library would send for the same call: [method, parameters]."""
    recorder = Recorder()
    bot = telegram.Bot("4242:x", request=recorder, get_updates_request=Recorder())
    how = dict(body)
    if method == "sendMessage":
        for name, kind in (
            ("reply_markup", telegram.InlineKeyboardMarkup),
            ("reply_parameters", telegram.ReplyParameters),
            ("link_preview_options", telegram.LinkPreviewOptions),
        ):
            if name in how:
                how[name] = kind.de_json(how[name], bot)
        asyncio.run(bot.send_message(**how))
    elif method == "sendChatAction":
        asyncio.run(bot.send_chat_action(**how))
    elif method == "answerCallbackQuery":
        asyncio.run(bot.answer_callback_query(**how))
    elif method == "setMyCommands":
        commands = [telegram.BotCommand(**one) for one in how["commands"]]
        asyncio.run(bot.set_my_commands(commands))
    elif method == "setWebhook":
        asyncio.run(bot.set_webhook(**how))
    return recorder.sent


# --- WhatsApp: pywa ---------------------------------------------------------------------------


def whatsapp_reads(body: str, secret: str, signature: str) -> Any:
    """What the library makes of a delivery: who says what; None where it believes it not."""
    heard = []
    wa = WhatsApp(
        phone_id="1010101010", token="x", server=None, app_secret=secret, verify_token="x"
    )

    def message(_: WhatsApp, told: types.Message) -> None:
        who = told.from_user
        heard.append(
            {"id": told.id, "person": who.wa_id or who.bsuid, "text": told.text or told.caption}
        )

    def edit(_: WhatsApp, told: types.EditedMessage) -> None:
        said = told.message
        heard.append({"edits": told.original_message_id, "text": said.text or said.caption})

    wa.add_handlers(MessageHandler(message), EditedMessageHandler(edit))
    refused = wa.webhook_update_validator(body.encode(), signature)
    if refused:
        return None
    wa.webhook_update_handler(body.encode())
    return heard


def whatsapp_sends(does: str, how: dict[str, Any]) -> Any:
    """What the library posts for a call: [path, body]."""
    posted: list[Any] = []

    def answer(request: httpx.Request) -> httpx.Response:
        posted.append([request.url.path, json.loads(request.content)])
        contact = {"input": "1", "wa_id": "1"}
        said = {"success": True, "messages": [{"id": "wamid.x"}], "contacts": [contact]}
        return httpx.Response(200, json=said)

    session = httpx.Client(transport=httpx.MockTransport(answer))
    wa = WhatsApp(phone_id=how.pop("phone"), token="x", session=session, api_version=24.0)
    if "buttons" in how:
        how["buttons"] = [types.Button(title=t, callback_data=d) for t, d in how["buttons"]]
    if "rows" in how:
        rows = [
            types.SectionRow(
                title=r["title"], callback_data=r["id"], description=r.get("description")
            )
            for r in how.pop("rows")
        ]
        section = types.Section(title="x", rows=rows)
        how["buttons"] = types.SectionList(button_title=how.pop("button"), sections=[section])
    if "commands" in how:
        how["commands"] = [types.Command(name=n, description=d) for n, d in how["commands"]]
    getattr(wa, does)(**how)
    return posted[-1]


# --- Twilio -----------------------------------------------------------------------------------


def twilio_sign(url: str, fields: dict[str, str], token: str) -> str:
    """X-Twilio-Signature, by the library."""
    return str(RequestValidator(token).compute_signature(url, fields))


def twilio_sends(account: str, token: str, how: dict[str, str]) -> Any:
    """What the library posts for a message: [path, form]."""
    posted: list[Any] = []

    class Recording(HttpClient):
        def request(
            self, method: str, url: str, params: Any = None, data: Any = None, **_: Any
        ) -> Any:
            request = httpx.Request(method, url, data=data)
            form = dict(parse_qsl(request.content.decode()))
            posted.append([request.url.path, form])
            return Response(503, "{}")

    with contextlib.suppress(TwilioRestException):  # the answer is of no interest
        Client(account, token, http_client=Recording(log, False)).messages.create(**how)
    return posted[-1]


# --- Matrix: matrix-nio -----------------------------------------------------------------------


def matrix_reads(content: dict[str, Any]) -> Any:
    """What the library makes of a message that was sent: its class, text and HTML."""
    event = nio.Event.parse_event(
        {
            "type": "m.room.message",
            "event_id": "$1",
            "room_id": "!r:exemple.org",
            "sender": "@vigie:exemple.org",
            "origin_server_ts": 1_700_000_000_000,
            "content": content,
        }
    )
    return {
        "kind": type(event).__name__,
        "body": getattr(event, "body", None),
        "html": getattr(event, "formatted_body", None),
    }


CALLS = {
    call.__name__: call
    for call in (
        telegram_update,
        telegram_press,
        telegram_sends,
        whatsapp_reads,
        whatsapp_sends,
        twilio_sign,
        twilio_sends,
        matrix_reads,
    )
}


def main() -> None:
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        try:
            told = {"result": CALLS[order["call"]](**order["with"])}
        except Exception as problem:
            told = {"error": repr(problem)}
        print(json.dumps(told), flush=True)


main()
