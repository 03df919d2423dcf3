"""From what a person typed to the words that the cues of distress are compared with.

The form is rough on purpose: what a frightened person types on somebody else's telephone has
no accents, no apostrophes, doubled or missing letters and SMS forms. Pure standard library:
this must work when nothing else does.
"""

from __future__ import annotations

import re
import unicodedata

from vigie.distress.shorthand import FILLERS, SMS
from vigie.distress.sound import key

LONGEST = 1000
"""Characters that are read of each end of a message; the rest of a very long one is not."""

_APOSTROPHES = str.maketrans(
    dict.fromkeys("’‘`´ʼ＇", "'") | {"œ": "oe", "æ": "ae", "ß": "ss", "ç": "s"}
)
_NOT = re.compile(r"n't\b")
_SHORT = re.compile(r"\b(i|you|he|she|it|we|they|who|what|that|there|here)'(m|ve|re|ll|d|s)\b")
_WORD = re.compile(r"[a-z]+|[0-9]+")
_NAME = (
    r"(?:mon (?:frere|grand|ami|pote|cher|vieux)|ma (?:soeur|chere|belle)|tonton|tata|grand|chef"
    r"|my friend|bro|hermano|amigo|fre m|zanmi m)"
)
_HAIL = re.compile(
    rf"^\W*(?:(?:bonjour|bonsoir|salut|alo|non|oui|dis|pardon),?\s+)?{_NAME}\s*[,!]"
    rf"(?!\s*(?:il|elle|ils|elles|on|son|sa|qui|a|est|he|she|esta)\b)|,\s*{_NAME}\W*$"
)
"""How one hails somebody: "mon frère, ..." tells of no brother."""
_GLUED = re.compile(r"j(?=[bcdfgklmnpqrtvxz][a-z]{1,})")
_DONE = re.compile(
    "pri[st]?$|fai[ts]?$|mi[st]?$|di[ts]?$|(?:frap|tap|enferm|amen|emen|konfisk|oblij|oblig|fors"
    "|menas|viol|touch|achet|done$|lais|retir|gard|vol[e]|piej|pieg|drog|vend|bat[u]|promi|ferm|brul"
    "|kach|suivi|retrouv|rase|coup|koup|demand|tatou|kid?nap)"
)
"""What follows "ma" that was meant as "m'a": "il ma pris"."""
_LONG = {"m": "am", "ve": "have", "re": "are", "ll": "will", "d": "would", "s": "is"}


_MARKS = dict.fromkeys(c for c in range(0x300, 0x1E94B) if unicodedata.combining(chr(c)))
"""All marks that combine with a letter, to be left out."""


def plain(text: str) -> str:
    """Lower case without accents, one kind of apostrophe; an over-long text loses its middle."""
    if len(text) > 2 * LONGEST:
        text = f"{text[:LONGEST]} {text[-LONGEST:]}"
    text = text.lower().translate(_APOSTROPHES)
    if text.isascii():
        return text
    return unicodedata.normalize("NFKD", text).translate(_MARKS)


def words(text: str) -> list[str]:
    """The words of `text` in the form that the cues have, without those that say nothing."""
    return words_of(plain(text))


def words_of(heard: str) -> list[str]:
    """The same of what `plain` gave."""
    text = _HAIL.sub(" ", _NOT.sub("nt", heard))
    text = _SHORT.sub(lambda m: f"{m[1]} {_LONG[m[2]]}", text)
    found: list[str] = []
    rough = _WORD.findall(text)
    for word, following in zip(rough, [*rough[1:], ""]):
        if word == "ma" and _DONE.match(key(following)):
            found.extend(("m", "a"))
            continue
        long = None if word == "c" and following[:2] in ("es", "et") else SMS.get(word)
        if long is not None:
            found.extend(w for w in long if w not in FILLERS)
            continue
        if len(word) > 3 and word[0] == "j" and word != "jvta" and _GLUED.match(word):
            found.append("je")
            word = word[1:]
        sound = key(word)
        if sound not in FILLERS:
            found.append(sound)
    return found
