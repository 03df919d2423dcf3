"""Names that stand for a person or a message, and cannot be turned back without the key.

A phone number has so few digits that a plain hash of it is undone in a minute: hence the key.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Pseudonyms:
    """Makes the pseudonyms of one channel, with the key of this installation."""

    key: str = field(repr=False)
    channel: str

    def of_person(self, address: str) -> str:
        """32 hexadecimal digits, the same each time for `address` on this channel."""
        return self._mac("person", address)

    def of_message(self, message_id: str) -> str:
        """32 hexadecimal digits for a message: some platforms put the phone number in its id."""
        return self._mac("message", message_id)

    def _mac(self, kind: str, text: str) -> str:
        named = "\0".join((kind, self.channel, text)).encode("utf-8", "replace")
        return hmac.new(self.key.encode(), named, hashlib.sha256).hexdigest()[:32]
