"""The cues of distress: read from `cues/*.yml` once, and found in the words of a message.

The files are YAML of the plainest kind (two levels, scalars without quotes), so that a reader
of thirty lines is enough and no library can fail here. A cue is a row of items:

    word         that word            stem*      any word that begins so
    a/b*/<me>    one of these         <me>       one of the words of the class `me`
    ..           up to three words    ...        up to eight words

Words are compared in the form that `distress_words.key` gives them; items without dots between
them follow each other. Long words also match with one slip of the finger.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import NamedTuple, Optional

from vigie.answers.distress_words import words

FOLDER = Path(__file__).parent / "cues"
LANGUAGES = ("fr", "en", "es", "ht")

_GAPS = {"..": 3, "...": 8}
_LONG_ENOUGH = 7
"""Letters from which a word is recognised with one slip."""
_LONGEST_STEM = 10
_GLUED = re.compile(r"[mlnstd][aeiou]\w{3}")
"""A word before which a letter lost its apostrophe: "il menferme"."""
_LINE = re.compile(
    r"(?P<part>[a-z]+):|  (?P<name>[a-z]+): (?P<members>\S.*)"
    r"|  (?P<kind>[a-z]+) (?P<weight>-?\d)(?P<now> now)?:|    - (?P<cue>\S.*)"
)
_MEMBER = re.compile(r"[\w']+\*?")

Step = tuple[int, int]
"""How many words may stand before an item, and the item."""


class CueError(ValueError):
    """A line of a cue file that cannot be read; the message names file and line."""


class Cue(NamedTuple):
    """One row of items, and what it says of the message in which it is found."""

    kind: str
    weight: int
    language: str
    now: bool
    """Whether it tells of a danger at this moment."""
    mine: bool
    """Whether it speaks of the writer."""
    theirs: bool
    """Whether it speaks of somebody else."""
    steps: tuple[Step, ...]
    needs: frozenset[int]
    """Its items."""
    text: str
    """The row as the file has it."""


class Found(NamedTuple):
    """A cue and the place of its first word in the message."""

    cue: Cue
    at: int


class Cues:
    """All cues, indexed by their rarest item."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._items: dict[str, int] = {}
        self._words: dict[str, list[int]] = {}
        self._stems: dict[str, list[int]] = {}
        self.cues: list[Cue] = []
        self.function_words: dict[str, frozenset[str]] = {}
        for language in LANGUAGES:
            self._read(folder / f"{language}.yml", language)
        use: dict[int, int] = {}
        for cue in self.cues:
            for _, item in cue.steps:
                use[item] = use.get(item, 0) + 1
        self._by_item: dict[int, list[Cue]] = {}
        for cue in self.cues:
            rarest = min((item for _, item in cue.steps), key=lambda i: use[i])
            self._by_item.setdefault(rarest, []).append(cue)
        self._lengths = sorted({len(stem) for stem in self._stems})
        self._slipped_words = _slips(self._words)
        self._slipped_stems = _slips(self._stems)

    def _read(self, path: Path, language: str) -> None:
        """Take in one file."""
        classes: dict[str, str] = {}
        part = heading = None
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            line = line.split(" #")[0].rstrip()
            if not line or line.startswith("#"):
                continue
            match = _LINE.fullmatch(line)
            try:
                if match is None:
                    raise CueError("not a part, a class, a heading or a cue")
                if match["part"]:
                    part, heading = match["part"], None
                elif match["name"] and part == "classes":
                    if match["name"] == "function":
                        self.function_words[language] = frozenset(words(match["members"]))
                    elif match["name"] == "plain":
                        self._item(match["members"].replace(" ", "/"), language, {})
                    else:
                        classes[match["name"]] = "/".join(match["members"].split())
                elif match["kind"] and part == "cues":
                    heading = match
                elif match["cue"] and heading is not None:
                    self._add(match["cue"], heading, language, classes)
                else:
                    raise CueError("out of place")
            except CueError as problem:
                raise CueError(f"{path.name}, line {number}: {problem}: {line.strip()}") from None

    def _add(
        self, text: str, heading: re.Match[str], language: str, classes: dict[str, str]
    ) -> None:
        steps: list[Step] = []
        gap = 0
        for item in text.split():
            if item in _GAPS:
                gap = _GAPS[item]
                continue
            steps.append((gap, self._item(item, language, classes)))
            gap = 0
        if not steps or gap:
            raise CueError("a cue ends with a word")
        self.cues.append(
            Cue(
                heading["kind"],
                int(heading["weight"]),
                language,
                bool(heading["now"]),
                bool(re.search(r"<(i|me|my)>", text)),
                bool(re.search(r"<(kin|them|who)>", text)),
                tuple(steps),
                frozenset(item for _, item in steps),
                text,
            )
        )

    def _item(self, text: str, language: str, classes: dict[str, str]) -> int:
        """The number of an item; its words are entered into the tables the first time."""
        name = re.sub(r"<([a-z]+)>", rf"<{language}:\1>", text)
        if name in self._items:
            return self._items[name]
        number = self._items[name] = len(self._items)
        pending = text.split("/")
        while pending:
            member = pending.pop()
            if member[:1] == "<":
                if member[1:-1] not in classes:
                    raise CueError(f"unknown class {member}")
                pending.extend(classes[member[1:-1]].split("/"))
                continue
            table = self._stems if member[-1] == "*" else self._words
            for form in _forms(member):
                table.setdefault(form, []).append(number)
        return number

    def _known(self, word: str) -> list[int]:
        """The items that `word` stands for as it is written."""
        items = list(self._words.get(word, ()))
        for length in self._lengths:
            if length > len(word):
                break
            items.extend(self._stems.get(word[:length], ()))
        return items

    def _look_up(self, word: str) -> set[int]:
        """The items that `word` stands for, or would without one slip of the finger."""
        items = self._known(word)
        if not items and len(word) >= _LONG_ENOUGH:
            for slip in _without_one(word):
                items.extend(self._slipped_words.get(slip, ()))
            for end in range(_LONG_ENOUGH, min(len(word), _LONGEST_STEM) + 1):
                for slip in _without_one(word[:end]):
                    items.extend(self._slipped_stems.get(slip, ()))
        return set(items)

    def find(self, message: list[str], languages: Collection[str] = LANGUAGES) -> list[Found]:
        """The cues of `languages` found in `message`, each once."""
        places: dict[int, set[int]] = {}
        place = 0
        for word in message:
            items = self._look_up(word)
            if not items and _GLUED.match(word) and (rest := self._known(word[1:])):
                for item in self._known(word[0]):
                    places.setdefault(item, set()).add(place)
                place += 1
                items = rest
            for item in items:
                places.setdefault(item, set()).add(place)
            place += 1
        found = []
        present = places.keys()
        for item in places:
            for cue in self._by_item.get(item, ()):
                if cue.language not in languages or not cue.needs <= present:
                    continue
                at = _match(cue.steps, places)
                if at is not None:
                    found.append(Found(cue, at))
        return found


@cache
def _forms(member: str) -> tuple[str, ...]:
    """The forms of `member`: what a stem in -c sounds like depends on what follows it."""
    folded = words(member.rstrip("*")) if _MEMBER.fullmatch(member) else []
    if len(folded) != 1:
        raise CueError(f"{member!r} would never match as it stands")
    form = folded[0]
    return (form, form[:-1] + "s") if member.endswith("c*") else (form,)


def _slips(table: dict[str, list[int]]) -> dict[str, list[int]]:
    """The long words of `table` without one letter, each with the items of its word."""
    found: dict[str, list[int]] = {}
    for word, items in table.items():
        if len(word) >= _LONG_ENOUGH:
            for slip in _without_one(word):
                found.setdefault(slip, []).extend(items)
    return found


def _without_one(word: str) -> set[str]:
    """`word`, and `word` without one of its letters other than the first."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(1, len(word)))}


def _match(steps: tuple[Step, ...], places: dict[int, set[int]]) -> Optional[int]:
    """The place of the first word of the first way to lay `steps` on the message."""
    gap, item = steps[-1]
    ends = places[item]
    for before, item in steps[-2::-1]:
        ends = {
            place
            for place in places[item]
            if place + 1 in ends or (gap and any(place + more in ends for more in range(2, gap + 2)))
        }
        if not ends:
            return None
        gap = before
    return min(ends)
