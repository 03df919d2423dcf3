"""Cut a message into its questions."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
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
_FRONTED = re.compile(
    r"(?:\w+ ){1,7}(?:(?:c|ce|est) (?:est|sont)|cest) (?:qui|quoi|quel\w*|combien|quand|ou)\b"
)
"""A question whose subject comes first: "la ligne, c'est qui qui la paie"."""
CLAUSE_START = 6
"""Words before a question that a comma opens: "le numéro, qui le paie"; after more of them,
"..., qui étaient les plus connues" tells more of what it follows."""
FEW = 3
"""Words of a question that leans on what stands before it."""
_JOINING = frozenset(("qui", "que", "ou"))
_BEFORE_QUI = frozenset(
    "est de a pour par chez avec savoir sais dire dis sait connaitre demande".split()
)
_OPENING = frozenset(
    "d une autre part et pis puis alors donc mais bon ok deja abord aussi enfin ensuite".split()
)
"""Words that may stand before the question word of a clause."""
_SUBJECTS = frozenset("le la les l il elle ils elles on nous vous un une des leur".split())
_LEADING = frozenset("et puis aussi ensuite ainsi enfin pis deuxiemement secundo 2".split())
SENTENCE_END = re.compile(r"[.?!;\n]+|\s[-–—]\s")
_PART_OPENERS = (
    ("d", "une", "part"),
    ("d", "autre", "part"),
    ("d", "un", "bord"),
    ("de", "l", "autre", "bord"),
    ("autre", "question"),
    ("deuxieme", "question"),
    ("deux", "choses"),
)
_AT_WORK = re.compile(
    r"\b(?:je|j|on|nous|jprepare|jfais) (?:(?:me|suis|en|train|de|d) )*?(?:prepar|redig|ecri|fai|"
    r"travaill|boss|suis|etudi|finis|termin)\w*\b"
)
_WORK = re.compile(
    r"\b(?:memoire|these|expose|dissertation|devoir|"
    r"dossier|article|master|licence|doctorat|etudiante?|doctorante?|chercheuse|chercheur|stage)\b"
)
"""What somebody is at work on. Two patterns: joined by ".*" they would be tried from each "je" to
the end, a time that grows with the square of the message."""


@dataclass(frozen=True)
class Span:
    """A stretch of the original text, end excluded."""

    start: int
    end: int


def asks(tokens: Sequence[Token], text: str, surely: bool = False) -> bool:
    """Whether these words ask something: a question mark after them, a request, or a question
    word where it is one ("qui" and "que" also join the parts of a statement: with `surely`,
    they must open a clause)."""
    if _marked(tokens, text):
        return True
    if _requests(tokens):
        return True
    words = [SHORTHAND.get(token.text, token.text).split()[-1] for token in tokens]
    if surely and _asks_indirectly(words):
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


def _requests(tokens: Sequence[Token]) -> bool:
    """Whether it asks without a question word: "je voudrais savoir"."""
    return bool(_REQUEST.search(" ".join(token.text for token in tokens)))


def _asks_indirectly(words: Sequence[str]) -> bool:
    """Whether a clause beside a question asks yes or no: "est-ce qu'elle enquête", "ensuite si
    le DoD forme"."""
    linked = bool(words) and words[0] in _LEADING and words[1:2] in (["si"], ["s"])
    return linked or bool(_INVERTED.search(" ".join(words)))


def _marked(tokens: Sequence[Token], text: str) -> bool:
    """Whether a question mark follows."""
    return bool(tokens) and "?" in text[tokens[-1].end : tokens[-1].end + 3]


def questions(text: str, tokens: Sequence[Token]) -> list[Span]:
    """The stretches that each ask something; empty when the message is one sentence."""
    cuts = {0}
    announced = set()
    plain = [SHORTHAND.get(token.text, token.text).split()[-1] for token in tokens]
    asked = _asked_from(tokens, plain)
    for index in range(1, len(tokens)):
        between = text[tokens[index - 1].end : tokens[index].start]
        if ":" in between and _asked_in_full(text, tokens, index):
            announced.add(index)
        if "+" in between and ASKING.intersection(_spelt(tokens, index)):
            cuts.add(index)
        if SENTENCE_END.search(between) or (
            _opens(tokens, index)
            or (
                ("," in between or tokens[index].text in _LEADING)
                and index >= asked
                and _new_question(tokens, plain, index)
            )
        ):
            cuts.add(index)
    starts = sorted(cuts | announced)
    pieces = [tokens[start:end] for start, end in zip(starts, [*starts[1:], len(tokens)])]
    surely = any(_marked(piece, text) or _requests(piece) for piece in pieces)
    found = []
    for piece, following in zip(pieces, [*starts[1:], len(tokens)]):
        # What announces a question ("je voudrais savoir deux choses :") is none.
        if len(piece) >= 2 and following not in announced and asks(piece, text, surely):
            found.append(Span(piece[0].start, _with_mark(text, piece[-1].end)))
    return found if len(starts) > 1 else []


def _with_mark(text: str, end: int) -> int:
    mark = re.match(r"\s*\?", text[end:])
    return end + mark.end() if mark else end


def _spelt(tokens: Sequence[Token], index: int) -> list[str]:
    """The words from `index` on in which a question may begin, shorthand written out."""
    near = tokens[index : index + 5]
    return [word for token in near for word in SHORTHAND.get(token.text, token.text).split()]


def _opens(tokens: Sequence[Token], index: int) -> bool:
    words = tuple(t.text for t in tokens[index : index + 4])
    return any(words[: len(opener)] == opener for opener in _PART_OPENERS)


def _asked_from(tokens: Sequence[Token], plain: Sequence[str]) -> int:
    """How many words it takes until they ask something; more than there are when they never do.

    Words that ask go on asking whatever follows, so that the place is found by halving: a look at
    all that stands before each word would grow with the square of the message.
    """
    if not _asked(tokens, plain):
        return len(tokens) + 1
    return bisect_left(
        range(len(tokens) + 1), True, key=lambda end: _asked(tokens[:end], plain[:end])
    )


def _new_question(tokens: Sequence[Token], plain: Sequence[str], index: int) -> bool:
    """Whether a link word or a comma opens a second question, where one stood before."""
    if plain[index] not in _LEADING:
        return False
    after = plain[index + 1 : index + 5]
    if _asks_indirectly(plain[index : index + 6]):
        return True
    if _FRONTED.match(" ".join(plain[index + 1 : index + 12])):
        return True
    comma = "pour" in after or tokens[index].start - tokens[index - 1].end > 1
    return any(word in ASKING for word in (plain[index + 1 : index + 14] if comma else after))


def _asked_in_full(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Whether a question begins here that says by itself what it asks: "ce sont lesquels ?" and
    "qui la préside ?" need what stands before them."""
    if not any(token.text in ASKING for token in tokens[index : index + 5]):
        return False
    near = range(index + 1, index + FEW + 1)
    return near.stop <= len(tokens) and not any(
        SENTENCE_END.search(_between(text, tokens, i)) for i in near
    )


def _asked(tokens: Sequence[Token], plain: Sequence[str]) -> bool:
    """Whether these words ask already, in whatever way."""
    if any(word in ASKING for word in plain) or _requests(tokens):
        return True
    return bool(_INVERTED.search(" ".join(plain)))


def introductions(text: str, tokens: Sequence[Token]) -> list[Span]:
    """The sentences in which the writer tells of work in hand ("je prépare un mémoire sur ...")
    and asks nothing: they would be taken for a question about research or about schools."""
    ends = [i for i in range(1, len(tokens)) if SENTENCE_END.search(_between(text, tokens, i))]
    found = []
    for start, end in zip([0, *ends], [*ends, len(tokens)]):
        sentence = tokens[start:end]
        words = " ".join(token.text for token in sentence)
        begun = _AT_WORK.search(words) if sentence else None
        if begun and _WORK.search(words, begun.end()) and not asks(sentence, text):
            found.append(Span(sentence[0].start, sentence[-1].end))
    return found


def _between(text: str, tokens: Sequence[Token], index: int) -> str:
    return text[tokens[index - 1].end : tokens[index].start]
