"""What one entry alone cannot show: ids, references, places, dates and texts that must agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from vigie.knowledge.check_references import REFERENCES
from vigie.knowledge.model.entry import Place
from vigie.knowledge.model.knowledge import Entity
from vigie.knowledge.model.organisations import Committee, Duty
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


def check_words(entry: Entry) -> Iterator[Problem]:
    """Sections of the source with the words of more paragraphs, or fewer, than they have."""
    for number, section in enumerate(entry.value.sections):
        if section.words and len(section.words) != section.paragraphs:
            says = f"{len(section.words)} listes de mots pour {section.paragraphs} alinéas"
            yield entry.problem(("sections", number, "words"), says, "en écrire une par alinéa")


_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Characters that change what is read without being seen: controls, marks that turn the writing
round."""
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):(?:/|\S*\()", re.IGNORECASE)
_ANY_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SAFE = frozenset(("http", "https"))
_MAY_BE_EMPTY = frozenset(
    "en acronym short again number_says date en_source acronym_source publisher url missing "
    "inference_source emergency_source".split()
)


def check_texts(entries: list[Entry]) -> Iterator[Problem]:
    """Empty texts, phrases that end with a stop, a relation without its {it}."""
    for entry in entries:
        for way, value in walk(entry.value):
            field = way[-1] if way else ""
            if isinstance(value, str) and (unseen := _UNSEEN.search(value)):
                says = f"le caractère invisible U+{ord(unseen.group()):04X}"
                yield entry.problem(way, says, "le retirer")
            pattern = _ANY_SCHEME if field == "url" else _SCHEME
            scheme = pattern.match(value) if isinstance(value, str) else None
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
