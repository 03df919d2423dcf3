"""Which conversation a `sender` of the REST channel goes on with: only that of who may know it.

Rasa believes any name: whoever says "user" hears what the last one called "user" was told, and may
erase it. Here a name that can be guessed counts together with the address that it comes from; one
that cannot, a random UUID, holds wherever its client is. Names that a trusted client gives (a
service that knows its own people) hold for all trusted clients.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import re
import secrets
from collections.abc import Sequence
from uuid import uuid4

from vigie.server.rates import Network, is_this_machine
from vigie.server.settings import Settings

_RANDOM = re.compile(
    r"[0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}", re.IGNORECASE
)
"""A UUID of version 4 (RFC 9562, 5.4): 122 random bits."""


def fresh_sender() -> str:
    """A sender that nobody can guess."""
    return str(uuid4())


class Senders:
    """Names conversations; neither a sender nor an address can be read from a name."""

    def __init__(self, secret: str, trusted: Sequence[Network] = ()) -> None:
        """Name by `secret`, which replicas share, or by a random key when it is empty.

        Args:
            secret: of the installation.
            trusted: the clients that keep their own people apart.
        """
        base = secret.encode() or secrets.token_bytes(32)
        self._key = hmac.new(base, b"vigie rest sender", hashlib.sha256).digest()
        self._trusted = tuple(trusted)

    @classmethod
    def of(cls, settings: Settings) -> Senders:
        """Those of `settings`."""
        return cls(settings.secret, settings.trusted_clients)

    def conversation(self, sender: str, source: str) -> str:
        """The name of the conversation of `sender`, who writes from `source` (see
        `Rates.source`)."""
        given = f"{self._realm(sender, source)}\0{sender}".encode("utf-8", "replace")
        return hmac.new(self._key, given, hashlib.sha256).hexdigest()[:40]

    def _realm(self, sender: str, source: str) -> str:
        """Within what `sender` is one conversation."""
        if _RANDOM.search(sender):
            return "anywhere"
        if self._trusts(source):
            return "trusted"
        return "here" if is_this_machine(source) else f"at {source}"

    def _trusts(self, source: str) -> bool:
        try:
            network = ipaddress.ip_network(source)
        except ValueError:  # it came by no address, or through a proxy that nobody named
            return False
        return any(
            one.version == network.version and network.subnet_of(one)  # type: ignore[arg-type]
            for one in self._trusted
        )
