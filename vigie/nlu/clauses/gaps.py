"""Features of each place at which a message may be cut."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional

from vigie.knowledge.sound import sound
from vigie.nlu.clauses.outline import LINKS, Outline
from vigie.nlu.clauses.structure import Structure

NEAR = 4
"""Words after a place in which a question word is near."""


def places(message: Outline) -> list[int]:
    """The tokens before which a message may be cut."""
    return [place for place in range(1, len(message.words)) if place not in message.whole]


def features(message: Outline, place: int, structure: Optional[Structure] = None) -> list[str]:
    """Those of one place; with `structure`, also what stands in no word."""
    found = [*_words(message, place), *_around(message, place)]
    if structure is not None:
        found += _kinds(message, structure, place)
        found += _arcs(message, structure, place)
        found += _verbs(message, structure, place)
    return found


def _words(message: Outline, place: int) -> Iterator[str]:
    """The words beside the place, and the mark in it."""
    mark = f"p:{message.marks[place]}"
    here, following = message.word(place), message.word(place + 1)
    last = message.tails[place - 1]
    before = message.tails[place - 2] if place > 1 else message.word(-1)
    yield mark
    yield f"r:{here}"
    yield f"s:{here if here[0] == '<' else sound(here)}"
    yield f"r2:{following}"
    yield f"rr:{here} {following}"
    yield f"rrr:{here} {following} {message.word(place + 2)}"
    yield f"l:{last}"
    yield f"ll:{before} {last}"
    yield f"lr:{last} {here}"
    yield f"{mark} r:{here}"
    yield f"{mark} rr:{here} {following}"
    yield f"{mark} capital:{message.capital[place]}"


def _around(message: Outline, place: int) -> Iterator[str]:
    """What the stretches on both sides hold: question words and marks, names, the writer."""
    mark, here, end = f"p:{message.marks[place]}", message.word(place), len(message.words)
    left, right = _sides(message, place)
    before, after = message.has("asking", *left), message.has("asking", *right)
    ever, to_come = message.has("asking", 0, place), message.has("asking", place, end)
    marked = f"?{message.has('?', 0, place)}{message.has('?', place, end)}"
    yield f"asks{before}{after}"
    yield f"{mark} asks{before}{after}"
    yield f"near{message.has('asking', place, min(place + NEAR, end))}"
    yield f"ever{ever}{to_come}"
    yield marked
    yield f"{mark} {marked} {ever}{after}"
    yield f"{here in LINKS} {ever}{after}"
    if here in LINKS:
        yield f"{here} {message.word(place + 1)} {ever}{after}"
    names = min(message.count("name", 0, place), 2), min(message.count("name", place, end), 2)
    yield f"names{names[0]}{names[1]}"
    yield f"writer{message.has('writer', *left)}{message.has('writer', *right)}"
    yield from _sizes(message, place)


def _sizes(message: Outline, place: int) -> Iterator[str]:
    left, right = (min(b - a, 8) for a, b in _sides(message, place))
    yield f"from{min(place, 12)}"
    yield f"to{min(len(message.words) - place, 12)}"
    yield f"length{min(len(message.words) // 6, 8)}"
    yield f"left{left}"
    yield f"right{right}"
    yield f"p:{message.marks[place]} {left} {right}"


def _sides(message: Outline, place: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The stretches to the nearest mark, before and after a place."""
    return (message.runs[place - 1][0], place), (place, message.runs[place][1])


def _kinds(message: Outline, structure: Structure, place: int) -> Iterator[str]:
    """Parts of speech and dependencies beside the place."""
    at = structure.at[place]
    here, last = structure.words[at], structure.words[at - 1] if at else None
    following = structure.words[at + 1] if at + 1 < len(structure.words) else None
    before = last.pos if last else ""
    after = following.pos if following else ""
    yield f"P:{here.pos}"
    yield f"PL:{before}"
    yield f"PP:{before} {here.pos}"
    yield f"PR:{here.pos} {after}"
    yield f"PPP:{before} {here.pos} {after}"
    yield f"D:{here.dep}"
    yield f"DL:{last.dep if last else ''}"
    yield f"opens{here.opens}"
    yield f"p:{message.marks[place]} opens{here.opens}"


def _arcs(message: Outline, structure: Structure, place: int) -> Iterator[str]:
    """The dependencies that cross the place: a clause that another one needs is not cut off."""
    at, mark = structure.at[place], f"p:{message.marks[place]}"
    crossing = [
        (word, n >= at)
        for n, word in enumerate(structure.words)
        if word.pos != "PUNCT" and (n < at) != (word.head < at)
    ]
    yield f"cross{min(len(crossing), 3)}"
    if not crossing:
        yield f"{mark} apart"
    for word, follows in crossing:
        side = "X" if follows else "Y"
        yield f"{side}:{word.dep}"
        yield f"{mark} {side}:{word.dep}"
        if follows:
            yield f"XP:{word.dep} {word.pos} {structure.words[word.head].pos}"
            if word.finite:
                yield f"XF:{word.dep}"


def _verbs(message: Outline, structure: Structure, place: int) -> Iterator[str]:
    """Verbs with a person on both sides, and the first one after the place with its subject."""
    mark, words = f"p:{message.marks[place]}", structure.words
    left, right = (structure.of(a, b) for a, b in _sides(message, place))
    count = [min(sum(words[n].finite for n in side), 2) for side in (left, right)]
    asks = [message.has("asking", *side) for side in _sides(message, place)]
    yield f"verbs{count[0]}{count[1]}"
    yield f"{mark} verbs{count[0]}{count[1]}"
    yield f"verbs{count[0]}{count[1]} {asks[0]}{asks[1]}"
    verb = next((n for n in right if words[n].finite), None)
    if verb is None:
        return
    subjects = [n for n in structure.kin(verb) if words[n].subject]
    subject = "none"
    if subjects:
        first = words[subjects[0]]
        alone = first.text if first.pos == "PRON" else first.pos
        subject = alone if subjects[0] >= right.start else "before"
        if subjects[0] > verb:
            yield "inverted"
    yield f"subject:{subject}"
    yield f"{mark} subject:{subject} {words[right.start].pos}"
    yield f"V:{words[verb].text}"
    yield f"VD:{words[verb].dep}"
    yield f"VF:{words[verb].form}"
