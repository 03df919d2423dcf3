"""The files of cues: how a cue of distress is written in `cues/*.yml`, and how it is read.

The files are YAML of the plainest kind (two levels, scalars without quotes), so that a reader
of thirty lines is enough and no library can fail here. A cue is a row of items:

    word         that word            stem*      any word that begins so
    a/b*/<me>    one of these         <me>       one of the words of the class `me`
    ..           up to three words    ...        up to eight words

Words are compared in the form that `sound.key` gives them; items without dots between
them follow each other. A heading gives the kind of the cues, their weight, and `now` where they
tell of danger at this moment. Two classes are special: `function` (the small words by which the
language is recognised) and `plain` (harmless words that look like cues with a slip).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple, Optional

from vigie.distress.lexicon import CueError, Lexicon
from vigie.distress.words import words

LANGUAGES = ("fr", "en", "es", "ht")
_GAPS = {"..": 3, "...": 8}
_LINE = re.compile(
    r"(?P<part>[a-z]+):|  (?P<name>[a-z]+): (?P<members>\S.*)"
    r"|  (?P<kind>[a-z]+) (?P<weight>-?\d)(?P<now> now)?:|    - (?P<cue>\S.*)"
)
_CLASS = re.compile(r"<([a-z]+)>")
_WRITER = re.compile(r"<(?:i|me|my)>")
Step = tuple[int, int]
"""How many words may stand before an item, and the item."""


class Cue(NamedTuple):
    """One row of items, and what it says of the message in which it is found."""

    kind: str
    weight: int
    language: str
    now: bool
    """Whether it tells of a danger at this moment."""
    mine: bool
    """Whether it ties the sign to the writer."""
    steps: tuple[Step, ...]
    needs: frozenset[int]
    """Its items."""
    text: str
    """The row as the file has it."""


class CueFiles:
    """The files of a folder, read: their cues, and the words of those.

    Raises:
        CueError: a line of a file is not understood.
        OSError: a file is missing.
    """

    def __init__(self, folder: Path) -> None:
        self.cues: list[Cue] = []
        self.function_words: dict[str, frozenset[str]] = {}
        self.lexicon = Lexicon()
        self._items: dict[str, int] = {}
        for language in LANGUAGES:
            self._read(folder / f"{language}.yml", language)
        self.lexicon.close()
        self.items = len(self._items)
        """How many there are: they are numbered."""

    def _read(self, path: Path, language: str) -> None:
        """Take in one file."""
        classes: dict[str, str] = {}
        part = ""
        heading: Optional[re.Match[str]] = None
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            try:
                match = _LINE.fullmatch(line)
                if match is None:
                    raise CueError("not a part, a class, a heading or a cue")
                if match["part"]:
                    part, heading = match["part"], None
                elif match["name"] and part == "classes":
                    self._class(match["name"], match["members"], language, classes)
                elif match["kind"] and part == "cues":
                    heading = match
                elif match["cue"] and heading is not None:
                    self._add(match["cue"], heading, language, classes)
                else:
                    raise CueError("out of place")
            except CueError as problem:
                raise CueError(f"{path.name}, line {number}: {problem}: {line.strip()}") from None

    def _class(self, name: str, members: str, language: str, classes: dict[str, str]) -> None:
        """Take in a class."""
        if name == "function":
            self.function_words[language] = frozenset(words(members))
        elif name == "plain":
            self._item("/".join(members.split()), language, classes)
        else:
            classes[name] = "/".join(members.split())

    def _add(
        self, text: str, heading: re.Match[str], language: str, classes: dict[str, str]
    ) -> None:
        """Take in a cue."""
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
                bool(_WRITER.search(text)),
                tuple(steps),
                frozenset(item for _, item in steps),
                text,
            )
        )

    def _item(self, text: str, language: str, classes: dict[str, str]) -> int:
        """The number of an item; its words enter the lexicon the first time."""
        name = _CLASS.sub(rf"<{language}:\1>", text)
        if name not in self._items:
            number = self._items[name] = len(self._items)
            for member in text.split("/"):
                inside = _CLASS.fullmatch(member)
                if inside is None:
                    self.lexicon.add(member, number)
                elif inside[1] in classes:
                    for word in classes[inside[1]].split("/"):
                        self.lexicon.add(word, number)
                else:
                    raise CueError(f"unknown class {member}")
        return self._items[name]
