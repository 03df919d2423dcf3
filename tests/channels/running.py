"""Credentials that point a server at the fakes, and requests as the platforms sign them."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import yaml

from tests.channels.fakes import meta, telegram, twilio
from tests.server.running import Response, Server
from vigie.channels.shared.intake import twilio_signature

KEY = "a-key-for-the-tests-of-32-letters-at-least"
PUBLIC = "https://vigie.example"
FORM = "application/x-www-form-urlencoded"
PHONE: dict[str, Any] = {
    "account_sid": twilio.ACCOUNT,
    "auth_token": "${TWILIO_AUTH_TOKEN}",
    "number": "+15550188",
    "daily_calls": 0,
    "contact": "equipe@vigie.example",
}
"""The telephone: nothing is called there, Twilio takes what to say from the answer."""

_numbers = itertools.count(1)


def fresh() -> int:
    """A number that no other test has: a message, a chat."""
    return next(_numbers) + 15_550_000_000


@dataclass(frozen=True)
class Platforms:
    """The fakes."""

    telegram: telegram.Telegram
    meta: meta.Meta
    twilio: twilio.Twilio

    @property
    def calls(self) -> list[Any]:
        """All calls so far."""
        return [*self.telegram.calls, *self.meta.calls, *self.twilio.calls]

    @property
    def breaches(self) -> list[str]:
        """Calls that broke a limit."""
        return [*self.telegram.breaches, *self.meta.breaches, *self.twilio.breaches]


def entries(platforms: Platforms) -> dict[str, dict[str, Any]]:
    """Credentials by class. A call may take long, as on a busy machine it does."""
    waits = {"timeout_seconds": 10, "patience_seconds": 3}
    shared = {
        "app_secret": "${META_APP_SECRET}",
        "verify_token": "${META_VERIFY_TOKEN}",
        "base_url": platforms.meta.url,
        **waits,
    }
    return {
        "vigie.channels.telegram.TelegramChannel": {
            "token": "${TELEGRAM_TOKEN}",
            "secret": "${TELEGRAM_SECRET}",
            "username": telegram.BOT,
            "base_url": platforms.telegram.url,
            "contact": "equipe@vigie.example",
            **waits,
        },
        "vigie.channels.whatsapp.WhatsAppChannel": {
            "token": "${WHATSAPP_TOKEN}",
            "phone_number_id": meta.PHONE,
            **shared,
        },
        "vigie.channels.messenger.MessengerChannel": {
            "token": "${MESSENGER_TOKEN}",
            "page_id": meta.PAGE,
            **shared,
        },
        "vigie.channels.twilio.TwilioChannel": {
            "account_sid": twilio.ACCOUNT,
            "auth_token": "${TWILIO_AUTH_TOKEN}",
            "number": twilio.NUMBER,
            "base_url": platforms.twilio.url,
            **waits,
        },
        "vigie.channels.phone.PhoneChannel": PHONE,
    }


def write_credentials(folder: Path, platforms: Platforms, **more: Any) -> None:
    """credentials.yml of `folder`; `more` goes into every entry."""
    path = folder / "credentials.yml"
    path.unlink(missing_ok=True)
    written = {name: {**entry, **more} for name, entry in entries(platforms).items()}
    path.write_text(yaml.safe_dump(written), "utf-8")


def environment(**more: str) -> dict[str, str]:
    """Secrets and settings of a server with channels."""
    return {
        "TELEGRAM_TOKEN": telegram.TOKEN,
        "TELEGRAM_SECRET": telegram.SECRET,
        "WHATSAPP_TOKEN": meta.WHATSAPP_TOKEN,
        "MESSENGER_TOKEN": meta.MESSENGER_TOKEN,
        "META_APP_SECRET": meta.APP_SECRET,
        "META_VERIFY_TOKEN": meta.VERIFY,
        "TWILIO_AUTH_TOKEN": twilio.TOKEN,
        "VIGIE_SECRET": KEY,
        "VIGIE_PUBLIC_URL": PUBLIC,
        **more,
    }


def post(server: Server, channel: str, body: bytes, **headers: str) -> Response:
    """A delivery, as it is."""
    return server.request("POST", f"/webhooks/{channel}/webhook", body, **headers)


def to_telegram(server: Server, update: Any, secret: str = telegram.SECRET) -> Response:
    """An update, as Telegram delivers it."""
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
    return post(server, "telegram", json.dumps(update).encode(), **headers)


def to_meta(server: Server, channel: str, event: Any) -> Response:
    """An event, as Meta delivers it."""
    body = json.dumps(event).encode()
    return post(server, channel, body, **meta.signed(body))


def to_twilio(server: Server, fields: list[tuple[str, str]]) -> Response:
    """A form, as Twilio delivers it."""
    signature = twilio_signature(f"{PUBLIC}/webhooks/twilio/webhook", fields, twilio.TOKEN)
    headers = {"X-Twilio-Signature": signature, "Content-Type": FORM}
    return post(server, "twilio", urlencode(fields).encode(), **headers)


@dataclass(frozen=True)
class Phone:
    """Somebody with one conversation on one channel."""

    channel: str
    say: Callable[..., Response]
    """Deliver a text; `number` names the message, a fresh one by default."""
    heard: Callable[[], list[str]]
    """The texts that came back, the first first."""
    address: str
    """Whom the platform writes to."""


def phones(server: Server, platforms: Platforms) -> dict[str, Phone]:
    """A new person on each channel."""
    chat = fresh()
    caller = f"+{chat}"

    def telegram_say(text: str, number: int = 0) -> Response:
        return to_telegram(server, telegram.message(number or fresh(), chat, text))

    def whatsapp_say(text: str, number: int = 0) -> Response:
        sent = meta.whatsapp_text(number or fresh(), str(chat), text)
        return to_meta(server, "whatsapp", meta.whatsapp(sent))

    def messenger_say(text: str, number: int = 0) -> Response:
        sent = meta.messenger_text(number or fresh(), f"9{chat}", text)
        return to_meta(server, "messenger", meta.messenger(sent))

    def twilio_say(text: str, number: int = 0) -> Response:
        return to_twilio(server, twilio.form(number or fresh(), caller, text))

    return {
        phone.channel: phone
        for phone in (
            Phone("telegram", telegram_say, lambda: platforms.telegram.said(chat), str(chat)),
            Phone("whatsapp", whatsapp_say, lambda: platforms.meta.said(str(chat)), str(chat)),
            Phone("messenger", messenger_say, lambda: platforms.meta.said(f"9{chat}"), f"9{chat}"),
            Phone("twilio", twilio_say, lambda: platforms.twilio.said(caller), caller),
        )
    }


CHANNELS = ("telegram", "whatsapp", "messenger", "twilio")
