"""The names in the knowledge as tables of words, and back to forms for the matcher."""

from __future__ import annotations

from typing import Any, Iterable, Iterator, Mapping

from vigie.knowledge.model.entry import Name
from vigie.knowledge.model.knowledge import Entity, Knowledge
from vigie.nlu.mentions import Form, form

TOPIC = "topic"
SUBJECT = "subject"
_KINDS = ("agencies", "bodies", "committees", "reports", "programmes", "laws", "contexts")
_SINGULAR = ("agency", "body", "committee", "report", "programme", "law", "context")
_HEADS = ("département", "ministère")
"""People use one for the other; both are accepted for an agency that has one of them."""


def tables(knowledge: Knowledge) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Pairs of a table's name and its elements. What an entity does is not among them: rewording it
    teaches nothing, and so needs no training."""
    for plural, kind in zip(_KINDS, _SINGULAR):
        for entity in getattr(knowledge, plural):
            yield f"{kind}/{entity.id}/full", tuple(dict.fromkeys(_full(entity)))
            if entity.name.bare:
                yield f"{kind}/{entity.id}/bare", entity.name.bare
    if knowledge.source.outside:
        outside = (form for name in knowledge.source.outside for form in (name, *_headed(name)))
        yield "outsider/other/full", tuple(dict.fromkeys(outside))
    subject = knowledge.source.subject
    if subject:
        yield f"{SUBJECT}/{subject.article} {subject.name}", subject.also
    for topic in knowledge.topics:
        yield f"{TOPIC}/{topic.id}", (topic.label, *topic.ways)


def _full(entity: Entity) -> Iterator[str]:
    name: Name = entity.name
    for text in (name.fr, name.en, name.acronym, *name.also):
        if text:
            yield text
    yield from _headed(name.fr)


def _headed(name: str) -> Iterator[str]:
    """ "Département de X" as a ministry, as American, as federal."""
    for head in _HEADS:
        if name.startswith(f"{head} "):
            rest = name.removeprefix(head)
            for other in _HEADS:
                for middle in ("", " américain", " fédéral"):
                    yield f"{other}{middle}{rest}"
                yield f"{other}{rest} américain"


def forms(lookup_tables: Iterable[Mapping[str, Any]]) -> list[Form]:
    """The forms that the tables describe; names shared by several entities keep all ids."""
    shared: dict[tuple[tuple[str, ...], str, str], list[str]] = {}
    for table in lookup_tables:
        kind, _, rest = str(table["name"]).partition("/")
        if kind == TOPIC or "/" not in rest:
            continue
        entity_id, strength = rest.split("/")
        for element in table["elements"]:
            words = form(element, (), kind).words
            if words:
                ids = shared.setdefault((words, kind, strength), [])
                if entity_id not in ids:
                    ids.append(entity_id)
    return [
        Form(words, tuple(ids), kind, strength) for (words, kind, strength), ids in shared.items()
    ]


def subject(lookup_tables: Iterable[Mapping[str, Any]]) -> tuple[str, tuple[str, ...]]:
    """What the whole document is about, with its article, and what people call it too."""
    for table in lookup_tables:
        kind, _, name = str(table["name"]).partition("/")
        if kind == SUBJECT:
            return name, tuple(map(str, table["elements"]))
    return "", ()


def ways(lookup_tables: Iterable[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """Pairs of a topic and one way of naming it."""
    return [
        (str(table["name"]).partition("/")[2], element)
        for table in lookup_tables
        if str(table["name"]).startswith(f"{TOPIC}/")
        for element in table["elements"]
    ]
