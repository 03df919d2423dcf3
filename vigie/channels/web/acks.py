"""What the client gets back at the end of an event."""

from __future__ import annotations

from typing import Any, Optional

from vigie.channels.web import counters, texts
from vigie.server import texts as server_texts

Ack = dict[str, Any]

_SENTENCES = {
    "invalid": texts.INVALID,
    "expired": texts.EXPIRED,
    "not_offered": texts.NOT_OFFERED,
    "stopping": texts.STOPPING,
    "rate": server_texts.SLOW_DOWN,
    "busy": server_texts.BUSY,
    "failed": server_texts.FAILURE,
}
_RETRY_AFTER = {"rate": 10, "busy": 2, "stopping": 5}

STATUS = {
    "invalid": 400, "expired": 401, "not_offered": 409, "rate": 429, "busy": 429,
    "failed": 503, "stopping": 503,
}  # fmt: skip
"""The HTTP status of each error."""


def done(last: int, key: Optional[str] = None, **more: Any) -> Ack:
    """The event was handled; `last` is the number of the newest entry."""
    ack: Ack = {"ok": True, "last": last, **more}
    return ack if key is None else {**ack, "id": key}


def refused(error: str, key: Optional[str] = None, text: str = "") -> Ack:
    """The event was not handled: why, as one word and as a sentence; counted."""
    counters.REFUSED.labels(error).inc()
    ack: Ack = {"ok": False, "error": error, "text": text or _SENTENCES[error]}
    if error in _RETRY_AFTER:
        ack["retry_after"] = _RETRY_AFTER[error]
    return ack if key is None else {**ack, "id": key}
