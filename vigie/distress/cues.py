"""The cues of distress, found in the words of a message: see `cue_files` for how one is written."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple, Optional

from vigie.distress.cue_files import LANGUAGES, Cue, CueFiles, Step
from vigie.distress.lexicon import Items

FOLDER = Path(__file__).parent / "cues"
_OFTEN = 50
"""Places of one item that are looked at: repeating a word says nothing more."""


class Found(NamedTuple):
    """A cue and the place of its first word in the message."""

    cue: Cue
    at: int


class Cues:
    """All cues, indexed by their rarest item.

    Raises:
        CueError: a line of a file is not understood.
        OSError: a file is missing.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        files = CueFiles(folder)
        self.cues, self.lexicon = files.cues, files.lexicon
        self.function_words = files.function_words
        use = [0] * files.items
        for cue in self.cues:
            for item in cue.needs:
                use[item] += 1
        self._by_item: dict[int, list[Cue]] = {}
        for cue in self.cues:
            self._by_item.setdefault(min(cue.needs, key=use.__getitem__), []).append(cue)

    def find(self, message: list[str], languages: Collection[str] = LANGUAGES) -> list[Found]:
        """The cues of `languages` found in `message`, each once."""
        places = self._places(message)
        present = set(places)
        found = []
        for item in places:
            for cue in self._by_item.get(item, ()):
                if cue.needs <= present and cue.language in languages:
                    at = _match(cue.steps, places)
                    if at is not None:
                        found.append(Found(cue, at))
        return found

    def _places(self, message: list[str]) -> dict[int, list[int]]:
        """Where in `message` each item stands: its first places, in no order."""
        standing: dict[Items, list[int]] = {}
        for place, items in enumerate(self.lexicon.read(message)):
            standing.setdefault(items, []).append(place)
        places: dict[int, list[int]] = {}
        for items, at in standing.items():
            first = at[:_OFTEN]
            for item in items:
                held = places.get(item)
                places[item] = first if held is None else held + first
        return {
            item: held if len(held) <= _OFTEN else sorted(held)[:_OFTEN]
            for item, held in places.items()
        }


def _match(steps: tuple[Step, ...], places: dict[int, list[int]]) -> Optional[int]:
    """The place of the first word of the first way to lay `steps` on the words of a message,
    of which `places` has those that each item can stand at."""
    gap, item = steps[-1]
    ends = set(places[item])
    for before, item in steps[-2::-1]:
        reach = range(1, gap + 2)
        ends = {start for start in places[item] if any(start + more in ends for more in reach)}
        if not ends:
            return None
        gap = before
    return min(ends)
