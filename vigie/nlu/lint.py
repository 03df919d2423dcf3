"""What an editor should mend in the training data before it is learned from.

Errors would teach something wrong: unknown marks, texts twice, nearly one text under two
intents, intents taught by too little. Warnings are for an editor to weigh.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from vigie.answers.query.signature import faults
from vigie.answers.query.world import World
from vigie.knowledge.load import load
from vigie.knowledge.problems import KnowledgeError
from vigie.knowledge.query import Index
from vigie.nlu.amounts import amounts
from vigie.nlu.corpus import read as read_corpus
from vigie.nlu.corpus import strangers
from vigie.nlu.derived import DERIVED
from vigie.nlu.examples import REGISTERS, TOPICAL, Block, Example, read
from vigie.nlu.problems import Problem
from vigie.nlu.twins import near, plain, same

LONGEST = 600
"""Characters of an example: longer ones hide what they ask."""
NEARLY = 95.0
"""Ratio from which two texts are nearly one."""
_ASKING = frozenset(
    "qui ki que quoi koi quel quelle quels quelles lequel laquelle combien quand comment ou".split()
)


@dataclass(frozen=True)
class Known:
    """The names that marks may use."""

    intents: frozenset[str]
    topics: frozenset[str]


def problems(data: Path) -> list[Problem]:
    """All that is wrong with the examples under `data`/nlu, errors and warnings, file by file.

    Intents come from domain.yml and topics from knowledge/, which lie beside `data`.
    """
    found, malformed = read(data)
    try:
        known = Known(
            _names(data.parent / "domain.yml", "intents"),
            _names(data.parent / "knowledge" / "topics.yml"),
        )
    except Unreadable as path:
        unread = Problem(str(path), 0, "", "le fichier ne se lit pas", "le corriger d’abord")
        return [*malformed, unread]
    listed = [
        *malformed,
        *_queries(data, found),
        *_marks(found, known),
        *_texts(found),
        *_twice(found),
        *_conflicts(found),
        *amounts(found, known.intents, known.topics, f"{data.name}/nlu"),
    ]
    return sorted(listed, key=lambda problem: (problem.file, problem.line))


def _queries(data: Path, found: Sequence[Example]) -> Iterator[Problem]:
    """Lines of the corpus that cannot be read, and queries, there or in data/nlu, that name what
    knowledge/ does not have."""
    corpus, malformed = read_corpus(data)
    yield from malformed
    blocks = dict.fromkeys(example.block for example in found if example.block.queries)
    if any(corpus.messages) or blocks:
        # Faults of the knowledge itself are told where it is checked.
        with contextlib.suppress(KnowledgeError):
            world = World(Index(load(data.parent / "knowledge")))
            yield from strangers(corpus, world)
            for block in blocks:
                for ident in (one for query in block.queries for one in faults(query, world)):
                    says = f"« {ident} » n’est rien de knowledge/"
                    remedy = "y mettre un de ses ids, ou @ devant"
                    yield Problem(block.file, block.line, block.intent, says, remedy)


class Unreadable(ValueError):
    """A file that names intents or topics does not read; its text is the path."""


def _names(path: Path, key: str = "") -> frozenset[str]:
    """The names listed under a key of a file, or the ids of its entries."""
    try:
        listed: Any = yaml.safe_load(path.read_text("utf-8"))
        items = listed[key] if key else [entry["id"] for entry in listed]
        return frozenset(next(iter(i)) if isinstance(i, dict) else str(i) for i in items)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError) as problem:
        raise Unreadable(path.name) from problem


def _marks(found: Sequence[Example], known: Known) -> Iterator[Problem]:
    """Marks that do not exist, do not belong there, or are missing."""
    for block, _ in groupby(found, key=lambda example: example.block):
        meaning = _meaning(block) if block.intent in known.intents else ()
        for says, remedy in (*_unknown(block, known), *meaning):
            yield Problem(block.file, block.line, block.intent, says, remedy)


def _unknown(block: Block, known: Known) -> Iterator[tuple[str, str]]:
    """Intents, registers, personas and topics that do not exist."""
    if block.intent not in known.intents:
        yield "intention inconnue", "en choisir une de domain.yml"
    if block.register not in REGISTERS:
        yield f"registre inconnu « {block.register} »", f"en choisir un : {', '.join(REGISTERS)}"
    if not block.persona:
        yield "persona est vide", "y écrire qui a écrit ces exemples"
    for topic in block.topics:
        if topic not in known.topics:
            yield f"sujet inconnu « {topic} »", "en choisir un de knowledge/topics.yml"


def _meaning(block: Block) -> Iterator[tuple[str, str]]:
    """Whether its query says what its examples mean, or its intent alone and their topics."""
    if block.intent in DERIVED:
        if block.query:
            yield "cette intention dit déjà la requête", "ôter query"
        if block.intent in TOPICAL and not block.topics:
            yield "il manque un sujet", "ajouter topics: [sujet, …]"
        if block.topics and block.intent not in TOPICAL:
            yield "cette intention n’a pas de sujet", "ôter topics"
    elif not block.query:
        yield (
            "il manque ce que ces exemples veulent dire",
            'ajouter query: "…" ; voir docs/corpus.md',
        )
    elif block.topics:
        yield "la requête dit déjà les sujets", "ôter topics"


def _texts(found: Sequence[Example]) -> Iterator[Problem]:
    """Texts that are empty, too long, or marked by hand."""
    for example in found:
        if not example.text:
            yield _at(example, "la ligne est vide", "l’ôter")
        elif len(example.text) > LONGEST:
            says = f"l’exemple a {len(example.text)} caractères"
            yield _at(example, says, f"le ramener à {LONGEST}")
        elif "](" in example.text or "]{" in example.text:
            remedy = "les noms viennent de knowledge/ : ôter les crochets"
            yield _at(example, "une entité est marquée à la main", remedy)


def _twice(found: Sequence[Example]) -> Iterator[Problem]:
    """Texts that stand there before, accents, capitals and punctuation aside."""
    for group in same(plain(example.text) for example in found):
        first = found[group[0]]
        for position in group[1:] if first.text else ():
            again = found[position]
            if again.block.intent == first.block.intent:
                yield _at(again, f"« {again.text} » est déjà là ({first.place})", "l’ôter")
            else:
                says = f"« {again.text} » est aussi {first.block.intent} ({first.place})"
                yield _at(again, says, "garder la bonne intention, ôter l’autre")


def _conflicts(found: Sequence[Example]) -> Iterator[Problem]:
    """Texts nearly the same under two intents, unless what they ask differs ("qui", "quoi")."""
    texts = [plain(example.text) for example in found]
    for i, j in near(texts, texts, NEARLY):
        one, other = found[min(i, j)], found[max(i, j)]
        if i >= j or texts[i] == texts[j] or one.block.intent == other.block.intent:
            continue
        if _asked(texts[i]) == _asked(texts[j]):
            says = f"« {other.text} » est presque un exemple de {one.block.intent}"
            remedy = "donner aux deux la même intention, ou les écarter l’un de l’autre"
            yield _at(other, f"{says} ({one.place})", remedy)


def _asked(text: str) -> frozenset[str]:
    return _ASKING.intersection(text.split())


def _at(example: Example, says: str, remedy: str) -> Problem:
    return Problem(example.block.file, example.line, example.block.intent, says, remedy)
