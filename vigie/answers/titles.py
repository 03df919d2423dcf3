"""Find a report by the words of its title that no other report shares, or few do."""

from __future__ import annotations

from collections import Counter
from typing import Iterable

from vigie.knowledge.model import Report
from vigie.knowledge.text import fold

COMMON = frozenset(
    "rapport rapports liste listes document documents report list travail enfants enfant "
    "force forces traite personnes "
    "forme formes formees forment "
    "humains annuel annuels publie publies premier reports child labor labour forced "
    "trafficking persons biens produits "
    "departement ministere justice etat conseil dol dos doj monde americain americaine "
    "faits faites fabriques fabriquees "
    "pour unis rescapes survivants consultatif council advisory survivor survivors grand "
    "gros etres victimes diplomatie ministre produit produites produite sur des du de les "
    "la le et ou par dans issus dette general annual".split()
)
"""Words that say little of which report is meant, alone."""
LEAST = 1.0
"""Least weight of the shared words: one that only this report has, or two half shared."""


class Titles:
    """The rare words of each report's names."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._words: dict[str, set[str]] = {}
        for report in reports:
            names = (report.name.fr, report.name.en, *report.name.also)
            words = {stem(word) for name in names for word in fold(name).split() if len(word) > 3}
            # "biens" loses too much with its plural: "bien" is everywhere.
            goods = {"biens"} & set(fold(report.name.fr).split())
            self._words[report.id] = (words - {stem(word) for word in COMMON}) | goods
        self._shared = Counter(word for words in self._words.values() for word in words)

    def best(self, text: str) -> tuple[str, ...]:
        """The ids of the reports that the folded text describes best; several on a tie."""
        asked = {stem(word) for word in text.split() if len(word) > 3} | (
            {"biens"} & set(text.split())
        )
        weights = {
            ident: sum(1 / self._shared[word] for word in words & asked)
            for ident, words in self._words.items()
        }
        most = max(weights.values(), default=0.0)
        if most < LEAST:
            return ()
        return tuple(ident for ident, weight in weights.items() if weight >= 0.9 * most)


def stem(word: str) -> str:
    """A folded word without its plural and feminine endings."""
    for ending in ("ees", "ee", "es", "e", "s", "x"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
