"""What a small change of a question does to the reply (`python -m evaluation.behaviour`).

evaluation/behaviour.txt holds questions, each with what it means, and below each what is said of
the same question when one thing in it changes, by capability (after the checklists of Ribeiro and
others, 2020):

    = courtesy
    select agency does=investigation | Qui enquête ?
    same | Bonjour, qui enquête, s'il vous plaît ?
    select agency does!=investigation | Qui n'enquête pas ?

An invariance ("same") holds if the reply is word for word that of the question above it, or one
that is right; a direction holds if the reply is right. The table was written by somebody who saw
the facts and the language of queries alone; what failed was read after the first play.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.conversations import RIGHT, play
from evaluation.material import RESULTS, ROOT
from vigie.answers.message import render
from vigie.answers.phrases import load_phrases
from vigie.answers.query.line import read_all
from vigie.answers.view import Tables, View
from vigie.knowledge.load import load
from vigie.nlu.corpus import BESIDE, Message, Segment
from vigie.project import Project
from vigie.training import manifest

FILE = ROOT / "evaluation" / "behaviour.txt"
CAPABILITY, SAME, MARK = "= ", "same", " | "


@dataclass(frozen=True)
class Case:
    """A question, and what is said when one thing changes; a `steady` one means the same."""

    capability: str
    base: Message
    changed: Message
    steady: bool


@dataclass(frozen=True)
class Outcome:
    """Whether the base was answered rightly, and whether the changed question behaved."""

    case: Case
    base: bool
    holds: bool


def cases(path: Path = FILE) -> Iterator[Case]:
    """Every case of the table.

    Raises:
        ValueError: a line cannot be read; the text names file and line.
    """
    capability, base, gold = "", None, ""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        place = f"{path.name}:{number}"
        if line.startswith(CAPABILITY):
            capability, base = line[len(CAPABILITY) :].strip(), None
        elif not line.strip():
            base = None
        elif not line.startswith("#"):
            query, mark, text = line.partition(MARK)
            steady = query.strip() == SAME
            if not mark or not capability or (steady and base is None):
                raise ValueError(f"{place}: « QUERY | text », under a capability and a base")
            said = _message(gold if steady else query, text, place)
            if base is None:
                base, gold = said, query
            else:
                yield Case(capability, base, said, steady)


def _message(queries: str, text: str, place: str) -> Message:
    segments = tuple(map(Segment, text.split(BESIDE), read_all(queries)))
    return Message(segments, "new", "", "", place)


def outcomes(agent: Any, table: Sequence[Case], view: View) -> list[Outcome]:
    """All questions asked, each in a conversation of its own."""
    asked = {one.place: one for case in table for one in (case.base, case.changed)}
    turns = play(agent, [(one,) for one in asked.values()], view)
    said = dict(zip(asked, turns))
    found = []
    for case in table:
        before, after = said[case.base.place], said[case.changed.place]
        moved = render(before.reply).text != render(after.reply).text
        right = after.verdict == RIGHT
        holds = right or (case.steady and not moved)
        found.append(Outcome(case, before.verdict == RIGHT, holds))
    return found


def table_of(found: Sequence[Outcome]) -> dict[str, Any]:
    """By capability: how many cases there are, and how many hold, in per cent."""
    kinds: dict[str, list[Outcome]] = {"all": list(found)}
    for one in found:
        kinds.setdefault("invariances" if one.case.steady else "directions", []).append(one)
    for one in found:
        kinds.setdefault(one.case.capability, []).append(one)
    return {
        name: {"cases": len(some), "hold": round(100 * sum(o.holds for o in some) / len(some), 1)}
        for name, some in kinds.items()
    }


def main() -> None:
    """Print and write the table; with `--failures`, what does not hold, too."""
    from rasa.core.agent import Agent

    agent = Agent.load(str(manifest.current(Project.here())))
    view = View(Tables(load(ROOT / "knowledge")), load_phrases(ROOT / "domain.yml"))
    found = outcomes(agent, list(cases()), view)
    text = json.dumps(table_of(found), ensure_ascii=False, indent=1)
    (RESULTS / "behaviour.json").write_text(text + "\n", "utf-8")
    print(text)
    if "--failures" in sys.argv:
        for one in found:
            if not one.holds:
                print(f"{one.case.capability}: {one.case.base.text} → {one.case.changed.text}")


if __name__ == "__main__":
    main()
