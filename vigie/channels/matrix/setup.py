"""Making a homeserver and Vigie known to each other: the registration, the account, the trial."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import quote

import yaml

from vigie.channels.shared.retries import Undelivered
from vigie.errors import Refusal

Call = Callable[..., Awaitable[Mapping[str, Any]]]

SERVICE = "vigie"
"""The name of this application service at the homeserver."""
DISPLAY_NAME = "Vigie"
NOT_REACHED = frozenset(("M_BAD_STATUS", "M_CONNECTION_FAILED", "M_CONNECTION_TIMEOUT"))
"""What a homeserver says after a `ping` that did not come through."""
_USER = re.compile(r"@([a-z0-9._=/+-]+):[^\s:]+(:\d+)?", re.ASCII)


def check(values: Mapping[str, str]) -> None:
    """Look at the credentials.

    Raises:
        Refusal: the identifier is none, or both tokens are the same.
    """
    check_user(values["user_id"], "matrix")
    if values["as_token"] == values["hs_token"]:
        raise Refusal(
            "credentials.yml : « as_token » et « hs_token » du canal matrix doivent différer."
        )


def check_user(user_id: str, channel: str) -> None:
    """Look at the identifier of the bot.

    Raises:
        Refusal: it is none.
    """
    if not _USER.fullmatch(user_id):
        raise Refusal(
            f"credentials.yml : « user_id » du canal {channel} doit être un identifiant entier, "
            "en minuscules, comme @vigie:exemple.org."
        )


def registration(values: Mapping[str, str], url: str) -> str:
    """The YAML by which a homeserver knows Vigie, which takes deliveries at `url`."""
    user_id = values["user_id"]
    content = {
        "id": SERVICE,
        "url": url,
        "as_token": values["as_token"],
        "hs_token": values["hs_token"],
        "sender_localpart": _local(user_id),
        "rate_limited": False,
        "namespaces": {
            "users": [{"exclusive": True, "regex": re.escape(user_id)}],
            "aliases": [],
            "rooms": [],
        },
    }
    return yaml.safe_dump(content, sort_keys=False, allow_unicode=True)


async def register(call: Call, user_id: str, url: str) -> None:
    """Make the account of the bot, name it, and have the homeserver call `url`.

    Args:
        call: see `Homeserver.call`.
        user_id: of the bot.
        url: where the homeserver delivers.

    Raises:
        Undelivered: the homeserver refused, or does not answer.
        Refusal: the homeserver cannot reach this server.
    """
    account = {"type": "m.login.application_service", "username": _local(user_id)}
    try:
        body = {**account, "inhibit_login": True}
        await call("POST", "/v3/register", json=body)
    except Undelivered as problem:
        if problem.answer.get("errcode") != "M_USER_IN_USE":
            raise
    profile = f"/v3/profile/{quote(user_id, safe='')}/displayname"
    await call("PUT", profile, json={"displayname": DISPLAY_NAME})
    try:
        await ping(call)
    except Undelivered:
        raise Refusal(
            f"Le compte du robot existe, mais le serveur Matrix ne joint pas Vigie à {url} : "
            "démarrez « vigie serve », vérifiez « url », « id » et « hs_token » dans le fichier "
            "donné au serveur, puis recommencez."
        ) from None


async def ping(call: Call) -> None:
    """Have the homeserver call this server now, and deliver what it keeps for it. Nothing happens
    where it does not know how to (before Matrix 1.7).

    Raises:
        Undelivered: the homeserver does not answer, or reaches nobody.
    """
    try:
        await call("POST", f"/v1/appservice/{SERVICE}/ping", json={})
    except Undelivered as problem:
        if problem.answer.get("errcode") != "M_UNRECOGNIZED":
            raise


def _local(user_id: str) -> str:
    return user_id[1:].partition(":")[0]
