"""A channel of credentials.yml, whatever it does with what it is told there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, ClassVar, Optional

from rasa.core.channels.channel import InputChannel
from sanic.response import HTTPResponse

from vigie.channels.shared import counters, texts
from vigie.channels.shared.credentials import Field, NotConfigured, read
from vigie.server.redis.link import Link
from vigie.server.replies import json_reply
from vigie.server.settings import Settings


class Configured(InputChannel):
    """What a channel is called, what it needs, and how it turns strangers away."""

    NAME: ClassVar[str]
    """In URLs, counters and credentials."""
    TITLE: ClassVar[str]
    """For people."""
    PATH: ClassVar[str] = "/webhook"
    """Where the platform delivers, after the channel's own prefix."""
    FIELDS: ClassVar[tuple[Field, ...]]
    """What credentials.yml must hold, besides what `fields` adds."""

    shared: Optional[Link] = None
    """The Redis of all replicas, when there are several; to be set before `blueprint`."""

    def __init__(self, values: Mapping[str, str], settings: Settings) -> None:
        """A channel with the values of credentials.yml (see `fields`)."""
        self.values = values
        self.settings = settings

    @classmethod
    def name(cls) -> str:
        """The name in URLs, trackers and response variants."""
        return cls.NAME

    @classmethod
    def fields(cls) -> tuple[Field, ...]:
        """All that credentials.yml may say of this channel."""
        return cls.FIELDS

    @classmethod
    def from_credentials(cls, credentials: Optional[dict[str, Any]]) -> Configured:
        """The channel of credentials.yml, with secrets and settings of the environment.

        Raises:
            NotConfigured: a secret is missing or empty; the channel is then not served.
            Refusal: what is written does not fit.
        """
        values = read(cls.NAME, credentials, cls.fields(), os.environ)
        settings = Settings.from_env(os.environ)
        lacking = cls.lacking(settings)
        if lacking:
            raise NotConfigured(" ; ".join(lacking))
        return cls(values, settings)

    @classmethod
    def lacking(cls, settings: Settings) -> list[str]:
        """The settings without which the channel cannot be served, each in French."""
        return [] if settings.secret else ["VIGIE_SECRET manque (clé qui masque les adresses)"]

    def refuse(self, status: int) -> HTTPResponse:
        """The answer to a request that the platform cannot have sent: counted, nothing more."""
        counters.REFUSED.labels(self.NAME, str(status)).inc()
        return json_reply({"error": texts.HTTP_ERRORS[status]}, status)

    def ignore(self) -> None:
        """Count an event that needs no answer."""
        counters.RECEIVED.labels(self.NAME, "ignored").inc()
