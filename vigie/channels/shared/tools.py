"""What a gateway works with, and the clock that it goes by."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from vigie.channels.capabilities import Capabilities
from vigie.channels.shared.cost import Budget
from vigie.channels.shared.pace import Pacer
from vigie.channels.shared.pseudonym import Pseudonyms
from vigie.channels.shared.turns import Turns
from vigie.channels.shared.worker import Worker
from vigie.channels.stores.held import Sealer
from vigie.channels.stores.store import Store
from vigie.server.rates import Buckets


@dataclass(frozen=True)
class Tools:
    """What a gateway works with."""

    able: Capabilities
    names: Pseudonyms
    store: Store
    sealer: Sealer
    """For what is held in the store; see `held`."""
    turns: Turns
    worker: Worker
    pacer: Pacer
    budget: Budget
    rates: Buckets
    """How fast one person may write."""
    cries: Buckets
    """How many cries for help are answered beyond that."""
    warned: Buckets
    """How often somebody is told that they write too fast."""
    clock: Callable[[], float] = field(default_factory=lambda: steady(time.time, time.monotonic))


def steady(wall: Callable[[], float], elapsed: Callable[[], float]) -> Callable[[], float]:
    """The time by two clocks, whichever is less: where one jumps ahead (a correction, a machine
    that was asleep), no message is taken for an old one.

    >>> wall = [100.0]
    >>> clock = steady(lambda: wall[0], lambda: 5.0)
    >>> wall[0] = 100_000.0
    >>> clock()
    100.0
    """
    offset = wall() - elapsed()
    return lambda: min(wall(), elapsed() + offset)
