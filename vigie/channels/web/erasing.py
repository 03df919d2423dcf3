"""Erase a conversation where the server's own way to do so is not given (`rasa run`)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from rasa.core.channels.channel import UserMessage

from vigie.channels.web.output import WebOutput
from vigie.server.answer import Handle

Erase = Callable[[str], Awaitable[None]]


def restarting(handle: Handle) -> Erase:
    """An eraser that has Rasa restart the conversation: our store then keeps nothing of it."""

    async def erase(sender: str) -> None:
        restart = {
            "text": "",
            "intent": {"name": "restart", "confidence": 1.0},
            "intent_ranking": [],
            "entities": [],
        }
        await handle(
            UserMessage(
                "", WebOutput(sender), sender, parse_data=restart, input_channel=WebOutput.name()
            )
        )

    return erase
