"""What clients send: each event as a type, read strictly."""

from __future__ import annotations

import json
import re
from typing import Annotated, Any, Optional, TypeVar, Union

import msgspec

MOST_BYTES = 16_384
"""Of one packet; the body limit of the HTTP server."""

_ID = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
Id = Annotated[str, msgspec.Meta(pattern=rf"\A{_ID.pattern}\Z")]
Number = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
Name = Annotated[str, msgspec.Meta(max_length=64)]


class Invalid(ValueError):
    """Not what the protocol says. The text quotes nothing of it."""


class Opening(msgspec.Struct):
    """A client that connects: the session that it has, and what it has seen of it."""

    token: Optional[str] = None
    stream: Optional[str] = None
    last: Number = 0


class Say(msgspec.Struct):
    """A message that somebody typed."""

    id: Id
    text: str


class Choose(msgspec.Struct):
    """A choice that somebody picked: `key`, offered by message `n` of `stream`."""

    id: Id
    n: Number
    key: Name
    stream: Optional[Name] = None


class Rate(msgspec.Struct):
    """What somebody thinks of message `n`."""

    n: Number
    value: Annotated[str, msgspec.Meta(pattern=r"\A(up|down)\Z")]
    stream: Optional[Name] = None


class Forget(msgspec.Struct):
    """Erase the conversation."""


Event = Union[Say, Choose, Rate, Forget]
EVENTS: dict[str, type[Event]] = {"say": Say, "choose": Choose, "rate": Rate, "forget": Forget}

T = TypeVar("T")


def is_id(text: str) -> bool:
    """Whether `text` may be the id of a message."""
    return _ID.fullmatch(text) is not None


def read(payload: Any, kind: type[T]) -> T:
    """`payload`, decoded JSON, as a `kind`.

    Raises:
        Invalid: it is none.
    """
    try:
        return msgspec.convert(payload, kind)
    except (msgspec.ValidationError, UnicodeError, RecursionError):
        raise Invalid(kind.__name__) from None


def opening(payload: Any) -> tuple[Opening, bool]:
    """The opening that `payload` is, and whether it was one; else that of a newcomer."""
    if payload is None:
        return Opening(), True
    try:
        return read(payload, Opening), True
    except Invalid:
        return Opening(), False


def body(raw: bytes) -> Any:
    """The JSON in the body of a request.

    Raises:
        Invalid: it is none.
    """
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        raise Invalid("JSON") from None
