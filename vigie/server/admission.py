"""Who may write, and how many at once: counted over the channels together, not for each alone.

REST and the web widget are two doors of one house: whoever is turned away at one of them is not
let in at the other, and the messages of both share the places of this process.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from vigie.server.answer import Places
from vigie.server.rates import Buckets, Rates
from vigie.server.redis.buckets import RedisBuckets
from vigie.server.redis.link import Link
from vigie.server.settings import Settings


@dataclass(frozen=True)
class Admission:
    """The limits that channels have in common."""

    rates: Rates
    places: Places

    @classmethod
    def of(cls, settings: Settings, shared: Optional[Link] = None) -> Admission:
        """The limits of `settings`.

        Args:
            settings: of the process.
            shared: the Redis where all replicas count how fast people write.
        """
        rates = Rates(
            Buckets(settings.sender_rate),
            Buckets(settings.address_rate),
            settings.trusted_proxies,
            None if shared is None else RedisBuckets(shared, settings.secret),
        )
        return cls(rates, Places(settings.max_pending))
