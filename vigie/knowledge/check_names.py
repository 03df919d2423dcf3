"""Names and topics: nothing is called like something else, every topic can be reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vigie.knowledge.check import Entry, walk
from vigie.knowledge.model.entry import SHORT, Name
from vigie.knowledge.model.knowledge import Topic
from vigie.knowledge.model.organisations import Body, Committee, Duty
from vigie.knowledge.problems import Problem
from vigie.knowledge.text import fold, key
from vigie.knowledge.tree import Way

FEWEST_WAYS = 25
"""A topic with fewer ways to name it is not recognised well enough to be offered."""


def names_of(name: Name) -> Iterator[tuple[Way, str]]:
    """Every way to call a thing, with the way to it from the entry."""
    for field in ("fr", "en", "acronym"):
        if getattr(name, field):
            yield ("name", field), getattr(name, field)
    for field in ("also", "bare"):
        for index, other in enumerate(getattr(name, field)):
            yield ("name", field, index), other


def check_names(entries: list[Entry]) -> Iterator[Problem]:
    """The same name for two entities, or twice for one; case, accents and articles apart."""
    seen: dict[str, Entry] = {}
    for entry in entries:
        own: set[str] = set()
        for way, name in names_of(entry.value.name):
            folded = key(name)
            first = seen.setdefault(folded, entry)
            if first is not entry:
                says = f"« {name} » désigne déjà {first.value.id} ({first.tree.file})"
                yield entry.problem(way, says, "le retirer de l'une des deux entrées")
            elif folded in own and way[1] in ("also", "bare"):
                yield entry.problem(
                    way, f"« {name} » répète un autre nom de l'entrée", "le retirer"
                )
            own.add(folded)


def check_shorts(entries: list[Entry]) -> Iterator[Problem]:
    """Short names that are too long for a button, or on two buttons."""
    seen: dict[str, Entry] = {}
    for entry in entries:
        short = entry.value.name.short
        if not short:
            continue
        if len(short) > SHORT:
            says = f"« {short} » a {len(short)} caractères, un bouton en montre {SHORT}"
            yield entry.problem(("name", "short"), says, "l'abréger")
        first = seen.setdefault(fold(short), entry)
        if first is not entry:
            says = f"« {short} » désigne déjà {first.value.id} sur un bouton ({first.tree.file})"
            yield entry.problem(("name", "short"), says, "en choisir un autre")


def check_again(entries: list[Entry]) -> Iterator[Problem]:
    """Names to be said once a thing is known that nobody may call it by."""
    for entry in entries:
        name = entry.value.name
        if not name.again:
            continue
        way = ("name", "again")
        if name.acronym:
            yield entry.problem(way, "le sigle tient déjà lieu de nom bref", "retirer `again`")
        elif name.again not in name.also:
            says = f"« {name.again} » n'est pas un des autres noms de l'entrée"
            yield entry.problem(way, says, "l'ajouter à `also`")


def topics_used(values: Iterator[Any]) -> set[str]:
    """The topics that at least one duty, mission or committee is about."""
    used: set[str] = set()
    for value in values:
        for _, inner in walk(value):
            if isinstance(inner, (Duty, Committee, Body)):
                used.update(inner.topics)
    return used


def check_topics(topics: list[Entry], entities: list[Entry], complete: bool) -> Iterator[Problem]:
    """Topics that are unused, too thin, nested in a circle, or that share a way."""
    used = topics_used(entry.value for entry in entities)
    parents = {entry.value.id: entry.value.within for entry in topics}
    owner: dict[str, str] = {}
    for entry in topics:
        topic: Topic = entry.value
        if complete and topic.id not in used:
            says = "aucune attribution ni aucun comité n'a ce sujet"
            yield entry.problem(
                ("id",), says, "le citer dans les `topics` d'un fait, ou le retirer"
            )
        if len(topic.ways) < FEWEST_WAYS:
            says = f"{len(topic.ways)} façons de le dire, il en faut {FEWEST_WAYS}"
            yield entry.problem(("ways",), says, "en ajouter, telles que les gens les écrivent")
        if _circular(topic.id, parents):
            yield entry.problem(
                ("within",), "le sujet se contient lui-même", "rompre le cercle des `within`"
            )
        yield from _repeated_ways(entry, owner)


def _repeated_ways(entry: Entry, owner: dict[str, str]) -> Iterator[Problem]:
    """Ways that a topic already has; `owner` tells which, and is filled as topics are read."""
    for index, way in enumerate(entry.value.ways):
        folded = fold(way)
        if folded in owner:
            says = f"« {way} » est déjà dans {owner[folded]}"
            yield entry.problem(("ways", index), says, "n'en garder qu'une")
        owner.setdefault(folded, entry.value.id)


def _circular(topic: str, parents: Mapping[str, tuple[str, ...]]) -> bool:
    seen, waiting = set(), list(parents.get(topic, ()))
    while waiting:
        parent = waiting.pop()
        if parent == topic:
            return True
        if parent not in seen:
            seen.add(parent)
            waiting += parents.get(parent, ())
    return False
