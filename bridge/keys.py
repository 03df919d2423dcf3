"""The login, with the keys that are kept in the bridge's folder."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

import nio
from settings import Refusal, Settings

log = logging.getLogger("bridge")

PAUSE_SECONDS = 5.0
"""Between two calls to a homeserver that is not up to answering."""


async def take_up(client: nio.AsyncClient, settings: Settings) -> None:
    """Take up the device that the token was given for.

    Raises:
        Refusal: the token is not that of the bot, or the keys cannot be read.
    """
    client.access_token = settings.access_token
    # A proxy answers for a homeserver that is being restarted: the token is not wrong for it.
    while isinstance(who := await client.whoami(), nio.WhoamiError) and _passes(who):
        log.error("le serveur Matrix ne répond pas encore")
        await asyncio.sleep(PAUSE_SECONDS)
    if isinstance(who, nio.WhoamiError) or who.user_id != settings.user_id:
        raise Refusal("access_token n’est pas un jeton du compte « user_id » sur ce serveur.")
    if not who.device_id:
        raise Refusal("access_token n’a pas d’appareil : prenez-le d’une connexion (login).")
    try:
        client.restore_login(who.user_id, who.device_id, settings.access_token)
    except Exception as problem:
        raise Refusal(
            f"Les clés de {settings.folder} ne se lisent pas ({type(problem).__name__}) : "
            "store_key a-t-elle changé ?"
        ) from None
    for kept in settings.folder.iterdir():
        if kept.is_file():  # the lost+found of a volume is not ours
            kept.chmod(0o600)


def _passes(error: nio.WhoamiError) -> bool:
    answer = error.transport_response
    return answer is not None and (answer.status == 429 or answer.status >= 500)


def write(where: Path, text: str) -> None:
    """Whole or not at all, whatever happens meanwhile."""
    beside = where.with_suffix(".neuf")
    beside.write_text(text, "utf-8")
    beside.replace(where)
