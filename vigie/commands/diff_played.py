"""`vigie diff --acceptance`: the acceptance questions, played on two states of the knowledge.

The model is the last one that was trained, even where the files changed since: nothing has to be
trained to see what an edit changes. The names are those of each state.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.progress import track

from vigie.answers.converse import converse
from vigie.answers.message import render
from vigie.answers.question import Focus, Question, read_question
from vigie.answers.view import View
from vigie.commands.pieces import Trained, unpack
from vigie.nlu.lexicon import forms, tables
from vigie.nlu.names import NameMatcher
from vigie.project import Project
from vigie.training import manifest


class Player:
    """One state: how it reads a message, and what it says in a conversation."""

    def __init__(self, learned: Trained, view: View) -> None:
        """Read with what was `learned`, and the names of this state."""
        self.names = list(forms(_listed(view)))
        self._reader = replace(learned, names=NameMatcher(self.names))
        self._view = view

    def read(self, text: str) -> Question:
        """A message as this state reads it."""
        return read_question({"text": text, "frame": self._reader.frame(text)})

    def say(self, turns: Sequence[Question]) -> str:
        """The last reply of a conversation; a state that fails says how."""
        focus, said = Focus(), ""
        try:
            for question in turns:
                reply, focus = converse(question, focus, self._view.tables, self._view.phrases)
                said = render(reply).text
        except (LookupError, ValueError, AttributeError) as problem:
            return f"(pas de réponse : {type(problem).__name__} {problem})"
        return said


def _listed(view: View) -> Iterator[dict[str, object]]:
    for name, words in tables(view.knowledge):
        yield {"name": name, "elements": list(words)}


def differences(project: Project, before: View, after: View) -> Iterator[tuple[str, str, str]]:
    """The conversations whose last reply is not the same: the turns, and both replies.

    Raises:
        Refusal: no model was ever trained.
    """
    with tempfile.TemporaryDirectory() as folder:
        learned = unpack(manifest.last(project), Path(folder))
    old, new = Player(learned, before), Player(learned, after)
    alike = old.names == new.names  # most edits touch no name: each message is then read once
    cases = list(_cases(project.evaluation / "acceptance"))
    shown = Console(stderr=True)
    for turns in track(cases, "Questions d’acceptation", console=shown, transient=True):
        read = [new.read(turn) for turn in turns]
        told = old.say(read if alike else [old.read(turn) for turn in turns]), new.say(read)
        if told[0] != told[1]:
            yield " / ".join(turns), *told


def _cases(folder: Path) -> Iterator[list[str]]:
    """The turns of each acceptance case."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            turns = json.loads(line).get("turns") if line.strip() else None
            if turns:
                yield [str(turn) for turn in turns]
