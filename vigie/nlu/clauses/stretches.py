"""Features of a stretch of a message: whether it asks, or only tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Optional

from vigie.nlu.clauses.outline import Outline
from vigie.nlu.clauses.structure import Structure
from vigie.nlu.features import frame_features

Stretch = tuple[int, int]
"""First token, and the one after the last."""


def features(
    message: Outline,
    stretches: Sequence[Stretch],
    place: int,
    structure: Optional[Structure] = None,
) -> list[str]:
    """Those of the stretch at `place` among all of its message; with `structure`, also what
    stands in no word."""
    first, last = stretches[place]
    words = " ".join(message.words[first:last]).split()
    found = [f for f in frame_features(words) if not f.startswith("c:")]
    found += _place(message, stretches, place)
    found += (f"open:{' '.join(words[:n])}" for n in (1, 2))
    found.append(f"length{min(len(words) // 3, 6)}")
    if structure is not None:
        found += _structure(structure, structure.of(first, last))
    return found


def _place(message: Outline, stretches: Sequence[Stretch], place: int) -> Iterator[str]:
    """Where it stands, and who asks: itself, or something else in the message."""
    first, last = stretches[place]
    end = len(message.words)
    asking = message.has("asking", first, last)
    others = message.count("asking", 0, end) > message.count("asking", first, last)
    marked = message.has("?", first, last)
    elsewhere = message.count("?", 0, end) > message.count("?", first, last)
    where = "first" if place == 0 else "last" if place == len(stretches) - 1 else "amid"
    yield f"at:{where if len(stretches) > 1 else 'alone'}"
    yield f"asks{asking}{others}"
    yield f"?{marked}{elsewhere}"
    yield f"?{marked}{elsewhere} {asking}{others}"
    yield f"names{min(message.count('name', first, last), 2)}"


def _structure(structure: Structure, inside: range) -> Iterator[str]:
    words = structure.words
    roots = [n for n in inside if words[n].dep == "ROOT" or words[n].head not in inside]
    for root in roots[:3]:
        yield f"R:{words[root].text}"
        yield f"RP:{words[root].pos} {words[root].dep}"
        yield from (f"RF:{part}" for part in words[root].form.split("|"))
        for n in structure.kin(root):
            yield f"RK:{words[n].dep}"
            if words[n].subject:
                subject = words[n].text if words[n].pos == "PRON" else words[n].pos
                yield f"RS:{subject} {n > root}"
    verbs = [n for n in inside if words[n].finite]
    yield f"verbs{min(len(verbs), 3)}"
    yield from (f"VF:{part}" for n in verbs[:1] for part in words[n].form.split("|"))
    yield from (f"PP:{words[n].pos} {words[n + 1].pos}" for n in inside[:-1])
    for n in inside:
        if words[n].subject and words[n].pos == "PRON":
            yield f"S:{words[n].text}"
        if "Mood=Imp" in words[n].form or "PronType=Int" in words[n].form:
            yield f"F:{words[n].form}"
