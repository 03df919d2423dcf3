"""Cut a message into its questions, and find what a question sets aside ("à part le DoJ")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import Iterator, Mapping, Sequence

from vigie.nlu.shorthand import SHORTHAND
from vigie.nlu.text import Token

_ASKING = frozenset(
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
_LEADING = frozenset("et puis aussi ensuite ainsi enfin pis deuxiemement secundo 2".split())
_SENTENCE_END = re.compile(r"[.?!;\n]+|\s[-–—]\s")
_PART_OPENERS = (
    ("d", "une", "part"),
    ("d", "autre", "part"),
    ("autre", "question"),
    ("deuxieme", "question"),
    ("deux", "choses"),
)
_AT_WORK = re.compile(
    r"\b(?:je|j|on|nous|jprepare|jfais) (?:(?:me|suis|en|train|de|d) )*(?:prepar|redig|ecri|fai|"
    r"travaill|boss|suis|etudi|finis|termin)\w*\b.*\b(?:memoire|these|expose|dissertation|devoir|"
    r"dossier|article|master|licence|doctorat|etudiante?|doctorante?|chercheuse|chercheur|stage)\b"
)
_BETWEEN_NAMES = frozenset("l la le les du des de d et ou ni".split())
_SET_ASIDE = (
    ("a", "part"),
    ("sauf",),
    ("hormis",),
    ("excepte",),
    ("en", "dehors", "de"),
    ("en", "dehors", "du"),
    ("autre", "que"),
    ("autres", "que"),
    ("mais", "pas"),
    ("mais", "sans"),
    ("mais", "n"),
    ("mais", "ne"),
    ("outre",),
    ("et", "pas"),
    ("a", "l", "exception"),
    ("sans", "compter"),
    ("en", "plus", "de"),
    ("en", "plus", "du"),
    ("apart",),
    ("sof",),
    ("mais", "qui", "ne"),
    ("mais", "qui", "n"),
    ("en", "plus", "d"),
    ("sans", "etre"),
    ("excluant",),
    ("exception", "faite"),
)
ASIDE_WORDS = frozenset(word for cue in _SET_ASIDE for word in cue)
"""They say that something is set aside, and nothing of what it is."""
_SET_ASIDE_BY_WORD = {
    word: tuple(cue for cue in _SET_ASIDE if cue[0] == word) for word, *_ in _SET_ASIDE
}


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
    for place, word in enumerate(words):
        if word in _ASKING and word not in _JOINING:
            return True
        if word not in _JOINING:
            continue
        comma = place > 0 and "," in text[tokens[place - 1].end : tokens[place].start]
        early = _OPENING.issuperset(words[:place]) if surely else place < 4
        joined = comma and not (surely and (word == "que" or place > CLAUSE_START))
        if early or joined or words[place - 1] in _BEFORE_QUI:
            return True
    return False


def _requests(tokens: Sequence[Token]) -> bool:
    """Whether it asks without a question word: "je voudrais savoir"."""
    return bool(_REQUEST.search(" ".join(token.text for token in tokens)))


def _marked(tokens: Sequence[Token], text: str) -> bool:
    """Whether a question mark follows."""
    return bool(tokens) and "?" in text[tokens[-1].end : tokens[-1].end + 3]


def questions(text: str, tokens: Sequence[Token]) -> list[Span]:
    """The stretches that each ask something; empty when the message is one sentence."""
    cuts = {0}
    for index in range(1, len(tokens)):
        between = text[tokens[index - 1].end : tokens[index].start]
        if _SENTENCE_END.search(between) or (
            _opens(tokens, index)
            or (("," in between or tokens[index].text in _LEADING) and _new_question(tokens, index))
        ):
            cuts.add(index)
    starts = sorted(cuts)
    pieces = [tokens[start:end] for start, end in zip(starts, [*starts[1:], len(tokens)])]
    surely = any(_marked(piece, text) or _requests(piece) for piece in pieces)
    found = []
    for piece in pieces:
        if len(piece) >= 2 and asks(piece, text, surely):
            found.append(Span(piece[0].start, _with_mark(text, piece[-1].end)))
    return found if len(starts) > 1 else []


def _with_mark(text: str, end: int) -> int:
    mark = re.match(r"\s*\?", text[end:])
    return end + mark.end() if mark else end


def _opens(tokens: Sequence[Token], index: int) -> bool:
    words = tuple(t.text for t in tokens[index : index + 3])
    return any(words[: len(opener)] == opener for opener in _PART_OPENERS)


def _new_question(tokens: Sequence[Token], index: int) -> bool:
    """Whether a link word or a comma opens a second question: one stood before, one follows."""
    plain = [SHORTHAND.get(t.text, t.text).split()[-1] for t in tokens]
    if plain[index] not in _LEADING or not any(word in _ASKING for word in plain[:index]):
        return False
    after = plain[index + 1 : index + 5]
    comma = "pour" in after or tokens[index].start - tokens[index - 1].end > 1
    return any(word in _ASKING for word in (plain[index + 1 : index + 14] if comma else after))


def introductions(text: str, tokens: Sequence[Token]) -> list[Span]:
    """The sentences in which the writer tells of work in hand ("je prépare un mémoire sur ...")
    and asks nothing: they would be taken for a question about research or about schools."""
    ends = [i for i in range(1, len(tokens)) if _SENTENCE_END.search(_between(text, tokens, i))]
    found = []
    for start, end in zip([0, *ends], [*ends, len(tokens)]):
        sentence = tokens[start:end]
        words = " ".join(token.text for token in sentence)
        if sentence and _AT_WORK.search(words) and not asks(sentence, text):
            found.append(Span(sentence[0].start, sentence[-1].end))
    return found


def _between(text: str, tokens: Sequence[Token], index: int) -> str:
    return text[tokens[index - 1].end : tokens[index].start]


def set_aside(
    text: str, tokens: Sequence[Token], names: Mapping[int, int] = MappingProxyType({})
) -> list[Span]:
    """The stretches that a question excludes, up to the next comma, question or end.

    `names` leads from the first token of each name to the one after it: what opens with names
    ends with them, "qui à part le DoJ enquête" sets the agency aside and not the verb.
    """
    words = [token.text for token in tokens]
    found = list(_denied(tokens, words))
    for index in range(len(words)):
        cues = _SET_ASIDE_BY_WORD.get(words[index], ())
        cue = next((c for c in cues if tuple(words[index : index + len(c)]) == c), None)
        if cue is None:
            continue
        first = index + len(cue)
        last = first
        while last < len(tokens) and not (last > first and _stops(text, tokens, last)):
            last += 1
        last = _after_names(words, first, names) or last
        if last > first:
            found.append(Span(tokens[index].start, tokens[last - 1].end))
    return found


def _denied(tokens: Sequence[Token], words: Sequence[str]) -> Iterator[Span]:
    """What is denied before it is set against something: "n'enquête pas mais poursuit"."""
    for index, word in enumerate(words):
        if word not in ("ne", "n"):
            continue
        end = next(
            (i for i in range(index + 1, min(index + 5, len(words))) if words[i] == "pas"), 0
        )
        if end and words[end + 1 : end + 2] == ["mais"]:
            yield Span(tokens[index].start, tokens[end].end)


def _after_names(words: Sequence[str], first: int, names: Mapping[int, int]) -> int:
    """The place after the names that stand at `first`, joined by small words; 0 without any."""
    end, place = 0, first
    while place < len(words) and (place in names or words[place] in _BETWEEN_NAMES):
        place = names.get(place, place + 1)
        end = place if words[place - 1] not in _BETWEEN_NAMES else end
    return end


def _stops(text: str, tokens: Sequence[Token], index: int) -> bool:
    between = text[tokens[index - 1].end : tokens[index].start]
    word = SHORTHAND.get(tokens[index].text, tokens[index].text).split()[-1]
    return "," in between or bool(_SENTENCE_END.search(between)) or word in _ASKING
