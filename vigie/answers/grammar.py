"""French grammar for the phrases: articles, contractions, elision, agreement, typography.

A `Noun` in a phrase is formatted by a word that shows the wanted form:
"{agency:Le} préside {body:le}" gives "Le département d'État (DoS) préside la PITF".
"""

from __future__ import annotations

import re
from datetime import date
from typing import Iterable, Sequence

from vigie.knowledge.model.entry import Name

VOWELS = tuple("aeiouyhéèêâîôAEIOUÉÈÊ")
"""First letters before which a small word is elided."""
_BETWEEN = re.compile(r"( et | ou )(?=(?:le |la |les |l'|leurs? ))")
"""Where a label joins things that each have an article of their own."""
_SPOKEN = frozenset("AEIOUÉÈÊaeiouéèêh")
"""First letters of acronyms before which an article is elided."""
_CONTRACTED = {"le": "du", "les": "des", "la": "de la ", "l'": "de l'"}
_DATIVE = {"le": "au", "les": "aux", "la": "à la ", "l'": "à l'"}


FORMS = ("seul", "sigle", "le", "nom", "titre", "du", "au", "bref", "bdu", "bau", "il", "e")
"""What may follow the colon in "{agency:le}", in small letters."""


class Noun:
    """A name that knows its article. Format specs: seul, sigle, le, nom, titre, du, au, bref, bdu,
    bau, il, e.

    A capital first letter in the spec gives a capital. "bref" is the acronym, or another brief
    name, with its article; "le" the full name, followed by the acronym in brackets; "nom" the same
    without the acronym, "titre" the same in quotation marks.
    """

    def __init__(self, name: Name) -> None:
        self.name = name

    def __format__(self, spec: str) -> str:
        form = self._form(spec.lower() or "seul")
        return capital(form) if spec[:1].isupper() else form

    def _form(self, spec: str) -> str:
        if spec in ("il", "e"):
            return self._agreement(spec)
        short = spec.startswith("b")
        article = self._short_article() if short else self.name.article
        text = self._short() if short or spec == "sigle" else self._long()
        if spec in ("seul", "sigle"):
            return text
        if spec in ("nom", "titre"):
            text = self.name.fr if spec == "nom" else f"« {self.name.fr} »"
            spec = "le"
        tables = {"le": {a: a for a in _CONTRACTED}, "du": _CONTRACTED, "au": _DATIVE}
        lead = tables[{"bref": "le", "bdu": "du", "bau": "au"}.get(spec, spec)][article]
        return lead + text if lead.endswith(("'", " ")) else f"{lead} {text}"

    def _agreement(self, spec: str) -> str:
        plural = self.is_plural
        feminine = self.name.gender == "f"
        if spec == "e":
            return ("e" if feminine else "") + ("s" if plural else "")
        return ("elle" if feminine else "il") + ("s" if plural else "")

    @property
    def is_plural(self) -> bool:
        """Whether the verb of which it is the subject is in the plural."""
        return self.name.article == "les"

    def _long(self) -> str:
        acronym = self.name.acronym
        return (
            f"{self.name.fr} ({acronym})" if acronym and acronym != self.name.fr else self.name.fr
        )

    def _short(self) -> str:
        return self.name.acronym or self.name.again or self.name.fr

    def _short_article(self) -> str:
        if not self.name.acronym:
            return self.name.article
        if self.name.acronym[0] in _SPOKEN:
            return "l'"
        return "la" if self.name.gender == "f" else "le"


class Pronoun(Noun):
    """The same thing named a second time: "le" gives il or elle, the other forms stay."""

    def _form(self, spec: str) -> str:
        return self._agreement("il") if spec == "le" else super()._form(spec)


def capital(text: str) -> str:
    """`text` with its first letter as a capital: "élue" gives "Élue"."""
    return text[:1].upper() + text[1:]


def listing(parts: Sequence[str], last: str = "et") -> str:
    """ "a", "a et b", "a, b et c"."""
    parts = list(parts)
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def neither(parts: Sequence[str]) -> str:
    """ "ni a ni b", "ni a, ni b, ni c"."""
    return (" " if len(parts) == 2 else ", ").join(f"ni {one}" for one in parts)


RUN = 3
"""Numbers one after the other from which only the first and the last are told."""


def numbered(numbers: Iterable[int]) -> str:
    """Numbers in their order, each once: "2, 5 et 7", "2 à 15"."""
    runs: list[list[int]] = []
    for one in sorted(set(numbers)):
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return listing(
        [
            told
            for run in runs
            for told in ([f"{run[0]} à {run[-1]}"] if len(run) >= RUN else map(str, run))
        ]
    )


_NUMBERS = (
    "aucun un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize dix-sept dix-huit dix-neuf vingt"
).split()


def of(words: str) -> str:
    """ "les enquêtes et la formation" after "de": "des enquêtes et de la formation"."""
    parts = _BETWEEN.split(words)  # every other one is what joins them
    return "".join(one if place % 2 else _of_one(one) for place, one in enumerate(parts))


def _of_one(words: str) -> str:
    for article, joined in (("le ", "du "), ("les ", "des ")):
        if words.startswith(article):
            return joined + words.removeprefix(article)
    return f"{'d’' if words.startswith(VOWELS) else 'de '}{words}"


def number(count: int) -> str:
    """A number in letters up to twenty, then in figures."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


_ORDINALS = ("premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième")


def ordinal(place: int) -> str:
    """A place in letters up to the seventh, then in figures; of what is masculine."""
    return _ORDINALS[place - 1] if 0 < place <= len(_ORDINALS) else f"{place}e"


_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
).split()


def day(written: str) -> str:
    """A date of the files as people read it: "2026-11-01" gives "1er novembre 2026"."""
    when = date.fromisoformat(written)
    return f"{when.day}{'er' if when.day == 1 else ''} {_MONTHS[when.month - 1]} {when.year}"


def sentence(text: str) -> str:
    """`text` with a capital and a final full stop."""
    text = capital(text.strip())
    return text if text.endswith((".", "!", "?", ":")) else f"{text}."


def unique(ids: Iterable[str]) -> tuple[str, ...]:
    """The ids without repeats, in their order."""
    return tuple(dict.fromkeys(ids))
