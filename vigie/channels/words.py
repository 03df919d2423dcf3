"""The words that stop, resume, ask for help or for the rest, whatever their case and accents.

Only a message that consists of such a word counts. Distress is looked for before: see `turns`.
"""

from __future__ import annotations

import re
from typing import Optional

from vigie.knowledge.text import fold

STOP = frozenset(
    (
        *"stop stopall arret arreter fin desinscrire desinscription desabonner".split(),
        *"desabonnement unsubscribe cancel end quit optout revoke".split(),
        *("stop all", "stop sms", "opt out", "desinscrivez moi", "desabonnez moi"),
        *("me desinscrire", "se desinscrire", "me desabonner", "se desabonner"),
    )
)
HELP = frozenset("aide help info infos informations".split())
RESUME = frozenset("reprendre reprise start unstop demarrer commencer".split())
MORE = frozenset(("suite", "la suite"))

_COMMANDS = {
    **dict.fromkeys(STOP, "stop"),
    **dict.fromkeys(HELP, "help"),
    **dict.fromkeys(RESUME, "resume"),
    **dict.fromkeys(MORE, "more"),
}
_LONGEST = 40
# "/stop@a_bot" is how Telegram writes a command in a group.
_SLASHED = re.compile(r"^\s*/(\w+)(?:@\w+)?\s*$")


def command(text: str) -> Optional[str]:
    """stop, help, resume or more, when that is all that `text` says.

    >>> [command(t) for t in ("ARRÊT !", " Stop.", "/start", "SUITE", "stop au travail forcé")]
    ['stop', 'stop', 'resume', 'more', None]
    """
    if len(text) > _LONGEST:
        return None
    slashed = _SLASHED.match(text)
    return _COMMANDS.get(fold(slashed.group(1) if slashed else text))
