"""Nothing that a person wrote, no address, no name, no secret is in a log or a counter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.channels.fakes import meta, telegram, twilio
from tests.channels.fakes.base import Fault, wait_until
from tests.channels.running import (
    CHANNELS,
    KEY,
    Platforms,
    fresh,
    phones,
    post,
    to_telegram,
)
from tests.server.running import Server

MARK = "zygomorphe"
"""A word that nobody says by chance."""
SECRETS = [
    telegram.TOKEN,
    telegram.SECRET,
    meta.APP_SECRET,
    meta.WHATSAPP_TOKEN,
    meta.MESSENGER_TOKEN,
    meta.VERIFY,
    twilio.TOKEN,
    KEY,
]


def leaks(text: str, addresses: set[str]) -> list[str]:
    """What of a person or of ours is in `text`."""
    personal = [MARK, "Kumquat", *addresses, *SECRETS]
    return [word for word in personal if word in text]


def test_neither_texts_nor_addresses_nor_secrets_are_logged(
    mini_server: Server, platforms: Platforms
) -> None:
    """At DEBUG, with what goes well and with each way to fail."""
    assert "debug" in mini_server.output, "the log tells all that it ever tells"
    addresses = set()
    for channel in CHANNELS:
        fake = {"telegram": platforms.telegram, "twilio": platforms.twilio}.get(
            channel, platforms.meta
        )
        for faults in ([], [Fault(403)], [Fault(429, 3600)], [Fault(500)] * 3):
            phone = phones(mini_server, platforms)[channel]
            before = len(fake.calls)
            fake.faults.extend(faults)
            phone.say(f"boum {MARK}")
            wait_until(lambda: len(fake.calls) >= before + max(1, len(faults)))  # noqa: B023
            addresses |= {str(_address(call.body)) for call in fake.calls[before:]}
    chat = fresh()
    to_telegram(mini_server, telegram.message(fresh(), chat, MARK), secret="forged")
    post(mini_server, "whatsapp", f'{{"entry": "{MARK}"}}'.encode())
    post(mini_server, "twilio", f"From=%2B{chat}&Body={MARK}".encode())
    to_telegram(mini_server, {"update_id": fresh(), "message": {"text": [MARK], "chat": MARK}})
    addresses.add(str(chat))
    wait_until(lambda: "message non remis sur twilio (failing)" in mini_server.output)
    assert len(addresses) == 17
    assert leaks(mini_server.output, addresses) == []
    assert leaks(mini_server.get("/metrics").body.decode(), addresses) == []


def _address(body: dict[str, object]) -> object:
    recipient = body.get("recipient")
    if isinstance(recipient, dict):
        return recipient["id"]
    return body.get("chat_id") or body.get("to") or body.get("To")


def test_the_memory_holds_no_address_and_no_text(
    mini_server: Server, minibot_folder: Path, platforms: Platforms
) -> None:
    """Only names that cannot be turned back without the key."""
    addresses = set()
    for phone in phones(mini_server, platforms).values():
        for text in ("bonjour", "STOP"):
            phone.say(text)
        wait_until(lambda: len(phone.heard()) == 2)  # noqa: B023
        addresses.add(phone.address.lstrip("+"))
    files = list((minibot_folder / ".vigie").glob("canaux.sqlite*"))
    kept = b"".join(path.read_bytes() for path in files)
    assert re.search(rb"[0-9a-f]{32}", kept)
    assert leaks(kept.decode("latin-1"), addresses) == []


@pytest.mark.parametrize("name", ["Inbound", "Part", "Said"])
def test_what_holds_a_text_cannot_be_printed_by_chance(name: str) -> None:
    from vigie.channels.shared.inbound import Inbound
    from vigie.channels.shared.render import Part
    from vigie.channels.shared.turns import Said

    made = {
        "Inbound": Inbound(id=MARK, person=MARK, target=MARK, text=MARK),
        "Part": Part(MARK),
        "Said": Said([{"text": MARK}], rest=[MARK]),
    }[name]
    assert MARK not in repr(made) + str(made)
