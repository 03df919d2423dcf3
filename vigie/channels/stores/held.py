"""Messages that were accepted and are not answered yet, so that another process can answer them
where this one dies.

They wait in the memory of the channels for as long as an answer takes, sealed: who reads that
memory without the key of this installation sees neither a text nor an address.
"""

from __future__ import annotations

import base64
import hashlib
import json
import time
from dataclasses import asdict
from typing import NamedTuple, Optional

from cryptography.fernet import Fernet, InvalidToken

from vigie.channels.shared.inbound import Inbound

BEAT_SECONDS = 5.0
"""How often a process says that it is there, and looks for what dead ones left."""
ALIVE_SECONDS = 20.0
"""How long it counts as alive after that."""
TRIES = 3
"""Processes that may take the same message: one that kills them all is given up."""


class Orphan(NamedTuple):
    """A message whose process died, and that is now this one's."""

    message: str
    """Its pseudonym."""
    tries: int
    """How many processes took it, this one among them."""
    sealed: str


class Sealer:
    """Seals the messages of one channel."""

    def __init__(self, secret: str, channel: str) -> None:
        """With the key of this installation."""
        key = hashlib.sha256(f"held\0{channel}\0{secret}".encode()).digest()
        self._fernet = Fernet(base64.urlsafe_b64encode(key))

    def seal(self, inbound: Inbound) -> str:
        """All of `inbound`, unreadable."""
        return self._fernet.encrypt(json.dumps(asdict(inbound)).encode()).decode()

    def open(self, sealed: str, seconds: float) -> Optional[Inbound]:
        """The message; None where it was sealed more than `seconds` ago, or with another key."""
        try:
            told = self._fernet.decrypt(sealed)
            # Fernet's own limit refuses what a clock that was put back has sealed "later".
            age = time.time() - self._fernet.extract_timestamp(sealed)
        except InvalidToken:
            return None
        if age > seconds:
            return None
        return Inbound(**json.loads(told))
