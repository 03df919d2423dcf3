"""What people ask of the hotline itself, with a call for help or after it.

The cues stand in `asked/*.yml`; their kinds are the keys `after.*` of `said/*.yml`, but for
those that only say something of the call.
"""

from __future__ import annotations

from pathlib import Path

from vigie.distress.cues import Cues
from vigie.distress.words import words

FOLDER = Path(__file__).parent / "asked"
FIRST = tuple(
    "comes watched emergency cannot text abroad leaving out safe denies called robot rescue free "
    "police papers documents names secret behalf reach approach duty signs words money normal "
    "freely late fate needs language hours who happens again calm fine thanks".split()
)
"""What is asked or said of the help, and has an answer; what weighs most first."""
ASKING = frozenset(
    "watched emergency cannot text abroad leaving rescue free police papers documents names "
    "secret behalf reach approach duty signs words money normal freely late fate needs language "
    "hours".split()
)
"""Those of them that are answered where a call for help asks them too; the help itself says who
answers, and what for."""
NOT_ME = "notme"
"""What says that somebody else is meant: "c'est pas moi la victime"; it asks nothing."""
ME = "me"
"""What says that the writer is meant after all: "soy yo la que tiene el problema"."""
MORE, AGENCIES = "more", "agencies"
"""What else is said once help was given: that the danger goes on; a question on public bodies."""
COMES = "comes"
"""That somebody comes in: whoever writes has to close the page, and is to read nothing more."""
CALM = "calm"
"""That there is no danger at this moment, or that the emergency number is not for it."""
OUT = "out"
"""That whoever was in danger got away: no false alarm, which is "safe"."""
COURTESY = "thanks"
KINDS = (*FIRST, MORE, AGENCIES)
"""All that is told apart."""


class Asked:
    """Finds what is asked.

    Raises:
        CueError: a line of a file is not understood.
        OSError: a file is missing.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self._cues = Cues(folder)

    def about(self, text: str) -> tuple[str, ...]:
        """What `text` asks of the hotline, what weighs most first."""
        kinds = {found.cue.kind for found in self._cues.find(words(text))}
        return tuple(kind for kind in FIRST if kind in kinds)

    def means_another(self, text: str) -> bool:
        """Whether `text` says that it is about somebody else than the writer."""
        return any(found.cue.kind == NOT_ME for found in self._cues.find(words(text)))

    def means_self(self, text: str) -> bool:
        """Whether `text` says that it is about the writer, and about nobody else."""
        kinds = {found.cue.kind for found in self._cues.find(words(text))}
        return ME in kinds and NOT_ME not in kinds

    def languages(self, text: str) -> frozenset[str]:
        """The languages in which `text` asks something of the hotline; thanks ask nothing, and may
        stand before a question in another one: "Mèsi. Et le FBI, il ne fait rien ?"."""
        found = (one.cue for one in self._cues.find(words(text)))
        return frozenset(cue.language for cue in found if cue.kind not in (COURTESY, NOT_ME, ME))
