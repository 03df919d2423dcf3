"""The bridge: `vigie channels bridge` starts it, in an environment of its own (uv.lock here)."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import sys

from device import Device
from door import Door
from server import Vigie
from settings import Refusal, Settings

log = logging.getLogger("bridge")


async def main(settings: Settings) -> None:
    """Run until told to stop."""
    vigie = Vigie(settings.vigie, settings.token)
    device = Device(settings, vigie)
    door = Door(settings.token, device.send, device.pulse)
    # From the start: the first process of a container dies of no signal that it does not take.
    running = asyncio.ensure_future(_run(settings, device, door))
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, running.cancel)
    try:
        with contextlib.suppress(asyncio.CancelledError):
            await running
    finally:
        await door.close()
        await device.client.close()
        await vigie.close()


async def _run(settings: Settings, device: Device, door: Door) -> None:
    await door.open(*settings.address)  # before the login: who asks how it fares is told
    await device.login()
    log.info("passerelle Matrix prête")
    await device.run()


if __name__ == "__main__":
    os.umask(0o077)
    # nio tells of rooms, people and keys: not its own log, but ours.
    logging.basicConfig(level=logging.CRITICAL, format="%(asctime)s %(levelname)s %(message)s")
    log.setLevel(logging.INFO)
    try:
        asyncio.run(main(Settings.of(os.environ)))
    except Refusal as problem:
        sys.exit(f"erreur : {problem}")
