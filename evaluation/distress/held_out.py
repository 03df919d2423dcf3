"""What judges say of the messages of authors whom they had not met."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from vigie.distress.asked import Asked
from vigie.distress.call import Call
from vigie.distress.corpus import Message, messages, talks
from vigie.distress.cues import Cues
from vigie.distress.heard import Heard
from vigie.distress.judge import Judge
from vigie.distress.learn import teach
from vigie.distress.model import Model
from vigie.distress.rules import ENOUGH, Rules
from vigie.distress.taught import told
from vigie.distress.weigh import given
from vigie.nlu.corpus import calls
from vigie.nlu.corpus import read as read_corpus
from vigie.nlu.examples import examples

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "data" / "distress"
MEASURED = ("a1", "a2", "a3", "a4", "a5", "a6")
"""Authors who did not see the code."""
SAW = (("v1", "a1"), ("v1", "a3"), ("a5", "a1"), ("a6", "a2"))
"""Who wrote in view of something of whom: one is not taught when the other is held out."""
DISTRESS = ("distress_self", "distress_other")
EASY = tuple(
    "easy greeting thanks salutation bye ok agence loi law rapport report comité stats visa "
    "dol hhs fbi cbp".split()
)
"""How the kinds of ordinary messages begin, that their authors gave them; the others are, or may
be, look-alikes."""
AWAY = ("crowd1", "crowd2")
"""Personas of data/nlu of whom nothing is taught when the first author is held out."""


@dataclass(frozen=True)
class Read:
    """A message, and what a judge that had not met its author says of it."""

    message: Message
    likely: float
    heard: bool
    """Whether it is taken for a call for help."""
    by_rules: bool
    call: Call

    @property
    def easy(self) -> bool:
        """Whether it is an ordinary message, by its author's own mark."""
        kind = self.message.labels.kind
        return kind.startswith(EASY)


@dataclass
class Outcome:
    """What was measured."""

    read: list[Read] = field(default_factory=list)
    """Every message of the measured authors."""
    personas: list[bool] = field(default_factory=list)
    """Whether each question of `AWAY` is heard as a call."""
    questions: list[tuple[bool, bool, str]] = field(default_factory=list)
    """Of each message of data/corpus: whether it is a call, whether it is heard, the text."""


class _Remembering(Rules):
    """Rules that weigh each text once: every author but one is taught again and again."""

    def __init__(self, cues: Cues) -> None:
        super().__init__(cues)
        self.judge = cache(super().judge)  # type: ignore[method-assign]


def held_out() -> Outcome:
    """All of it, with the authors held out in turn."""
    rules, asked = _Remembering(Cues()), Asked()
    single = messages(CORPUS)
    every = [*single, *told(talks(CORPUS))]
    written = examples(ROOT / "data")
    corpus = list(read_corpus(ROOT / "data")[0].messages)
    authors = sorted({m.author for m in corpus})
    found = Outcome()
    for fold, author in enumerate(MEASURED):
        away = {author, *(one for pair in SAW if author in pair for one in pair)}
        asking = set(authors[fold :: len(MEASURED)])
        model = teach(
            rules,
            [
                (e.text, e.block.intent in DISTRESS)
                for e in written
                if fold or e.block.persona not in AWAY
            ],
            [m for m in every if m.author not in away],
            [(m.text, calls(m)) for m in corpus if m.author not in asking],
        )
        judge = Judge(rules, asked, model)
        if fold == 0:
            found.personas = [
                judge.call(e.text) is not None
                for e in written
                if e.block.persona in AWAY and e.block.intent not in DISTRESS
            ]
        found.questions += [
            (calls(m), judge.call(m.text) is not None, m.text) for m in corpus if m.author in asking
        ]
        found.read += [_read(judge, model, m) for m in single if m.author == author]
    return found


def _read(judge: Judge, model: Model, one: Message) -> Read:
    heard = Heard(one.text)
    verdict = judge.rules.weigh(heard)
    return Read(
        one,
        model.likely(heard.forms, given(verdict)),
        judge.call(one.text) is not None,
        verdict.score >= ENOUGH,
        judge._described(heard, verdict, model, {}),
    )
