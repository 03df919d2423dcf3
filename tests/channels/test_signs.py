"""Signs that a message was read and is being answered: shown, never waited for, never a failure."""

from __future__ import annotations

import asyncio

import pytest

from tests.channels.assembled import CRY, Assemble, inbound
from tests.channels.fakes.base import Fake, wait_until
from tests.channels.running import CHANNELS, Platforms, phones
from tests.channels.test_trouble import fake_of
from tests.server.running import Server
from vigie.channels.shared import counters, signs


def failures(channel: str) -> float:
    """All that was given up on a channel."""
    (found,) = counters.DEAD_LETTERS.collect()
    return sum((s.value for s in found.samples if s.labels.get("channel") == channel), 0.0)


async def test_a_message_is_shown_to_be_read_and_answered(
    assemble: Assemble, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signs, "PAUSE_SECONDS", 0.0)
    monkeypatch.setattr(signs, "EVERY_SECONDS", 0.0)
    parts = assemble()
    await parts.gateway.accept([inbound(1, "a")])
    while ("writing", "m1") not in parts.signs:
        await asyncio.sleep(0.005)
    await parts.idle()
    shown = len(parts.signs)
    await asyncio.sleep(0.05)
    assert parts.signs[0] == ("read", "m1")
    assert len(parts.signs) == shown, "nothing is being written once the answer is there"


async def test_a_quick_answer_needs_no_sign_that_would_come_after_it(assemble: Assemble) -> None:
    parts = assemble()
    parts.free.set()
    await parts.gateway.accept([inbound(1, "a")])
    await parts.idle()
    await asyncio.sleep(0)
    assert parts.signs == [("read", "m1")]


async def test_no_answer_waits_for_a_sign(assemble: Assemble) -> None:
    """The platform never answers to any of them, and there are more than are ever given."""
    parts = assemble()
    parts.slow_signs = True
    parts.free.set()
    before = failures("messenger")
    people = range(2 * signs.MOST)
    for person in people:
        await parts.gateway.accept([inbound(person, CRY, person=str(person))])
    await parts.idle()
    assert len(parts.sent) == len(people)
    assert len(parts.signs) <= signs.MOST
    assert failures("messenger") == before


async def test_who_wants_silence_sees_nobody_read_or_write(
    assemble: Assemble, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signs, "PAUSE_SECONDS", 0.0)
    parts = assemble()
    await parts.gateway.accept([inbound(1, "stop"), inbound(2, "a")])
    await asyncio.sleep(0.3)
    await parts.idle()
    assert not [name for _, name in parts.signs if name == "m2"]


async def test_a_button_that_was_pressed_is_told_so_in_any_case(assemble: Assemble) -> None:
    parts = assemble("telegram")
    parts.free.set()
    pressed = inbound(2, "a", extra={"callback": "9"})
    await parts.gateway.accept([inbound(1, "stop"), pressed])
    await parts.idle()
    assert ("read", "m2") in parts.signs


SHOWN = {
    "telegram": ["typing"],
    "whatsapp": ["read", "read and writing"],
    "messenger": ["mark_seen", "typing_on"],
    "twilio": [],
}


def shown(fake: Fake, address: str, message: str) -> list[str]:
    """What was shown to somebody."""
    found = []
    for call in list(fake.signs):
        body = call.body
        if str(body.get("chat_id")) == address:
            found.append(body["action"])
        elif body.get("recipient", {}).get("id") == address:
            found.append(body["sender_action"])
        elif body.get("message_id") == message:
            found.append("read and writing" if "typing_indicator" in body else "read")
    return found


@pytest.mark.parametrize("channel", CHANNELS)
def test_each_platform_shows_it_in_its_way(
    mini_server: Server, platforms: Platforms, channel: str
) -> None:
    """The question is one that is answered late."""
    phone, fake = phones(mini_server, platforms)[channel], fake_of(platforms, channel)
    number = int(phone.address.lstrip("+")) + 10**12
    phone.say("dodo", number)
    wait_until(phone.heard)
    assert shown(fake, phone.address, f"wamid.{number}") == SHOWN[channel]
    assert not fake.breaches
