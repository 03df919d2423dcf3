"""Which connectors there are. A new one is one line here, one in `capabilities`, one page."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vigie.channels.shared.credentials import NotConfigured, read
from vigie.server.settings import Settings

CONNECTORS = {
    "telegram": "vigie.channels.telegram.TelegramChannel",
    "whatsapp": "vigie.channels.whatsapp.WhatsAppChannel",
    "messenger": "vigie.channels.messenger.MessengerChannel",
    "matrix": "vigie.channels.matrix.MatrixChannel",
    "matrix_e2e": "vigie.channels.matrix.encrypted.EncryptedMatrixChannel",
    "twilio": "vigie.channels.twilio.TwilioChannel",
    "phone": "vigie.channels.phone.PhoneChannel",
    "kannel": "vigie.channels.kannel.KannelChannel",
}


@dataclass(frozen=True)
class Row:
    """A connector as `vigie channels` shows it."""

    name: str
    title: str
    ready: bool
    missing: str
    """What keeps it from being served, in French; "" when nothing does."""
    path: str
    """Where the platform must deliver, after the public address of the server."""


def connector(name: str) -> Any:
    """The class of the connector `name`.

    Raises:
        KeyError: there is none.
    """
    module, _, member = CONNECTORS[name].rpartition(".")
    return getattr(importlib.import_module(module), member)


def path_of(name: str) -> str:
    """Where this server takes the messages of `name`."""
    return f"/webhooks/{name}{connector(name).PATH}"


def webhook(name: str, public_url: str) -> str:
    """Where the platform delivers to `name`."""
    return f"{public_url}{path_of(name)}"


def table(
    credentials: Mapping[str, object], env: Mapping[str, str], settings: Settings
) -> list[Row]:
    """One row for each connector.

    Args:
        credentials: credentials.yml, by class.
        env: where ${NAME} is looked up.
        settings: of the server.

    Raises:
        Refusal: an entry of credentials.yml does not fit.
    """
    rows = []
    for name, path in CONNECTORS.items():
        found = connector(name)
        missing = _missing(found, path, credentials, env, settings)
        rows.append(Row(name, found.TITLE, not missing, " ; ".join(missing), path_of(name)))
    return rows


def _missing(
    found: Any,
    path: str,
    credentials: Mapping[str, object],
    env: Mapping[str, str],
    settings: Settings,
) -> list[str]:
    if path not in credentials:
        return ["absent de credentials.yml"]
    lacking: list[str] = found.lacking(settings)
    try:
        read(found.NAME, credentials[path], found.fields(), env)
    except NotConfigured as problem:
        return [str(problem), *lacking]
    return lacking
