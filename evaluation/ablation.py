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
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

from evaluation.conversations import FOLDER, talks_of
from evaluation.material import RESULTS, ROOT
from evaluation.same import right
from vigie.answers.decide import after
from vigie.answers.phrases import load_phrases
from vigie.answers.query.model import FACTS, Query
from vigie.answers.question import Focus, Question, read_question
from vigie.answers.reading import finer
from vigie.answers.reading.table import Table, table
from vigie.answers.reading.understand import understand
from vigie.answers.render.answer import answer
from vigie.answers.view import Tables, View
from vigie.knowledge.load import load
from vigie.project import Project
from vigie.training import manifest

READING = "vigie.answers.reading"
STRANGERS = ("unseen/u20*.txt", "unseen/u21*.txt", "reacting/*.txt")
"""Files of the last strangers, in this folder."""
OF_THE_RULES = (
    "another",
    "another_alone",
    "idle",
    "in_time",
    "puts",
    "they",
    "who_else",
    "from_year",
)
"""Classes of which one rule alone makes use."""
Talk = Sequence[tuple[Question, Query]]


def readers() -> list[str]:
    """The modules that look into the table."""
    return [
        name
        for name, module in sys.modules.items()
        if name.startswith("vigie.") and getattr(module, "table", None) is table
    ]


def rules() -> list[str]:
    """What reads small words more closely, each a function of the package."""
    inside = f"{READING}.finer."
    return [
        name
        for name, one in vars(finer).items()
        if callable(one) and getattr(one, "__module__", "").startswith(inside)
    ]


def without(whole: Table) -> Iterator[tuple[str, Table]]:
    """The table less each of its classes that the reading uses. The sorts of vague questions are
    not of the reading: they choose what is asked back."""
    for name in whole.used_by:
        words = {word: named for word, named in whole.asking.items() if named != name}
        yield name, replace(whole, asking=words)
    yield "either", replace(whole, either=frozenset())
    yield "ages", replace(whole, ages={})
    yield "thousand", replace(whole, thousand=frozenset())
    yield "pronouns", replace(whole, genders={})
    yield "not_before", replace(whole, impersonal=frozenset())
    yield "numbers", replace(whole, numbers={})
    yield "places", replace(whole, places={})
    yield "firsts, lasts", replace(whole, firsts=frozenset(), lasts=frozenset())
    for name in OF_THE_RULES:
        yield name, replace(whole, **{name: type(getattr(whole, name))()})


def share(talks: Sequence[Talk], view: View) -> float:
    """How many of the questions of fact are read right, in per cent."""
    holds = []
    for talk in talks:
        focus = Focus()
        for question, gold in talk:
            if gold.act not in FACTS:
                continue
            found = understand(question, view.world, focus).readings
            holds.append(bool(found) and right(found[0].query, gold, view))
            reply = answer(gold, View(view.tables, view.phrases, focus))
            focus = after(gold, reply, focus) if reply else focus
    return round(100 * sum(holds) / len(holds), 2)


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
    """Measure, print and write."""
    from rasa.core.agent import Agent

    agent = Agent.load(str(manifest.current(Project.here())))
    view = View(Tables(load(ROOT / "knowledge")), load_phrases(ROOT / "domain.yml"))
    strangers = [path for name in STRANGERS for path in (ROOT / "evaluation").glob(name)]
    sets = {
        "conversations": parsed(agent, sorted(FOLDER.glob("*.txt"))),
        "strangers": parsed(agent, sorted(strangers)),
    }
    found: dict[str, Mapping[str, float]] = {}

    def measure(name: str) -> None:
        found[name] = {of: share(talks, view) for of, talks in sets.items()}
        print(name, found[name], flush=True)

    measure("all")
    looking = readers()
    for name, less in without(table()):
        with ExitStack() as patched:
            for reader in looking:
                patched.enter_context(mock.patch(f"{reader}.table", return_value=less))
            measure(f"without {name}")
    for name in rules():
        with mock.patch(f"{READING}.finer.{name}", side_effect=lambda query, *_: query):
            measure(f"without the rule {name}")
    with mock.patch(f"{READING}.understand.as_said", side_effect=lambda query, *_: query):
        measure("without what small words say more closely")
    (RESULTS / "operators.json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
