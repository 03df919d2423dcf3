"""`python -m evaluation.after_help [-v]`: plays the conversations of this folder, prints how many
of what follows a call is answered as it was meant, and writes results/after_help.json.

    # fr relative
    the call
    abroad | what is said after it
    more | and then

The marks are those of `vigie.distress.asked.KINDS`. Nobody whose messages are here wrote for
data/distress; -v shows what went wrong, after which the file is no longer unseen.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.material import RESULTS
from vigie.commands.talk import open_talks
from vigie.distress import texts
from vigie.distress.asked import AGENCIES, MORE

FOLDER = Path(__file__).parent
VOICES = {"victim": ("victim", "minor")}
"""In whose place one may be spoken to who writes as something else than their role."""
VOICED = re.compile(r"[.](?:minor|other)$")
"""What the words for a child end with, and those for who speaks for somebody else."""
HELP = ("close.", "still")
"""What each help ends with, as a whole and in short."""
FACTS = "facts"
"""What stands before an answer in French, in other languages."""
CANNOT = "cannot"
NEAR = {
    CANNOT: ("text", "watched"),
    "text": (CANNOT, "words"),
    "safe": ("out", "calm"),
    "out": ("safe",),
    "calm": ("safe",),
    "fine": ("thanks",),
    "thanks": ("fine",),
    "names": ("secret",),
    "secret": ("names",),
}
"""What answers a question as well: who cannot call is told of texts; an all-clear is that there
never was danger, or that it is over; who thanks and who will call hear the same; what
is kept secret is first the name."""


@dataclass(frozen=True)
class Conversation:
    """A call, by whom and in which language, and what follows it with its mark."""

    name: str
    language: str
    writer: str
    call: str
    follows: tuple[tuple[str, str], ...]


def conversations(folder: Path) -> Iterator[Conversation]:
    """All of the files of a folder."""
    for path in sorted(folder.glob("*.txt")):
        for place, block in enumerate(path.read_text("utf-8").strip().split("\n\n")):
            head, call, *rest = block.splitlines()
            _, language, writer = head.split()
            follows = tuple((m.strip(), t.strip()) for m, _, t in (r.partition("|") for r in rest))
            yield Conversation(f"{path.stem} {place}", language, writer, call, follows)


class Sentences:
    """The sentences that are said in distress, to be known again in a reply."""

    def __init__(self) -> None:
        numbers = texts.numbers()._asdict()
        self._known = [
            (language, key, _plain(text.format(**numbers)))
            for language, said in texts.read().items()
            for key, wordings in said.items()
            for text in wordings
        ]

    def within(self, reply: str) -> set[tuple[str, str]]:
        """The language and the key of each that a reply holds."""
        plain = _plain(reply)
        return {(language, key) for language, key, text in self._known if text in plain}


def _plain(text: str) -> str:
    return " ".join(text.split())


def is_right(mark: str, keys: set[str], kinds: set[str]) -> bool:
    """Whether a reply, of such sentences and such `kinds`, is of what was meant. Who cannot call
    and gets the help again is told in it how to do without."""
    if mark == MORE:
        return any(key.startswith(HELP) for key in keys)
    if mark == AGENCIES:
        return not keys - {FACTS} and "answer" in kinds
    if mark == CANNOT and any(key.startswith(CANNOT) for key in keys):
        return True
    told = {VOICED.sub("", key) for key in keys}
    return not told.isdisjoint(f"after.{one}" for one in (mark, *NEAR.get(mark, ())))


async def play(talk: Callable[..., Any], verbose: bool) -> dict[str, list[int]]:
    """Of each language, each mark and all: how many are right, and how many there are. `talk` says
    a text in a conversation."""
    sentences = Sentences()
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for one in conversations(FOLDER):
        await talk(one.call, one.name)
        for mark, text in one.follows:
            said = await talk(text, one.name)
            reply = "\n".join(message.get("text") or "" for message in said)
            found = sentences.within(reply)
            keys = {key for _, key in found}
            kinds = {(message.get("custom") or {}).get("kind", "") for message in said}
            good = is_right(mark, keys, kinds)
            spoken = not found or one.language in {language for language, _ in found}
            voices = {key.partition(".")[2] for key in keys if key.startswith("close.")}
            placed = not voices or bool(voices & {*VOICES.get(one.writer, (one.writer,))})
            for group in ("all", one.language, mark):
                every[group] += 1
                right[group] += good
            every["in their language"] += bool(found)
            right["in their language"] += bool(found) and spoken
            every["in their place"] += bool(voices)
            right["in their place"] += bool(voices) and placed
            if verbose and not (good and spoken and placed):
                print(f"{one.name} {one.writer} {mark} | {text}\n    {sorted(keys)} {reply[:90]!r}")
    return {group: [right[group], every[group]] for group in every}


def main() -> None:
    """Print the table, and keep it."""
    found = asyncio.run(play(open_talks(), "-v" in sys.argv))
    for group, (right, every) in found.items():
        print(f"{group:20} {right:4} of {every:4}  {100 * right / max(every, 1):5.1f} %")
    (RESULTS / "after_help.json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
