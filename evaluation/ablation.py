"""What each closed class of the reading brings: `python -m evaluation.ablation`.

The turns of evaluation/conversations, and of the last strangers (evaluation/unseen, reacting), of
which nothing is learned, are each read after what was *meant* before it, with the whole table of
vigie/answers/reading/operators.yml and without each of its classes, then without each rule of what
small words say more closely (vigie/answers/reading/finer) and without them all; of both, the share
read right, in per cent, goes to results/operators.json. What only words a reply (« toujours ») is
not in it.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from unittest import mock

from evaluation.conversations import FOLDER, talks_of
from evaluation.less import gone, names, reads_anew
from evaluation.material import RESULTS, ROOT
from evaluation.same import right
from vigie.answers.decide import after
from vigie.answers.phrases import load_phrases
from vigie.answers.query.model import FACTS, Query
from vigie.answers.question import Focus, Question, read_question
from vigie.answers.reading import understand as reading
from vigie.answers.reading.understand import Understood
from vigie.answers.render.answer import answer
from vigie.answers.view import Tables, View
from vigie.knowledge.load import load
from vigie.project import Project
from vigie.training import manifest

STRANGERS = ("unseen/u20*.txt", "unseen/u21*.txt", "reacting/*.txt")
"""Files of the last strangers, in this folder."""
Talk = Sequence[tuple[Question, Query]]


@dataclass(frozen=True)
class Turn:
    """A question of fact with its gold, what was meant before it, and its readings before their
    small words were looked at."""

    question: Question
    gold: Query
    focus: Focus
    found: Understood


@dataclass
class Held:
    """What the processes share: they are forked once it is filled."""

    view: View
    sets: dict[str, list[Turn]]


HELD: list[Held] = []


def turns_of(talks: Sequence[Talk], view: View) -> list[Turn]:
    """The questions of fact of some conversations."""
    turns = []
    for talk in talks:
        focus = Focus()
        for question, gold in talk:
            if gold.act not in FACTS:
                continue
            found = reading._understood(question, view.world, focus)
            turns.append(Turn(question, gold, focus, found))
            reply = answer(gold, View(view.tables, view.phrases, focus))
            focus = after(gold, reply, focus) if reply else focus
    return turns


def share(turns: Sequence[Turn], view: View) -> float:
    """How many of these are read right, in per cent."""
    holds = []
    for one in turns:
        found = reading.understand(one.question, view.world, one.focus).readings
        holds.append(bool(found) and right(found[0].query, one.gold, view))
    return round(100 * sum(holds) / len(holds), 2)


def _measured(name: str) -> Mapping[str, float]:
    """What one of the names gives, by set."""
    held = HELD[0]
    with gone(name) as patched:
        if not reads_anew(name):  # what was read before is as it was
            known = {id(one.question): one.found for some in held.sets.values() for one in some}
            patched.enter_context(
                mock.patch.object(
                    reading, "_understood", side_effect=lambda question, *_: known[id(question)]
                )
            )
        return {of: share(turns, held.view) for of, turns in held.sets.items()}


def parsed(agent: Any, files: Sequence[Path]) -> list[Talk]:
    """The turns of some files that ask one thing, as the understanding hands them over."""
    loop = asyncio.new_event_loop()
    talks: list[Talk] = []
    for talk in talks_of(files):
        turns = []
        for message in talk:
            for segment in message.segments:
                told = loop.run_until_complete(agent.parse_message(segment.text))
                turns.append((read_question(dict(told, text=segment.text)), segment.query))
        talks.append(turns)
    loop.close()
    return talks


def main() -> None:
    """Measure, print and write each as it is known."""
    from rasa.core.agent import Agent

    agent = Agent.load(str(manifest.current(Project.here())))
    view = View(Tables(load(ROOT / "knowledge")), load_phrases(ROOT / "domain.yml"))
    strangers = [path for name in STRANGERS for path in (ROOT / "evaluation").glob(name)]
    files = {"conversations": sorted(FOLDER.glob("*.txt")), "strangers": sorted(strangers)}
    HELD.append(Held(view, {of: turns_of(parsed(agent, some), view) for of, some in files.items()}))
    found: dict[str, Mapping[str, float]] = {}
    with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
        pending = {name: pool.submit(_measured, name) for name in names()}
        for name, one in pending.items():
            found[name] = one.result()
            print(name, found[name], flush=True)
            (RESULTS / "operators.json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
