"""Where a call stands: in the address that Twilio calls next, which it signs; nothing is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

LONGEST = 40
"""Questions and keys of one call; then it ends, for somebody pays for each minute."""
_SMALL = re.compile(r"\d{1,3}", re.ASCII)


@dataclass(frozen=True)
class Step:
    """One exchange of a call."""

    number: int = 0
    """0 for its beginning."""
    silences: int = 0
    """How often in a row nothing was heard."""
    menu: bool = False
    """Whether the keys mean the topics."""
    choices: int = 0
    """How many keys mean what the assistant asked back."""

    @classmethod
    def of(cls, query: str) -> Step:
        """The step that an address holds; the beginning, where it holds none."""
        given = dict(parse_qsl(query))
        number, silences, menu, choices = (
            int(value) if _SMALL.fullmatch(value := given.get(name, "0")) else 0
            for name in ("tour", "silences", "menu", "choix")
        )
        return cls(number, silences, bool(menu), choices)

    def then(self, silences: int = 0, menu: bool = False, choices: int = 0) -> str:
        """The query of the step after this one."""
        return urlencode(
            {
                "tour": self.number + 1,
                "silences": silences,
                "menu": int(menu),
                "choix": choices,
            }
        )


@dataclass(frozen=True, repr=False)
class Heard:
    """What came from a call. It has no `repr`, so that no log can show it."""

    call: str
    """Twilio's name for the call."""
    caller: str
    """The number that calls; "" where it is hidden."""
    text: str = ""
    key: str = ""
    sure: bool = True
    """Whether the recogniser trusts what it wrote."""
    back: bool = False
    """Whether it comes back from the hotline."""
