"""One message of a person, in the form that all channels share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Optional

UNKNOWN_AGE = -1.0
"""How long after a message its new text came, where the platform does not say."""


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
    kind: str = ""
    """Which of them, a word of `texts.CANNOT_READ`; "" where that is not known."""
    message: str = ""
    """What its author may still edit: the same name for a message and each of its new texts; ""
    where a platform tells of no edits."""
    edited: Optional[float] = None
    """Where it is the new text of a message, the seconds since that was sent, or `UNKNOWN_AGE`;
    None for a message of its own."""
    also: str = ""
    """Another address of the same person, "" for none: who asks for silence gets it under both."""
    sent_at: Optional[float] = None
    """When it was sent, in seconds since 1970, where the platform says so."""
    slower: float = 0.0
    """The least seconds between two messages to this target, where that is more than usual."""
    extra: Mapping[str, str] = field(default_factory=dict)
    """What the connector needs to answer it."""
