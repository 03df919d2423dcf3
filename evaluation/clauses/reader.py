"""What the product reads in the parts of a message that was cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Optional

from evaluation.authors import Material
from evaluation.clauses.cases import Case
from vigie.answers.decide import after
from vigie.answers.parts import parts_of
from vigie.answers.query.model import Query
from vigie.answers.question import Focus, read_question
from vigie.answers.reading.understand import understand
from vigie.answers.render.answer import answer
from vigie.answers.view import View
from vigie.nlu.forms import Head, with_forms
from vigie.nlu.frame import frame
from vigie.nlu.take_apart import clause
from vigie.nlu.topics import with_topics


class Reader:
    """Reads the parts of a message in their order, as `vigie.answers.asked` does, sure or not."""

    def __init__(self, made: Material, heads: Head) -> None:
        self._made, self._heads = made, heads
        self._known: dict[Any, list[Optional[Query]]] = {}

    def read(self, case: Case, asked: Sequence[tuple[int, int]]) -> list[Optional[Query]]:
        """The queries."""
        key = (case.message.place, case.message.text, tuple(asked))
        if key not in self._known:
            self._known[key] = list(self._read(case, asked))
        return self._known[key]

    def _read(self, case: Case, asked: Sequence[tuple[int, int]]) -> Iterator[Optional[Query]]:
        parts = tuple(clause(case.parsed, *stretch) for stretch in asked[:4])
        parsed = replace(case.parsed, clauses=parts)
        topics = self._made.ours.topics
        assert topics._head is not None
        parsed = with_forms(with_topics(parsed, topics._head, topics._speller), self._heads)
        question = read_question({"text": parsed.text, "frame": frame(parsed)})
        view, focus = self._made.view, Focus()
        for part in parts_of(question, view):
            here = View(view.tables, view.phrases, focus)
            readings = understand(part, view.world, focus).readings
            query = readings[0].query if readings else None
            reply = answer(query, here) if query else None
            focus = after(query, reply, focus) if query and reply else focus
            yield query
