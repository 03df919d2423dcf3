"""Collects the assistant's utterances for this channel."""

from __future__ import annotations

from vigie.server.output import RestOutput


class WebOutput(RestOutput):
    """As over REST: one object an utterance; response variants may name `web`."""

    @classmethod
    def name(cls) -> str:
        """The channel of response variants."""
        return "web"
