"""Who writes too fast: a bucket for each sender and one for each address, both forgotten soon."""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Optional, Union

Network = Union[ipaddress.IPv4Network, ipaddress.IPv6Network]

_MOST_KEYS = 50_000


class Buckets:
    """At most `per_minute` a minute for each key, in a burst or evenly; 0 allows all."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Count by `clock`, in seconds."""
        self._size = float(per_minute)
        self._clock = clock
        # What is left for a key, and when that was so; the least recently seen first.
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> bool:
        """Whether `key` may go on; counts when it may."""
        if not self._size:
            return True
        now = self._clock()
        left, then = self._left.pop(key, (self._size, now))
        left = min(self._size, left + (now - then) * self._size / 60)
        allowed = left >= 1
        self._left[key] = (left - allowed, now)
        while len(self._left) > _MOST_KEYS or self._stale(now):
            self._left.popitem(last=False)
        return allowed

    def _stale(self, now: float) -> bool:
        """Whether the oldest bucket is full again, and so says nothing."""
        return now - next(iter(self._left.values()))[1] > 60


def parse_networks(text: str) -> tuple[Network, ...]:
    """Addresses and networks separated by commas.

    Raises:
        ValueError: one is neither.
    """
    return tuple(
        ipaddress.ip_network(part.strip(), strict=False) for part in text.split(",") if part.strip()
    )


def client_address(
    peer: Optional[str], forwarded: Iterable[str], trusted: Iterable[Network]
) -> str:
    """Where a request comes from: the last hop that is no trusted proxy.

    Args:
        peer: the address at the other end of the connection.
        forwarded: what X-Forwarded-For says, the client first; counts only from a trusted peer.
        trusted: the proxies that are believed.

    Returns:
        An IPv4 address, the /64 of an IPv6 one, or "" for what is no address.
    """
    trusted = tuple(trusted)
    for hop in [peer or "", *reversed(list(forwarded))]:
        try:
            address = ipaddress.ip_address(hop.strip())
        except ValueError:
            return ""
        if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
            address = address.ipv4_mapped
        last = address
        if not any(address in network for network in trusted):
            break
    if last.version == 6 and not last.is_loopback:
        return str(ipaddress.ip_network((last, 64), strict=False))
    return str(last)


@dataclass(frozen=True)
class Rates:
    """The limits of one channel. Whoever is on this machine, with no proxy between, has none."""

    senders: Buckets
    addresses: Buckets
    trusted: tuple[Network, ...] = ()

    def allow(self, sender: str, peer: Optional[str], forwarded: Iterable[str]) -> bool:
        """Whether a message of `sender` may be answered now.

        Args:
            sender: the conversation.
            peer: the address at the other end of the connection.
            forwarded: all X-Forwarded-For headers in order: a proxy may add one of its own
                below the one that its client made up.
        """
        hops = [hop for header in forwarded for hop in header.split(",") if hop.strip()]
        address = client_address(peer, hops, self.trusted)
        if address and "/" not in address and ipaddress.ip_address(address).is_loopback:
            return True
        return self.addresses.take(address) and self.senders.take(sender)
