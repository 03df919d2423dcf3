"""Statements that people want checked, and questions, with what the document makes of them: one a
line.

    part | le rapport paraît chaque année, au mois de juin | au mois de juin
    part | et il forme les douaniers ? | les douaniers | que fait le DHS ? => describe dhs

`whole`: the document says all of it. `part`: something in it is not said there, copied after it,
several stretches parted by " ; ". `wrong`: the document says otherwise. `silent`: it says nothing
of it. What was asked just before may stand at the end, and the query that it means.
data/statements/ is what the reader of them is taught; the files here are of other authors, whom
nothing was taught.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.material import ROOT

TAUGHT = ROOT / "data" / "statements"
HELD_OUT = ROOT / "evaluation" / "statements"
MARKS = ("whole", "part", "wrong", "silent")
OFF = ("part", "wrong")
"""Marks of what has words that are not said."""
_BETWEEN = re.compile(r"\s+;\s+")
_MEANS = " => "


@dataclass(frozen=True)
class Statement:
    """What somebody states, or asks."""

    author: str
    mark: str
    text: str
    off: tuple[str, ...] = ()
    """Its words that the document does not say, or contradicts."""
    after: str = ""
    """The question that was asked just before."""
    means: str = ""
    """The query that this one means."""

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where these begin and end in `text`, which is the statement as it is read."""
        low = _alike(text)
        found = ((low.find(_alike(one)), len(one)) for one in self.off)
        return [(start, start + size) for start, size in found if start >= 0]


def read(folder: Path) -> Iterator[Statement]:
    """All statements of a folder.

    Raises:
        ValueError: a line is none; the text names file and line.
    """
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line and not line.startswith("#"):
                yield _statement(path.stem, line, f"{path.name}, line {number}")


def _statement(author: str, line: str, place: str) -> Statement:
    mark, *rest = (part.strip() for part in line.split("|"))
    if mark not in MARKS or len(rest) not in (2, 3):
        raise ValueError(f"{place}: « {line} » is not « mark | statement | words »")
    text, off = rest[:2]
    after, means = _before(rest[2:], place)
    stretches = tuple(one.strip(' «»"') for one in _BETWEEN.split(off) if one)
    found = Statement(author, mark, text, stretches, after, means)
    if bool(stretches) != (mark in OFF):
        raise ValueError(
            f"{place}: words stand at the end of what is {' or '.join(OFF)}, and there alone"
        )
    if len(found.places(text)) != len(stretches):
        raise ValueError(f"{place}: « {off} » is not copied from « {text} »")
    return found


def _before(rest: Sequence[str], place: str) -> tuple[str, str]:
    """What was asked before, and what that means."""
    said = rest[0] if rest else ""
    after, _, means = (part.strip() for part in said.partition(_MEANS))
    if bool(after) != bool(means):
        raise ValueError(f"{place}: « {said} » is not « question => query »")
    return after, means


def _alike(text: str) -> str:
    return text.lower().replace("’", "'")
