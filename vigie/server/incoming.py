"""Read the body of a REST message: a message and its sender, or a reason to refuse it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from vigie.server.senders import fresh_sender

MAX_SENDER = 128


class BadMessage(ValueError):
    """The body is not a message. The text says why, in French, without quoting it."""


@dataclass(frozen=True)
class Incoming:
    """What somebody wrote, and the name under which their conversation goes on."""

    text: str
    sender: str


def clean(text: str) -> str:
    """`text` as valid Unicode, without NUL; lone surrogates become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "").strip()


def as_plain_text(text: str) -> str:
    """`text` such that Rasa cannot take it for a command: a leading `/` runs an intent there."""
    if not text.startswith("/"):
        return text
    return text.lstrip("/ \t\r\n\u00a0") or "\u2215"


def _field(body: dict[str, object], name: str) -> str | None:
    value = body.get(name)
    if value is not None and not isinstance(value, str):
        raise BadMessage(f"Le champ « {name} » doit être un texte.")
    return value


def read(raw: bytes) -> Incoming:
    """The message in `raw`; a missing sender gets a fresh, unguessable id.

    Raises:
        BadMessage: no JSON object, no `message`, or a wrong type.
    """
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        raise BadMessage("Le corps de la requête doit être du JSON.") from None
    if not isinstance(body, dict):
        raise BadMessage("Le corps de la requête doit être un objet JSON.")
    text, sender = _field(body, "message"), _field(body, "sender")
    if text is None:
        raise BadMessage("Le champ « message » manque.")
    sender = clean(sender or "")
    if len(sender) > MAX_SENDER:
        raise BadMessage(f"Le champ « sender » est limité à {MAX_SENDER} caractères.")
    return Incoming(clean(text), sender or fresh_sender())
