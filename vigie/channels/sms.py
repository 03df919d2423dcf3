"""What holds for text messages whoever carries them: cost, alphabet, who can be answered."""

from __future__ import annotations

import re

from vigie.channels.shared import gsm7
from vigie.channels.shared.base import Channel
from vigie.channels.shared.credentials import Field, number

_PHONE = re.compile(r"\+?\d{3,15}", re.ASCII)


class SmsChannel(Channel):
    """A connector to a carrier of SMS. Three segments at most go out for one answer, then
    "SUITE" brings the rest (see `capabilities`); a cap holds the cost of a day."""

    READER = "votre opérateur de téléphone"
    DAILY = Field("daily_segments", "segments de SMS permis par jour (0 : sans limite)", "1000")
    """One of the `FIELDS` of every such connector."""

    SHARE = Field("person_segments", "segments par jour pour une personne (0 : sans limite)", "60")
    """Another one."""

    @property
    def person_segments(self) -> int:
        """See `Channel`."""
        return int(number(self.NAME, self.values, "person_segments", 0, 10_000_000))

    @property
    def daily_segments(self) -> int:
        """See `Channel`."""
        return int(number(self.NAME, self.values, "daily_segments", 0, 10_000_000))


def can_be_answered(sender: str) -> bool:
    """Whether `sender` is a number; shops and banks send from a name, which takes no answer.

    >>> [can_be_answered(sender) for sender in ("+33612345678", "38200", "Banque", "")]
    [True, True, False, False]
    """
    return bool(_PHONE.fullmatch(sender))


def coding(text: str) -> str:
    """The data coding that a gateway must use for `text`: "0" for the 7-bit alphabet, which all
    that the renderer makes fits, "2" for UCS-2.

    >>> coding("déjà"), coding("forêt")
    ('0', '2')
    """
    return "0" if all(c in gsm7.BASIC or c in gsm7.EXTENDED for c in text) else "2"
