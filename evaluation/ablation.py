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
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType
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
from vigie.answers.reading import understand as reading
from vigie.answers.reading.closed import closed
from vigie.answers.reading.table import Table, table
from vigie.answers.reading.understand import Understood
from vigie.answers.render.answer import answer
from vigie.answers.view import Tables, View
from vigie.knowledge.load import load
from vigie.project import Project
from vigie.training import manifest

READING = "vigie.answers.reading"
STRANGERS = ("unseen/u20*.txt", "unseen/u21*.txt", "reacting/*.txt")
"""Files of the last strangers, in this folder."""
OF_THE_RULES = (
    "another another_alone idle in_time puts arranges arranged_by they who_else from_year "
    "remaining of_known as_much_as towards most not_only not_but"
).split()
"""Classes of which one rule alone makes use (`closed`)."""
BEFORE = ("not_only", "not_but")
"""Those of them that are looked into before the small words of the best readings are."""
Talk = Sequence[tuple[Question, Query]]


def readers(looks: Callable[..., object]) -> list[ModuleType]:
    """The modules that look into the table by this function, which bears its own name in them."""
    return [
        module
        for name, module in sys.modules.items()
        if name.startswith("vigie.") and getattr(module, looks.__name__, None) is looks
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


def names() -> Iterator[str]:
    """What is measured: all, and all without one thing, first what is quickly known."""
    yield "all"
    yield from (f"without the rule {name}" for name in rules())
    yield "without what small words say more closely"
    yield from (f"without {name}" for name in OF_THE_RULES)
    yield from (f"without {name}" for name, _ in without(table()))


def _measured(name: str) -> Mapping[str, float]:
    """What one of the names gives, by set."""
    held, whole = HELD[0], table()
    less = {f"without {one}": one_less for one, one_less in without(whole)}.get(name)
    gone = {f"without the rule {one}": one for one in rules()}.get(name)
    no_class = {f"without {one}": one for one in OF_THE_RULES}.get(name)
    with ExitStack() as patched:
        patch = partial(_patched, patched)
        for reader in readers(table) if less is not None else ():
            patch(reader, "table", lambda: less)
        for reader in readers(closed) if no_class is not None else ():
            patch(reader, "closed", partial(_but, no_class))
        if gone is not None:
            patch(finer, gone, _as_it_is)
        if name.endswith("more closely"):
            patch(reading, "as_said", _as_it_is)
        if less is None and no_class not in BEFORE:  # what was read before is as it was
            known = {id(one.question): one.found for some in held.sets.values() for one in some}
            patch(reading, "_understood", lambda question, *_: known[id(question)])
        return {of: share(turns, held.view) for of, turns in held.sets.items()}


def _patched(patched: ExitStack, module: ModuleType, name: str, by: Callable[..., object]) -> None:
    patched.enter_context(mock.patch.object(module, name, side_effect=by))


def _but(gone: str | None, name: str) -> frozenset[str]:
    """A closed class, without the one that is gone."""
    return frozenset() if name == gone else closed(name)


def _as_it_is(query: Query, *_: object) -> Query:
    """What stands in the place of a rule that is gone."""
    return query


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
