"""What the encoder learns from and is tried on: the masked texts of the examples with their forms,
as the light reader of vigie/nlu/forms.py learns them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from evaluation.authors import Material
from vigie.nlu.components.base import PARSED
from vigie.nlu.components.forms import labelled
from vigie.nlu.encoder.text import MOST, shown
from vigie.nlu.encoder.tokens import Tokenizer

FEWEST = 8
"""Examples that a form needs to be learned; a rarer one is the light reader's alone."""


@dataclass(frozen=True)
class Lesson:
    """Texts as pieces, and their forms."""

    texts: tuple[tuple[int, ...], ...]
    forms: tuple[str, ...]

    def places(self, labels: Iterable[str]) -> list[int]:
        """The forms as places among `labels`."""
        place = {label: n for n, label in enumerate(labels)}
        return [place[form] for form in self.forms]


def lesson(made: Material, authors: Iterable[str], cut: Tokenizer) -> Lesson:
    """The examples of data/nlu, and those of these authors, where their form is frequent enough."""
    wanted = set(authors)
    chosen = [m for m, (author, _, _) in zip(made.taught, made.segments) if author in wanted]
    every = [*made.base.training_examples, *chosen]
    found = [(m, form) for m, form in labelled(every) if m.get("text")]
    count = Counter(form for _, form in found)
    kept = [(m.get(PARSED), form) for m, form in found if count[form] >= FEWEST]
    return Lesson(
        tuple(tuple(cut.ids(shown(parsed), MOST)) for parsed, _ in kept),
        tuple(form for _, form in kept),
    )
