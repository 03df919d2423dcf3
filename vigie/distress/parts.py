"""Where a message is cut: into sentences, into pieces that stand for themselves, into clauses.

The words that open a piece or a clause are two closed classes, in the four languages of the talk.
"""

from __future__ import annotations

import re

TURNS = "mais but pero men".split()
"""But: what follows is another thing."""
LINKS = "911 car parce because porque paske and et y epi".split()
"""And, because; and the number of which people say that it is not for them."""
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_PIECE = re.compile(rf"[.!…;\n]+|\b(?:{'|'.join(TURNS)})\b", re.IGNORECASE)
_CLAUSE = re.compile(rf"[,.;:!?…()\n]+|\b(?:{'|'.join((*TURNS, *LINKS))})\b", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """The sentences, each with its mark.

    >>> sentences("Elle crie. Je fais quoi ?")
    ['Elle crie.', 'Je fais quoi ?']
    """
    return _SENTENCE.split(text)


def pieces(text: str) -> list[str]:
    """What may be about one thing each: "merci mais c'est gratuit" is about two.

    >>> pieces("merci mais ça coûte. et la nuit")
    ['merci', 'ça coûte', 'et la nuit']
    """
    return [one.strip() for one in _PIECE.split(text) if one.strip()]


def clauses(text: str) -> list[str]:
    """What says one thing each: "no 911 please he hits me" denies in one, and tells in the other.

    >>> clauses("no 911 he hits me, and I bleed")
    ['no', 'he hits me', 'I bleed']
    """
    return [one.strip() for one in _CLAUSE.split(text) if one.strip()]
