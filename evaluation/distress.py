"""How distress is heard: `python -m evaluation.distress` prints the tables of README.md.

Each author of data/distress is held out in turn, and with them some authors of data/corpus: a
judge that was taught by all the others reads what these wrote. Messages that the rules were
written with, and those written in view of another author's misses, are taught from but not
measured; nor are those of an author who saw another's taught when either of the two is held out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from vigie.distress.asked import Asked
from vigie.distress.call import LANGUAGES, WRITERS, Call
from vigie.distress.corpus import Message, messages, talks
from vigie.distress.cues import Cues
from vigie.distress.heard import Heard
from vigie.distress.judge import SURE, Judge, given
from vigie.distress.learn import teach
from vigie.distress.model import Model
from vigie.distress.rules import ENOUGH, Rules
from vigie.distress.taught import told
from vigie.nlu.corpus import calls
from vigie.nlu.corpus import read as read_corpus
from vigie.nlu.examples import examples

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "data" / "distress"
MEASURED = ("a1", "a2", "a3", "a4", "a5", "a6")
"""Authors who did not see the code."""
SAW = (("v1", "a1"), ("v1", "a3"), ("a5", "a1"), ("a6", "a2"))
"""Who wrote in view of something of whom: one is not taught when the other is held out."""
RESULTS = ROOT / "evaluation" / "results" / "distress.json"
DISTRESS = ("distress_self", "distress_other")


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


EASY = tuple(
    "easy greeting thanks salutation bye ok agence loi law rapport report comité stats visa "
    "dol hhs fbi cbp".split()
)
"""How the kinds of ordinary messages begin, that their authors gave them; the others are, or may
be, look-alikes."""
AWAY = ("crowd1", "crowd2")
"""Personas of data/nlu of whom nothing is taught when the first author is held out."""


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
        judge._described(heard, verdict, model),
    )


def share(some: Iterable[bool]) -> str:
    """A share in per cent, with the count."""
    known = list(some)
    return f"{100 * sum(known) / len(known):.1f} % of {len(known)}" if known else "–"


def table(head: str, rows: Iterable[tuple[str, Callable[[Read], bool]]], read: list[Read]) -> str:
    """Recall and false alarms, of the judge and of the rules alone, a row a group."""
    lines = [f"| {head} | calls heard | false alarms | rules alone: heard | false alarms |"]
    lines.append("| --- | --- | --- | --- | --- |")
    for name, member in rows:
        cries = [r for r in read if r.message.labels.call and member(r)]
        calm = [r for r in read if not r.message.labels.call and member(r)]
        cells = (
            share(r.heard for r in cries),
            share(r.heard for r in calm),
            share(r.by_rules for r in cries),
            share(r.by_rules for r in calm),
        )
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def report(found: Outcome) -> str:
    """All tables."""
    read = found.read
    by_language = [
        (code, lambda r, code=code: r.message.labels.language == code) for code in LANGUAGES
    ]
    by_writer = [(who, lambda r, who=who: r.message.labels.writer == who) for who in WRITERS]
    by_author = [(who, lambda r, who=who: r.message.author == who) for who in MEASURED]
    first = (
        "victim, or now",
        lambda r: r.message.labels.writer == "victim" or r.message.labels.when == "now",
    )
    calm = [
        ("ordinary", lambda r: not r.message.labels.call and r.easy),
        ("look-alikes", lambda r: not r.message.labels.call and not r.easy),
    ]
    cries = [r for r in read if r.message.labels.call]
    known = [r for r in cries if r.message.labels.writer != "unclear"]
    marks = [
        (
            "for another",
            share(r.call.other == (r.message.labels.writer != "victim") for r in known),
        ),
        ("who writes, of four", share(r.call.writer == r.message.labels.writer for r in known)),
        (
            "about a minor",
            share(r.call.minor == (r.message.labels.about == "minor") for r in cries),
        ),
        (
            "abroad",
            share(
                (r.call.where == "abroad") == (r.message.labels.where == "abroad") for r in cries
            ),
        ),
        ("now", share(r.call.immediate == (r.message.labels.when == "now") for r in cries)),
        ("language", share(r.call.language == r.message.labels.language for r in read)),
    ]
    asked = [heard for call, heard, _ in found.questions if not call]
    cried = [heard for call, heard, _ in found.questions if call]
    return "\n\n".join(
        (
            table("Language", [*by_language, ("all", lambda r: True)], read),
            table("Who writes", [*by_writer, first], read),
            table("Author held out", by_author, read),
            table("What was written", calm, read),
            f"Questions by held-out personas of data/nlu: {share(found.personas)} heard as calls.\n"
            f"Questions by held-out authors of data/corpus: {share(asked)} heard as calls; calls "
            f"there: {share(cried)} heard.",
            "| Mark | right |\n| --- | --- |\n" + "\n".join(f"| {n} | {s} |" for n, s in marks),
        )
    )


def main() -> None:
    """Print the tables; with --misses, what was missed and what was a false alarm, worst first."""
    found = held_out()
    print(report(found))
    read = found.read
    if "--misses" in sys.argv:
        wrong = [r for r in read if r.heard != r.message.labels.call]
        for one in sorted(wrong, key=lambda r: -abs(r.likely - SURE)):
            kind = "missed" if one.message.labels.call else "alarm"
            print(f"{kind} {one.likely:.2f} {one.message.author} {one.message.text}")
    RESULTS.write_text(
        json.dumps([[r.message.author, r.message.labels.call, round(r.likely, 3)] for r in read]),
        "utf-8",
    )


if __name__ == "__main__":
    main()
