"""Find in a message the things that the knowledge names, whatever their spelling.

Three passes over the folded words, the surest first, and never two on the same words:
exact sequences, sequences that sound the same, then words mended toward those of the names. A form
shared by several entities keeps them all as candidates, so that the answer can ask.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Iterable, Iterator, Sequence

from vigie.nlu.shorthand import SHORTHAND
from vigie.nlu.sound import sound
from vigie.nlu.spelling import Speller
from vigie.nlu.text import Token, fold

SMALL_WORDS = frozenset(
    "a au aux d dans de des du en et l la le les par pour sur un une the of to and in on s "
    "forme formee compose composee".split()
)
ARTICLES = frozenset("l la le les du aux the".split())

SHORTEST_ALONE = 5
"""A single word with fewer letters must be spelled exactly: DoS, DoT and DoI are neighbours."""
ACRONYM = 4
"""Acronyms of so many letters bear a swap of two letters; shorter ones are too near each other."""
MOST_SMALL_WORDS = 3
"""Articles and prepositions allowed inside a name beyond those it has."""


@dataclass(frozen=True)
class Form:
    """One way to name something. `strength` is "full", "bare" (needs its article or a
    capital: la Justice) or "generic" (names a kind: le département)."""

    words: tuple[str, ...]
    ids: tuple[str, ...]
    kind: str
    strength: str

    @property
    def small(self) -> int:
        """How many articles and prepositions it has."""
        return len(self.words) - len(content(self.words) or self.words)

    @property
    def linked(self) -> bool:
        """Whether small words join a short title, and so must stand in the text too: without
        them "quel rapport produit-il" would name the "rapport sur les produits"."""
        return self.kind == "report" and len(self.words) > 2 and len(content(self.words)) == 2


@dataclass(frozen=True)
class Mention:
    """Something named in a message, between two offsets of the original text."""

    ids: tuple[str, ...]
    kind: str
    start: int
    end: int
    strength: str
    first: int = field(compare=False, default=0)
    """Index of its first token."""
    last: int = field(compare=False, default=0)
    """Index after its last token."""


def content(words: Sequence[str]) -> tuple[str, ...]:
    """`words` without articles and prepositions, which people change freely."""
    return tuple(word for word in words if word not in SMALL_WORDS)


class NameMatcher:
    """All the forms, ready to be looked up; the cost of a look-up does not grow with them."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._exact: dict[tuple[str, ...], list[Form]] = {}
        self._sounds: dict[tuple[str, ...], list[Form]] = {}
        for form in forms:
            words = content(form.words) or form.words
            self._exact.setdefault(words, []).append(form)
            if sum(map(len, words)) > 4:
                self._sounds.setdefault(tuple(map(sound, words)), []).append(form)
        self._acronyms = {
            (words[0][0], "".join(sorted(words[0]))): words[0]
            for words in self._exact
            if len(words) == 1 and len(words[0]) == ACRONYM
        }
        self._exact_lengths = _lengths(self._exact)
        self._sound_lengths = _lengths(self._sounds)
        self._speller = Speller(word for words in self._exact for word in words)

    def find(self, tokens: Sequence[Token]) -> list[Mention]:
        """The mentions in `tokens`, in the order of the text."""
        positions = [i for i, token in enumerate(tokens) if token.text not in SMALL_WORDS]
        words = [tokens[i].text for i in positions]
        mended = [self._mend(word) for word in words]
        sounds = [sound(SHORTHAND.get(word, word)) for word in words]
        passes = (
            (words, self._exact, self._exact_lengths),
            (sounds, self._sounds, self._sound_lengths),
            (mended, self._exact, self._exact_lengths),
        )
        taken: set[int] = set()
        found: list[Mention] = []
        for rank, (spelled, table, lengths) in enumerate(passes):
            for start, length in _spans(spelled, lengths, taken):
                key = tuple(spelled[start : start + length])
                if rank and _VERBS.intersection(words[start : start + length]):
                    continue  # "travaille" sounds like "Travail"
                if rank == 1 and length == 1 and len(words[start]) < SHORTEST_ALONE:
                    continue
                first, last = positions[start], positions[start + length - 1]
                small = last - first + 1 - length
                forms = [
                    f
                    for f in table.get(key, ())
                    if _allowed(f, first, last, tokens)
                    and small <= f.small + MOST_SMALL_WORDS
                    and (small or not f.linked)
                ]
                if forms:
                    taken.update(range(start, start + length))
                    found.append(_mention(forms, first, last, tokens))
        return sorted(found, key=lambda mention: mention.start)

    def _anagram(self, word: str) -> str:
        """The acronym that two swapped letters hide: "PIFT"."""
        return self._acronyms.get((word[0], "".join(sorted(word))), word)

    def _mend(self, word: str) -> str:
        """A word of the names for its misspelling; "lusaid" and "detat" lack an apostrophe."""
        if (
            word not in self._speller
            and word[0] in "ld"
            and len(word) >= SHORTEST_ALONE
            and word[1:] in self._speller
        ):
            return word[1:]
        if len(word) < SHORTEST_ALONE:
            return self._anagram(word)
        return self._speller.mend(word) or word


Lengths = dict[str, tuple[int, ...]]
"""For the first word of a name, how many words such names have."""


def _lengths(table: Iterable[tuple[str, ...]]) -> Lengths:
    found: dict[str, set[int]] = {}
    for words in table:
        found.setdefault(words[0], set()).add(len(words))
    return {word: tuple(lengths) for word, lengths in found.items()}


def _spans(words: Sequence[str], lengths: Lengths, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Starts and lengths that begin like a name and are still free, the longest first; `taken`
    may grow meanwhile."""
    possible = [
        (-length, start)
        for start, word in enumerate(words)
        for length in lengths.get(word, ())
        if start + length <= len(words)
    ]
    for negative, start in sorted(possible):
        if not taken.intersection(range(start, start - negative)):
            yield start, -negative


def _allowed(form: Form, position: int, last: int, tokens: Sequence[Token]) -> bool:
    if tokens[position].text in _PLURAL_HEADS and form.words[0] not in _PLURAL_HEADS:
        # "quels rapports sur la traite" asks for all; the task forces are not the Task Force.
        return False
    if form.words in _HOMONYMS and not tokens[position].title:
        around = tokens[max(0, position - 3) : last + 3]
        if _HOMONYMS[form.words].search(" ".join(token.text for token in around)):
            return False
    if form.strength != "bare" or (len(form.words) > 1 and tokens[last].text[-1:] != "s"):
        return True
    if any(token.text in _PLURAL_KINDS for token in tokens[max(0, position - 8) : position]):
        # "ces trois ministères, État, Travail et Transports"
        return sound(tokens[last + 1].text if last + 1 < len(tokens) else "") not in _NOT_A_NAME
    before = tokens[position - 1].text if position else ""
    after = tokens[last + 1].text if last + 1 < len(tokens) else ""
    if (
        _of_a_field(position, tokens)
        or sound(after) in _NOT_A_NAME
        or (before, after) in _SET_PHRASES
    ):
        return False
    if tokens[position].title and position and not tokens[position - 1].title:
        return True
    earlier = tokens[position - 2].text if position > 1 else ""
    of_it = before in ("du", "des") or (earlier, before) == ("de", "la")
    if of_it and len(form.words) == 1 and not tokens[position].title:
        # "l'âge du travail" is no agency's, "la mission du Travail" is.
        owned = tokens[position - 3].text if (earlier, before) == ("de", "la") else earlier
        if not owned.startswith(_OWNED):
            return False
    if (before if before not in SMALL_WORDS else earlier).startswith(_SHORT_HEADS):
        return True
    inside = tuple(token.text for token in tokens[max(0, position - 2) : position + 1]) == _INSIDE
    return before in ARTICLES and after not in _QUALIFIERS and not inside


def _of_a_field(position: int, tokens: Sequence[Token]) -> bool:
    """Whether the words before make it a field of life: "dans les transports"."""
    for token in reversed(tokens[max(0, position - 3) : position]):
        if token.text in _FIELD:
            return True
        if token.text not in SMALL_WORDS:
            return False
    return False


_FIELD = frozenset(
    "dans secteur domaine matiere milieu monde droit acces code conditions marche devoir".split()
)
"""Words that do so."""
_PLURAL_HEADS = frozenset(("rapports", "listes", "documents", "equipes", "groupes", "conseils"))
_VERBS = frozenset("travaille travailles travaillent travailler travaillait travaillaient".split())
"""Words that sound like a name and are none."""
_OWNED = tuple(
    "role mission tache travaux rapport part ministr minist depart dep dpt secr action agent "
    "fonction membre cote celui celle ceux responsab attribution competence representant "
    "taf boulot job publication liste apart autour propos parl pour et ou que qui chez avec par "
    "plus agence".split()
)
"""Beginnings of what an agency has, before its article."""
_PLURAL_KINDS = frozenset(("ministeres", "departements", "secretariats"))
_HOMONYMS = {
    ("dos",): re.compile(
        r"\b(mon|ton|son|notre|votre|leur|en|a|de|plein le|dans le|sur le|derriere le|bas du|"
        r"(mal|douleurs?) (au|de)|(tourn|bless|soign|mass)\w* le) dos\b|"
        r"\bdos (crawle|d ane|au mur|rond|bloque)\b"
    ),
    ("dot",): re.compile(r"\b((une|la|sa|ma|ta|leur|sans|de) dot|dot (com|coutumiere|d une))\b"),
    ("doe",): re.compile(r"\b(john|jane) doe\b"),
}
"""Acronyms that are French words too, and the company in which they are only that."""
_SHORT_HEADS = ("dep", "dpt", "minis", "secr")
"""Beginnings of "département", however it is cut or misspelt: "departmt d'etat"."""
_INSIDE = ("a", "l", "interieur")
_NOT_A_NAME = frozenset(
    map(
        sound,
        "force forcee infantile enfants enfant dissimule noir clandestin domestique "
        "publique mentale gamins".split(),
    )
)
_QUALIFIERS = frozenset(
    "de des d commun communs en pour routiers routier aeriens maritimes scolaire biologique".split()
)
_SET_PHRASES = frozenset({("l", "de"), ("en", "")})


def _mention(forms: list[Form], first: int, last: int, tokens: Sequence[Token]) -> Mention:
    strengths = ("full", "bare", "generic")
    best = min(forms, key=lambda form: strengths.index(form.strength))
    ids = tuple(
        dict.fromkeys(i for form in forms if form.strength == best.strength for i in form.ids)
    )
    return Mention(
        ids, best.kind, tokens[first].start, tokens[last].end, best.strength, first, last + 1
    )


def form(name: str, ids: Iterable[str], kind: str, strength: str = "full") -> Form:
    """A `Form` for `name` as people write it."""
    return Form(tuple(fold(name).split()), tuple(ids), kind, strength)
