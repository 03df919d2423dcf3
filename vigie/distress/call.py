"""What is known of a call for help: who writes, about whom, from where, how urgent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Optional

WRITERS = ("victim", "relative", "witness", "professional", "unclear")
PLACES = ("us", "abroad", "unclear")
TIMES = ("now", "ongoing", "past")
LANGUAGES = ("fr", "en", "es", "ht", "ar", "pt")


@dataclass(frozen=True)
class Call:
    """A call for help."""

    language: str
    """fr, en, es, ht, ar or pt: the language of the message."""
    writer: str = "victim"
    """victim, relative, witness, professional or unclear."""
    minor: bool = False
    """Whether the person in danger is a child."""
    where: str = "unclear"
    """Where that person is: us, abroad or unclear."""
    when: str = "ongoing"
    """now, ongoing or past."""
    asked: tuple[str, ...] = ()
    """What of the hotline is asked in the same breath: see `Asked`."""

    @property
    def immediate(self) -> bool:
        """Whether there is danger at this moment: the emergency number comes first."""
        return self.when == "now"

    @property
    def other(self) -> bool:
        """Whether somebody else is in danger, and the writer speaks for them."""
        return self.writer in ("relative", "witness", "professional")

    @property
    def voice(self) -> str:
        """In whose words one is spoken to, where there are such: "minor" for a child, "other" for
        who speaks for somebody else, else ""."""
        return "other" if self.other else "minor" if self.minor else ""

    def plain(self) -> dict[str, Any]:
        """As plain data, to travel with a message."""
        return {**asdict(self), "asked": list(self.asked)}


def read(plain: Optional[Mapping[str, Any]]) -> Optional[Call]:
    """What `Call.plain` gave; None where that is missing or of another shape."""
    try:
        return Call(**{**plain, "asked": tuple(plain["asked"])}) if plain else None
    except (TypeError, KeyError):
        return None
