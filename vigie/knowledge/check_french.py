"""French that the answers would get wrong: articles, genders, elision, verbs, tiny names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigie.knowledge.check import Entry, walk
from vigie.knowledge.check_names import names_of
from vigie.knowledge.model.entry import Name
from vigie.knowledge.model.organisations import Agency, Body, Duty
from vigie.knowledge.problems import Problem
from vigie.knowledge.text import SMALL, fold

_GENDERS = {"le": "m", "la": "f"}
_VOWELS = frozenset("aeiouy")
_INFINITIVE = re.compile(r"\w{2,}(er|ir|oir)")
_PRESIDES = re.compile(r"\bpreside\b")


def check_french(entries: list[Entry]) -> Iterator[Problem]:
    """Articles that do not go with the gender or the name, duties that are no verb phrases,
    names that are small words."""
    for entry in entries:
        for way, value in walk(entry.value):
            if isinstance(value, Name):
                yield from _article(entry, (*way,), value)
            elif isinstance(value, Duty):
                yield from _verb(entry, (*way, "does"), value.does)
        for name_way, name in names_of(entry.value.name):
            if all(word in SMALL for word in fold(name).split()):
                says = f"« {name} » est un petit mot : il ne serait jamais compris comme un nom"
                yield entry.problem(name_way, says, "le retirer, ou écrire un nom plus long")


def _article(entry: Entry, way: tuple[str | int, ...], name: Name) -> Iterator[Problem]:
    wanted = _GENDERS.get(name.article)
    if wanted and wanted != name.gender:
        says = f"l'article « {name.article} » ne va pas avec le genre « {name.gender} »"
        yield entry.problem((*way, "article"), says, f"écrire gender: {wanted}, ou l'autre article")
    first = fold(name.fr)[:1]
    if name.article in _GENDERS and first in _VOWELS and first != "y":
        says = f"« {name.article} {name.fr.split()[0]} » : l'élision manque"
        yield entry.problem((*way, "article"), says, "écrire article: l'")
    if name.article == "l'" and first not in _VOWELS and first != "h":
        says = f"« l'{name.fr.split()[0]} » : l'élision est de trop"
        yield entry.problem((*way, "article"), says, "écrire article: le, ou la")


def _verb(entry: Entry, way: tuple[str | int, ...], does: str) -> Iterator[Problem]:
    first = does.split()[0] if does.split() else ""
    if first[:1].isupper():
        remedy = "commencer par un verbe à la 3e personne, sans majuscule : « forme ... »"
        yield entry.problem(way, f"« {first} » commence par une majuscule", remedy)
    if _INFINITIVE.fullmatch(first.lower()):
        remedy = "l'écrire à la 3e personne : « forme », et non « former »"
        yield entry.problem(way, f"« {first} » est à l'infinitif", remedy)


def contradictions(agencies: list[Entry], bodies: list[Entry]) -> Iterator[Problem]:
    """Duties that say of an agency that it chairs a body which another one chairs."""
    for entry in agencies:
        agency: Agency = entry.value
        for index, duty in enumerate(agency.duties):
            text = f" {fold(duty.does)} "
            if not _PRESIDES.search(text):
                continue
            for other in bodies:
                body: Body = other.value
                called = any(f" {fold(n)} " in text for _, n in names_of(body.name))
                if called and (body.chair is None or body.chair.agency != agency.id):
                    chair = body.chair.agency if body.chair else "personne"
                    says = (
                        f"« {duty.does} » contredit {other.tree.file}, où {chair} préside {body.id}"
                    )
                    remedy = "corriger l'un des deux"
                    yield entry.problem(("duties", index, "does"), says, remedy)
