"""One message of a person, in the form that all channels share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Optional


@dataclass(frozen=True, repr=False)
class Inbound:
    """What somebody wrote or picked. It has no `repr`, so that no log can show it."""

    id: str
    """The platform's name for the message, the same at each delivery."""
    person: str
    """Whose conversation it belongs to: an address, and in a group the group's as well."""
    target: str
    """The address that the answer goes to; it is never kept longer than this object."""
    text: str = ""
    """The text, the caption, or the title of the choice that was picked."""
    media: bool = False
    """Whether it is a picture, a voice message, a file or the like, without a text."""
    also: str = ""
    """Another address of the same person, "" for none: who asks for silence gets it under both."""
    sent_at: Optional[float] = None
    """When it was sent, in seconds since 1970, where the platform says so."""
    slower: float = 0.0
    """The least seconds between two messages to this target, where that is more than usual."""
    extra: Mapping[str, str] = field(default_factory=dict)
    """What the connector needs to answer it."""
