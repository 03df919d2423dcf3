"""What one entry alone cannot show: ids, references, places, dates and texts that must agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from vigie.knowledge.model import Committee, Duty, Entity, Hotline, Place, Update
from vigie.knowledge.problems import Problem
from vigie.knowledge.tree import Tree, Way

_ID = re.compile("[a-z0-9_]+")


@dataclass(frozen=True)
class Entry:
    """An entry that is well formed, with the way back to its place in the files."""

    tree: Tree
    way: Way
    value: Any

    def problem(self, way: Way, says: str, remedy: str) -> Problem:
        """A problem at `way`, counted from the entry."""
        return self.tree.problem((*self.way, *way), says, remedy)


REFERENCES: Mapping[str, tuple[str, ...]] = {
    "topics": ("topics",),
    "within": ("topics",),
    "agencies": ("agencies",),
    "agency": ("agencies",),
    "body": ("bodies",),
    "advises": ("bodies",),
    "law": ("laws",),
    "amends": ("laws",),
    "owner": ("agencies", "bodies"),
    "creates": ("bodies",),
    "about": ("agencies", "bodies", "committees", "reports", "programmes", "laws", "contexts"),
}
"""The fields that hold ids, and the files (without .yml) where those ids are defined."""


def walk(value: Any, way: Way = ()) -> Iterator[tuple[Way, Any]]:
    """Every value inside `value`, itself first, with the way to it."""
    yield way, value
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from walk(getattr(value, name), (*way, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from walk(item, (*way, index))


def check_ids(trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """The same id twice, in one file or in two; topics are apart from the rest."""
    seen: dict[tuple[bool, str], str] = {}
    for name, tree in trees.items():
        for index, item in enumerate(tree.value if isinstance(tree.value, list) else ()):
            ident = item.get("id") if isinstance(item, dict) else None
            if not isinstance(ident, str):
                continue
            if not _ID.fullmatch(ident):
                remedy = "lettres minuscules sans accent, chiffres et « _ »"
                yield tree.problem(
                    (index, "id"), f"l'identifiant « {ident} » est mal formé", remedy
                )
            slot = (name == "topics", ident)
            if slot in seen:
                says = f"l'identifiant « {ident} » existe déjà ({seen[slot]})"
                yield tree.problem((index, "id"), says, "en choisir un autre")
            seen.setdefault(slot, f"{tree.file}:{tree.line((index, 'id'))}")


def check_references(entries: list[Entry], ids: Mapping[str, set[str]]) -> Iterator[Problem]:
    """Ids that no file defines. `ids` has those of each file, malformed entries included."""
    for entry in entries:
        for way, value in walk(entry.value):
            names = [step for step in way if isinstance(step, str)]
            field = names[-1] if names else ""
            if field not in REFERENCES or not isinstance(value, str):
                continue
            files = REFERENCES[field]
            if not any(value in ids[file] for file in files):
                where = " ou ".join(f"{file}.yml" for file in files)
                says = f"« {value} » n'existe pas"
                yield entry.problem(way, says, f"écrire un identifiant de {where}, ou l'y ajouter")


def check_places(entries: list[Entry], sections: Mapping[str, int]) -> Iterator[Problem]:
    """Places that the source does not have."""
    for entry in entries:
        for way, value in walk(entry.value):
            if not isinstance(value, Place):
                continue
            if value.section not in sections:
                says = f"la section « {value.section} » n'existe pas"
                yield entry.problem(
                    (*way, "section"), says, f"choisir parmi : {', '.join(sections)}"
                )
            elif not 1 <= value.paragraph <= sections[value.section]:
                last = sections[value.section]
                says = f"la section « {value.section} » n'a pas de paragraphe {value.paragraph}"
                yield entry.problem((*way, "paragraph"), says, f"écrire un nombre de 1 à {last}")


_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Characters that change what is read without being seen: controls, marks that turn the writing
round."""
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):(?:/|\S*\()", re.IGNORECASE)
_SAFE = frozenset(("http", "https"))
_MAY_BE_EMPTY = frozenset({"en", "acronym", "short", "number_says", "date"})


def check_texts(entries: list[Entry]) -> Iterator[Problem]:
    """Empty texts, phrases that end with a stop, a relation without its {it}."""
    for entry in entries:
        for way, value in walk(entry.value):
            field = way[-1] if way else ""
            if isinstance(value, str) and (unseen := _UNSEEN.search(value)):
                says = f"le caractère invisible U+{ord(unseen.group()):04X}"
                yield entry.problem(way, says, "le retirer")
            scheme = _SCHEME.match(value) if isinstance(value, str) else None
            if scheme and scheme.group(1).lower() not in _SAFE:
                says = f"une adresse en « {scheme.group(1)}: » ne se montre pas"
                yield entry.problem(way, says, "donner une adresse https://")
            if isinstance(value, str) and not value.strip() and field not in _MAY_BE_EMPTY:
                yield entry.problem(way, "le texte est vide", "l'écrire, ou retirer la clé")
            elif field == "does" and str(value).rstrip().endswith("."):
                yield entry.problem(
                    way, "la phrase finit par un point", "le retirer : la réponse le met"
                )
            elif way[-2:] == ("relation", "says") and "{it}" not in str(value):
                yield entry.problem(
                    way, "{it} manque", "écrire {it} à la place du nom : « finance {it} »"
                )


def check_dates(entries: list[Entry]) -> Iterator[Problem]:
    """Dates that are not ISO dates, or a review that comes before the check."""
    for entry in entries:
        value: Update | Hotline = entry.value
        dates = {}
        for field in ("checked_on", "review_by"):
            dates[field] = _date(getattr(value, field))
            if dates[field] is None:
                says = f"« {getattr(value, field)} » n'est pas une date"
                yield entry.problem((field,), says, 'l\'écrire "AAAA-MM-JJ", entre guillemets')
        checked, review = dates["checked_on"], dates["review_by"]
        if checked and review and review <= checked:
            says = "la relecture est prévue avant la vérification"
            yield entry.problem(
                ("review_by",), says, "choisir une date plus tardive que `checked_on`"
            )


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def check_lists(entries: list[Entry]) -> Iterator[Problem]:
    """A duty without topic, an id twice in a list, committees out of order."""
    ranks: Counter[str] = Counter()
    for entry in entries:
        value: Entity = entry.value
        for way, inner in walk(value):
            if isinstance(inner, Duty) and not inner.topics:
                yield entry.problem(
                    (*way, "topics"), "le fait n'a pas de sujet", "en choisir dans topics.yml"
                )
            if isinstance(inner, tuple) and way[-1] in REFERENCES and len(set(inner)) < len(inner):
                yield entry.problem(way, "un identifiant est écrit deux fois", "n'en garder qu'un")
        if isinstance(value, Committee):
            ranks[value.body] += 1
            if value.order != ranks[value.body]:
                says = f"rang {value.order} à la place {ranks[value.body]}"
                yield entry.problem(
                    ("order",), says, f"écrire {ranks[value.body]}, ou déplacer l'entrée"
                )
