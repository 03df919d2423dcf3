"""Who writes too fast: a bucket for each sender and one for each address, both forgotten soon."""

from __future__ import annotations

import ipaddress
import logging
import re
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Optional, Protocol, Union

Network = Union[ipaddress.IPv4Network, ipaddress.IPv6Network]

log = logging.getLogger(__name__)

_MOST_KEYS = 50_000
_STAMP = re.compile(r"t=(\d{10}\.\d{3})", re.ASCII)
UNNAMED_PROXY = "unnamed proxy"
"""The address of whoever comes through a proxy on this machine that is not among the trusted."""


@lru_cache(maxsize=1)
def _warn_once() -> None:
    log.warning(
        "un mandataire de cette machine n’est pas dans VIGIE_TRUSTED_PROXIES : une seule limite "
        "de débit vaut pour toutes les personnes qui passent par lui"
    )


class Buckets:
    """At most `per_minute` a minute for each key, in a burst or evenly; 0 allows all."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Count by `clock`, in seconds."""
        self._size = float(per_minute)
        self._clock = clock
        self.per_minute = per_minute
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


class SharedBuckets(Protocol):
    """Buckets of all replicas together."""

    async def take(self, limits: Sequence[tuple[str, int]]) -> Optional[bool]:
        """Whether each (key, number a minute) allows one more; None when it cannot be known."""


@dataclass(frozen=True)
class Rates:
    """The limits of one channel. Whoever is on this machine, with no proxy between, has none."""

    senders: Buckets
    addresses: Buckets
    trusted: tuple[Network, ...] = ()
    shared: Optional[SharedBuckets] = None

    def allow(self, sender: str, peer: Optional[str], forwarded: Iterable[str]) -> bool:
        """Whether a message of `sender` may be answered now, as counted by this process alone.

        Args:
            sender: the conversation.
            peer: the address at the other end of the connection.
            forwarded: all X-Forwarded-For headers in order: a proxy may add one of its own
                below the one that its client made up.
        """
        return self._allow(sender, self._address(peer, forwarded))

    async def admit(self, sender: str, peer: Optional[str], forwarded: Iterable[str]) -> bool:
        """Whether a message of `sender` may be answered now, as counted by all replicas.

        This process counts alone where nothing is shared, or what is shared is down.

        Args: as those of `allow`.
        """
        address = self._address(peer, forwarded)
        if self.shared is not None and not is_this_machine(address):
            limits = [
                (f"address:{address}", self.addresses.per_minute),
                (f"sender:{sender}", self.senders.per_minute),
            ]
            answer = await self.shared.take(limits)
            if answer is not None:
                return answer
        return self._allow(sender, address)

    def source(self, peer: Optional[str], forwarded: Iterable[str]) -> str:
        """Where a message comes from, "" when that is not known; arguments as those of `allow`."""
        return self._address(peer, forwarded)

    def came(self, peer: Optional[str], stamp: Optional[str]) -> float:
        """When a trusted proxy got a request, in Unix seconds; 0 where none tells.

        Args:
            peer: the address at the other end of the connection.
            stamp: what X-Request-Start says, "t=" and seconds, as nginx writes $msec.
        """
        found = _STAMP.fullmatch(stamp or "")
        believed = peer and any(ipaddress.ip_address(peer) in one for one in self.trusted)
        return float(found[1]) if found and believed else 0.0

    def _address(self, peer: Optional[str], forwarded: Iterable[str]) -> str:
        hops = [hop for header in forwarded for hop in header.split(",") if hop.strip()]
        address = client_address(peer, hops, self.trusted)
        believed = peer and any(ipaddress.ip_address(peer) in one for one in self.trusted)
        if hops and not believed and is_this_machine(address):
            # A proxy here that nobody named: all who come through it share one limit, and not none.
            _warn_once()
            return UNNAMED_PROXY
        return address

    def _allow(self, sender: str, address: str) -> bool:
        if is_this_machine(address):
            return True
        return self.addresses.take(address) and self.senders.take(sender)


def is_this_machine(address: str) -> bool:
    """Whether `address` (see `client_address`) is one of this machine, with no proxy between."""
    if address == UNNAMED_PROXY:
        return False
    return bool(address) and "/" not in address and ipaddress.ip_address(address).is_loopback
