"""What each platform can show: the one table that the renderer goes by.

The figures are those of the platforms' own pages (see docs/canaux/); a length counts UTF-16
units, as Telegram does, which is never less than what the others count.
"""

from __future__ import annotations

from dataclasses import dataclass

from vigie.channels.shared.dialects import GSM, HTML, PLAIN, STARS, Dialect


@dataclass(frozen=True)
class Layout:
    """A native way to show choices: a choice picked comes back as its title."""

    name: str
    most: int
    """Choices at most."""
    title: int
    """Length of a title."""
    payload: int
    """Bytes of what comes back unseen."""
    text: int
    """Length of the text that they stand under."""
    description: int = 0
    """Length of a second line under the title, 0 for none."""


@dataclass(frozen=True)
class Capabilities:
    """What one channel can show."""

    text: int
    """Longest message, as its dialect measures."""
    dialect: Dialect = PLAIN
    layouts: tuple[Layout, ...] = ()
    """Tried in this order; a numbered list where none is enough."""
    at_once: int = 0
    """Messages sent for one reply at most, 0 for all; the rest waits for "SUITE"."""
    segment: int = 0
    """Where messages are billed by segment, the septets of one."""
    per_second: float = 1.0
    """Messages a second to one chat."""
    overall: float = 25.0
    """Messages a second in all."""
    window: float = 86_400.0
    """Seconds after which a message is no longer answered."""


_SMS = Capabilities(text=459, dialect=GSM, at_once=1, segment=153, per_second=1.0)

CAPABILITIES = {
    "telegram": Capabilities(
        text=4_096,
        dialect=HTML,
        # No limit is published for the title; what is longer does not fit a phone.
        layouts=(Layout("inline", most=20, title=60, payload=64, text=4_096),),
    ),
    "whatsapp": Capabilities(
        text=4_096,
        dialect=STARS,
        layouts=(
            Layout("buttons", most=3, title=20, payload=256, text=1_024),
            Layout("list", most=10, title=24, payload=200, text=1_024, description=72),
        ),
        per_second=1.0,
    ),
    "messenger": Capabilities(
        text=2_000,
        layouts=(Layout("quick", most=13, title=20, payload=1_000, text=2_000),),
        per_second=2.0,
    ),
    # An event holds 64 KiB; with its marks and in UTF-8 such a text takes 50 at the very most.
    "matrix": Capabilities(text=4_000, per_second=2.0),
    "matrix_e2e": Capabilities(text=4_000, per_second=2.0),
    "twilio": _SMS,
    "kannel": _SMS,
}
