"""Collect what the assistant says as one JSON object an utterance."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel

_PARTS = ("text", "buttons", "quick_replies", "custom", "image", "attachment", "elements")


class RestOutput(CollectingOutputChannel):
    """Keeps text, choices and structured payload of one utterance together.

    Rasa's own collector cuts a text at blank lines and sends the payload as a second message.
    """

    def __init__(self, recipient: str) -> None:
        """Collect for `recipient`, the name that the client knows, not the internal one."""
        super().__init__()
        self._recipient = recipient

    @classmethod
    def name(cls) -> str:
        """The channel of response variants."""
        return "rest"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Add one utterance."""
        del recipient_id
        said = {part: message[part] for part in _PARTS if message.get(part)}
        replies = said.pop("quick_replies", None)
        if replies and "buttons" not in said:
            said["buttons"] = replies
        if "text" in said:
            said["text"] = said["text"].strip()
        if said:
            self.messages.append({"recipient_id": self._recipient, **said})

    def say(self, text: str) -> None:
        """Replace whatever was collected by one text."""
        self.messages[:] = [{"recipient_id": self._recipient, "text": text}]
