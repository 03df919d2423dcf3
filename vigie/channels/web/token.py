"""Session tokens: minted and signed here, opaque to the client, the only key to a session."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Optional

_VERSION = "2"
MOST_SECONDS = 86_400
"""The life of a session however often its token is renewed: a token that was stolen ends, too."""
_LONGEST = 200
_ID_BYTES = 18


@dataclass(frozen=True)
class Token:
    """A token that was found good, or was just minted."""

    text: str
    """What the client keeps."""
    session: str
    expires: int
    """Unix seconds."""
    born: int
    """When its session began, in Unix seconds."""


def _derived(secret: bytes, purpose: str) -> bytes:
    """A key of its own for each purpose: the secret also serves other channels."""
    return hmac.new(secret, f"vigie web {purpose}".encode(), hashlib.sha256).digest()


class Signer:
    """Mints and reads the tokens of one secret."""

    def __init__(
        self, secret: str, seconds: int, clock: Callable[[], float] = time.time
    ) -> None:
        """Sign with `secret`, or with a random key of this process when it is empty.

        Args:
            secret: shared by all processes that serve the same sessions.
            seconds: the life of a token.
            clock: Unix seconds.
        """
        base = secret.encode() or secrets.token_bytes(32)
        self._key = _derived(base, "token")
        self._sender_key = _derived(base, "sender")
        self._seconds = seconds
        self._clock = clock

    def mint(self, session: Optional[str] = None, born: Optional[int] = None) -> Token:
        """A fresh token for `session`, which began at `born`, or for a new one that nobody can
        guess."""
        session = session or secrets.token_urlsafe(_ID_BYTES)
        now = int(self._clock())
        born = now if born is None else born
        expires = min(now + self._seconds, born + MOST_SECONDS)
        content = f"{_VERSION}.{session}.{expires}.{born}"
        return Token(f"{content}.{self._signature(content)}", session, expires, born)

    def read(self, text: object) -> Optional[Token]:
        """The token that `text` is; None when it is not ours, was altered, or has expired."""
        if not isinstance(text, str) or len(text) > _LONGEST or not text.isascii():
            return None
        content, _, signature = text.rpartition(".")
        if not hmac.compare_digest(signature, self._signature(content)):
            return None
        version, *parts = content.split(".")
        if version != _VERSION:  # of an earlier Vigie: its session began one cannot tell when
            return None
        session, expires, born = parts
        if int(expires) <= self._clock():
            return None
        return Token(text, session, int(expires), int(born))

    def renewed(self, token: Token) -> Optional[Token]:
        """A fresh token when less than half of the life of `token` is left, else None; None, too,
        where its session has not longer to live."""
        if token.expires - self._clock() >= self._seconds / 2:
            return None
        fresh = self.mint(token.session, token.born)
        return fresh if fresh.expires > token.expires else None

    def sender(self, session: str) -> str:
        """The name of the conversation inside Rasa; the session cannot be told from it."""
        return _encoded(hmac.new(self._sender_key, session.encode(), hashlib.sha256).digest())

    def _signature(self, content: str) -> str:
        return _encoded(hmac.new(self._key, content.encode(), hashlib.sha256).digest())


def _encoded(digest: bytes) -> str:
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
