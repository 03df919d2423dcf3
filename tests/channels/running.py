"""Credentials that point a server at the fakes, and requests as the platforms sign them."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.channels.fakes import telegram
from tests.server.running import Response, Server

KEY = "a-key-for-the-tests-of-32-letters-at-least"
PUBLIC = "https://vigie.example"

_numbers = itertools.count(1)


def fresh() -> int:
    """A number that no other test has: a message, a chat."""
    return next(_numbers) + 1_000_000


@dataclass(frozen=True)
class Platforms:
    """The fakes."""

    telegram: telegram.Telegram


def entries(platforms: Platforms) -> dict[str, dict[str, Any]]:
    """Credentials by class, with short waits."""
    waits = {"timeout_seconds": 0.4, "patience_seconds": 3}
    return {
        "vigie.channels.telegram.TelegramChannel": {
            "token": "${TELEGRAM_TOKEN}",
            "secret": "${TELEGRAM_SECRET}",
            "username": telegram.BOT,
            "base_url": platforms.telegram.url,
            "contact": "equipe@vigie.example",
            **waits,
        },
    }


def write_credentials(folder: Path, platforms: Platforms) -> None:
    path = folder / "credentials.yml"
    path.unlink(missing_ok=True)
    path.write_text(yaml.safe_dump(entries(platforms)), "utf-8")


def environment(**more: str) -> dict[str, str]:
    """Secrets and settings of a server with channels."""
    return {
        "TELEGRAM_TOKEN": telegram.TOKEN,
        "TELEGRAM_SECRET": telegram.SECRET,
        "VIGIE_SECRET": KEY,
        "VIGIE_PUBLIC_URL": PUBLIC,
        **more,
    }


def to_telegram(server: Server, update: Any, secret: str = telegram.SECRET) -> Response:
    """An update, as Telegram delivers it."""
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
    return server.request("POST", "/webhooks/telegram/webhook", update, **headers)
