"""What the encoder learns from and is tried on: the masked texts of the examples with their
forms and topics, as the light readers of vigie/nlu learn them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Optional

import numpy as np
from rasa.shared.nlu.training_data.message import Message

from evaluation.authors import Material
from vigie.nlu.components.base import PARSED, meta, topics_of
from vigie.nlu.components.forms import labelled
from vigie.nlu.encoder.base import Floats
from vigie.nlu.encoder.reader import Labels
from vigie.nlu.encoder.text import MOST, shown
from vigie.nlu.encoder.tokens import Tokenizer
from vigie.nlu.examples import TOPICAL
from vigie.nlu.taught import CONTEXT

FEWEST = 8
"""Examples that a form needs to be learned; a rarer one is the light reader's alone."""


@dataclass(frozen=True)
class Lesson:
    """Texts as pieces, and what each is: its form and its topics. None stands for what is not known
    of a text."""

    texts: tuple[tuple[int, ...], ...]
    forms: tuple[Optional[str], ...]
    topics: tuple[Optional[tuple[str, ...]], ...]

    @property
    def labels(self) -> Labels:
        """All that is told apart."""
        return Labels(
            tuple(sorted({one for one in self.forms if one})),
            tuple(sorted({topic for some in self.topics for topic in some or ()})),
        )

    def rows(self, labels: Labels) -> Floats:
        """What each text is, as `evaluation.encoder.learn` takes it."""
        found = np.full((len(self.texts), len(labels.all)), -1, np.float32)
        first = len(labels.forms)
        for row, form, topics in zip(found, self.forms, self.topics):
            if form:
                row[:first] = np.isin(labels.forms, form)
            if topics is not None:
                row[first:] = np.isin(labels.topics, topics)
        return found


def lesson(made: Material, authors: Iterable[str], cut: Tokenizer) -> Lesson:
    """The examples of data/nlu, and those of these authors; a rare form is the light reader's
    alone."""
    wanted = set(authors)
    chosen = [m for m, (author, _, _) in zip(made.taught, made.segments) if author in wanted]
    every = [*made.base.training_examples, *chosen]
    forms = {id(message): form for message, form in labelled(every)}
    count = Counter(forms.values())
    kept = [m for m in every if m.get("text") and m.get(PARSED) is not None]
    return Lesson(
        tuple(tuple(cut.ids(shown(m.get(PARSED)), MOST)) for m in kept),
        tuple(form if count[form := forms.get(id(m), "")] >= FEWEST else None for m in kept),
        tuple(_topics(m) for m in kept),
    )


def _topics(message: Message) -> Optional[tuple[str, ...]]:
    """As vigie/nlu/components/topics.py learns them."""
    topics = topics_of(message)
    if meta(message).get(CONTEXT, "new") != "new":
        return None
    return topics if topics or message.get("intent") not in TOPICAL else None
