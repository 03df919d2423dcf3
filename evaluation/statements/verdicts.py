"""What word a reply answers a statement, or a question, with."""

from __future__ import annotations

import re

YES, LIMITED, PARTLY, NO, UNSAID, NONE = "oui", "oui, mais", "en partie", "non", "pas dit", "aucun"
WORDS = (YES, LIMITED, PARTLY, NO, UNSAID, NONE)
"""In turn: upheld; upheld within a limit; upheld in part, or told that some of it is not there;
denied; told that it is not said; the fact alone, or anything else."""
_ECHO = re.compile(r"^Je comprends : « .*? » ")
_BEGIN = {
    LIMITED: "Oui, mais|Oui, à la date",
    NO: "Non|Si[.,]|En effet, non|C'est inexact|Ce n'est pas|Ce qui est affirmé n'est pas",
    YES: "Oui|En effet|C'est exact|Exact",
    PARTLY: "En partie|Le document n'en dit qu'une partie",
    UNSAID: "(?:Le|À ce sujet, le) document (dit seulement|ne dit|ne le dit|ne précise|ne donne)",
}
_MORE = re.compile(r"Le document ne (dit|précise) pas «")


def verdict(reply: str) -> str:
    """The word, of `WORDS`."""
    text = _ECHO.sub("", " ".join(reply.replace("’", "'").split()))
    for word, begin in _BEGIN.items():
        if re.match(f"({begin})", text):
            return word
    return PARTLY if _MORE.search(text) else NONE
