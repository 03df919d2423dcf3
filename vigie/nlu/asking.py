"""Whether words ask something: by a question mark, a word, a request, or their order."""

from __future__ import annotations

import re
from typing import Sequence

from vigie.nlu.shorthand import SHORTHAND
from vigie.nlu.text import Token

ASKING = frozenset(
    "qui que quoi quel quelle quels quelles lequel laquelle lesquels lesquelles combien "
    "nombre quand comment ou "
    "pourquoi "
    "auquel duquel dequoi kisa kiyes konbyen who what which how when quien cual".split()
)
_REQUEST = re.compile(
    r"\b(?:je|on|nous) (?:veu\w*|voudr\w*|aimer\w*|souhait\w*|cherche\w*|desir\w*) "
    r"(?:bien |donc |a )?(?:savoir|connaitre|comprendre|apprendre|identifier)\b"
    r"|\bil (?:me|nous) faut\b|\b(?:dis|dites|donne|donnez|explique|expliquez|indique|indiquez|cite"
    r"|citez|rappelle|rappelez) (?:moi|nous)\b|\b(?:de|a|me) (?:m |me |nous )?(?:indiquer|preciser|"
    r"communiquer|confirmer|dire) (?:le|la|les|l|ce|si|qui|quel)\b"
)
"""Asks without a question word."""
_INVERTED = re.compile(
    r"\best ce qu|\b(?:\w+ t|est|sont|ont|fait|font|doit|peut) (?:il|elle|ils|elles|on)\b"
)
"""Asks by the order of its words: "est-ce que", "forme-t-il"."""
CLAUSE_START = 6
"""Words before a question that a comma opens: "le numéro, qui le paie"; after more of them,
"..., qui étaient les plus connues" tells more of what it follows."""
_JOINING = frozenset(("qui", "que", "ou"))
_BEFORE_QUI = frozenset(
    "est de a pour par chez avec savoir sais dire dis sait connaitre demande".split()
)
_OPENING = frozenset(
    "d une autre part et pis puis alors donc mais bon ok deja abord aussi enfin ensuite".split()
)
"""Words that may stand before the question word of a clause."""
_SUBJECTS = frozenset("le la les l il elle ils elles on nous vous un une des leur".split())
LEADING = frozenset("et puis aussi ensuite ainsi enfin pis deuxiemement secundo 2".split())
"""Words that lead from one question to the next."""


def asks(tokens: Sequence[Token], text: str, surely: bool = False) -> bool:
    """Whether these words ask something: a question mark after them, a request, or a question
    word where it is one ("qui" and "que" also join the parts of a statement: with `surely`,
    they must open a clause)."""
    if marked(tokens, text):
        return True
    if requests(tokens):
        return True
    words = [SHORTHAND.get(token.text, token.text).split()[-1] for token in tokens]
    if surely and asks_indirectly(words):
        return True
    opening = next((i for i, word in enumerate(words) if word not in _OPENING), len(words))
    for place, word in enumerate(words):
        if word in ASKING and word not in _JOINING:
            return True
        if word not in _JOINING:
            continue
        if word == "que" and _goes_on(words, place):
            continue
        comma = place > 0 and "," in text[tokens[place - 1].end : tokens[place].start]
        early = place <= opening if surely else place < 4
        joined = comma and not (surely and (word == "que" or place > CLAUSE_START))
        if early or joined or words[place - 1] in _BEFORE_QUI:
            return True
    return False


def _goes_on(words: Sequence[str], place: int) -> bool:
    """Whether "que" only goes on with what stood before: "et que les victimes soient aidées"."""
    following = next(iter(words[place + 1 : place + 2]), "")
    return place > 0 and words[place - 1] == "et" and following in _SUBJECTS


def requests(tokens: Sequence[Token]) -> bool:
    """Whether it asks without a question word: "je voudrais savoir"."""
    return bool(_REQUEST.search(" ".join(token.text for token in tokens)))


def asks_indirectly(words: Sequence[str]) -> bool:
    """Whether a clause beside a question asks yes or no: "est-ce qu'elle enquête", "ensuite si
    le DoD forme"."""
    linked = bool(words) and words[0] in LEADING and words[1:2] in (["si"], ["s"])
    return linked or bool(_INVERTED.search(" ".join(words)))


def marked(tokens: Sequence[Token], text: str) -> bool:
    """Whether a question mark follows."""
    return bool(tokens) and "?" in text[tokens[-1].end : tokens[-1].end + 3]


def asks_already(tokens: Sequence[Token], plain: Sequence[str]) -> bool:
    """Whether these words ask already, in whatever way."""
    if any(word in ASKING for word in plain) or requests(tokens):
        return True
    return bool(_INVERTED.search(" ".join(plain)))
