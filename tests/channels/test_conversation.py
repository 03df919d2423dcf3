"""A conversation on every channel, with the real assistant."""

from __future__ import annotations

import pytest

from tests.channels.fakes.base import wait_until
from tests.channels.running import CHANNELS, Platforms, phones
from tests.server.running import Server


@pytest.mark.parametrize("channel", CHANNELS)
def test_question_choice_and_follow_up(
    chat_server: Server, platforms: Platforms, channel: str
) -> None:
    phone = phones(chat_server, platforms)[channel]
    heard = phone.heard
    phone.say("Que fait le département ?")
    wait_until(lambda: len(heard()) == 1)
    phone.say("2" if channel in ("twilio", "messenger") else "Le département du Trésor")
    wait_until(lambda: len(heard()) == 2)
    phone.say("Et ses rapports ?")
    wait_until(lambda: len(heard()) == 3)
    print(heard())
    assert "Trésor" in heard()[1]
    assert not platforms.breaches
