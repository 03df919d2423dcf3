"""Whether the bridge of encrypted rooms is there and listens, asked again and again.

The bridge may stall and go on running: nothing comes in any more, and nothing fails, for who writes
in an encrypted room is not heard. So the server asks it how it fares, and `/metrics` tells.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Optional

from vigie.channels.shared.counters import BRIDGE_READY
from vigie.channels.shared.http import Client
from vigie.channels.shared.retries import Undelivered
from vigie.server.logs import error_types

log = logging.getLogger(__name__)

READY = "/health/ready"
"""See bridge/door.py: 200 once it is logged in and has heard of the homeserver of late."""
LOOK_SECONDS = 15.0
CALL_SECONDS = 5.0


class Watch:
    """Asks the bridge of a channel how it fares."""

    def __init__(self, channel: str, client: Client) -> None:
        """Call through `client`, and tell it of `channel`."""
        self._client = client
        self._gauge = BRIDGE_READY.labels(channel)
        self._ready: Optional[bool] = None

    async def run(self) -> None:
        """Go on until cancelled."""
        while True:
            await self.once()
            await asyncio.sleep(LOOK_SECONDS)

    async def once(self) -> bool:
        """Ask once; whether it is there and listens."""
        try:
            await asyncio.wait_for(self._client.look("GET", READY), CALL_SECONDS)
            ready = True
        except (Undelivered, asyncio.TimeoutError):
            ready = False
        except Exception as problem:  # or else nobody would look again, nor be told
            log.error("passerelle Matrix : état inconnu (%s)", error_types(problem))
            ready = False
        if ready is not self._ready:
            log.log(
                logging.INFO if ready else logging.WARNING,
                "la passerelle Matrix écoute" if ready else "la passerelle Matrix n’écoute pas",
            )
        self._ready = ready
        self._gauge.set(ready)
        return ready
