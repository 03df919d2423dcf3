"""The messages that are cut: each as its author cut it."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation.material import ROOT
from vigie.answers.query.model import Query
from vigie.nlu import corpus
from vigie.nlu.clauses.joined import joined
from vigie.nlu.clauses.outline import outline
from vigie.nlu.clauses.structure import Grammar, Structure
from vigie.nlu.clauses.taught import _row, _taught
from vigie.nlu.clauses.teaching import Taught
from vigie.nlu.names import NameMatcher
from vigie.nlu.parsed import Parsed
from vigie.nlu.take_apart import take_apart

LONG = 14
"""Words beyond which a message is long."""


@dataclass(frozen=True)
class Case:
    """A message of the corpus, parsed, as its author cut it."""

    message: corpus.Message
    parsed: Parsed
    taught: Taught
    structure: Structure

    @property
    def wanted(self) -> list[Query]:
        """The queries that it asks."""
        return [s.query for s in self.message.segments if s.query.act != "told"]

    @property
    def kind(self) -> str:
        """Under which it is counted."""
        asked, cut = len(self.wanted), len(self.message.segments)
        if cut == 1:
            return "one, long" if len(self.parsed.tokens) > LONG else "one, short"
        return "told and one" if asked == 1 else "two" if asked == 2 else "three or more"


def cases(names: NameMatcher, grammar: Grammar) -> tuple[list[Case], list[Case]]:
    """Every message that asks something on its own, and those that only teach."""
    found, problems = corpus.read(ROOT / "data")
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    every = [(one, True) for one in found.messages] + [(one, False) for one in joined(found)]
    parsed = [take_apart(one.text, names) for one, _ in every]
    structures = grammar.read_all((one.text, one.tokens) for one in parsed)
    made = [
        Case(
            one,
            p,
            _taught(_row(one, whole), p.tokens, outline(p.text, p.tokens, p.mentions)),
            s,
        )
        for (one, whole), p, s in zip(every, parsed, structures)
        if p.tokens
    ]
    return [one for one in made if one.taught.whole], [o for o in made if not o.taught.whole]
