"""Conversations whose every answer is known beforehand, so that a lost context shows."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from evaluation.bench.questions import FILE

Ask = Callable[[str, str], Awaitable[list[str]]]
"""Say (sender, text); the texts of the reply."""


@dataclass(frozen=True)
class Script:
    """What a person says, and what Vigie answers when nothing breaks."""

    turns: tuple[str, ...]
    replies: tuple[tuple[str, ...], ...]


def conversations() -> list[list[str]]:
    """The development cases of several turns."""
    cases = map(json.loads, FILE.read_text("utf-8").splitlines())
    return [case["turns"] for case in cases if len(case["turns"]) > 1]


async def learn(ask: Ask, several: Sequence[Sequence[str]]) -> list[Script]:
    """Those of `several` whose last answer needs what was said before, with their answers."""
    found = []
    for number, turns in enumerate(several):
        replies = [tuple(await ask(f"learn-{number}", text)) for text in turns]
        alone = tuple(await ask(f"alone-{number}", turns[-1]))
        if alone != replies[-1]:
            found.append(Script(tuple(turns), tuple(replies)))
    return found
