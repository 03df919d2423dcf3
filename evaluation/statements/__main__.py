"""`python -m evaluation.statements [-v]`: says the statements and the questions of this folder to
Vigie, each in a conversation of its own, after what was asked before it; prints with what word each
sort of them is answered, and writes results/statements.json. Of what gets a "oui", the share that
the document says whole is what a person may trust it for. Of a question of which the document does
not say all, this should be told ("en partie", "pas dit"), and of no other. -v shows what is upheld,
or answered without a word, and should not be, or told and should not be.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections import Counter
from collections.abc import Callable
from typing import Any

from evaluation.material import RESULTS
from evaluation.statements import HELD_OUT, MARKS, read
from evaluation.statements.verdicts import LIMITED, NONE, PARTLY, UNSAID, WORDS, YES, verdict
from vigie.commands.talk import open_talks

UPHOLD = (YES, LIMITED)
TOLD = (PARTLY, UNSAID)
ALONE, MIXED = "statements alone", "questions and statements, half of them after another"
SETS = {"h": ALONE, "k": MIXED}
"""What the files hold, by the first letter of their names."""
Counts = dict[str, dict[str, dict[str, int]]]


async def play(talk: Callable[..., Any], verbose: bool) -> Counts:
    """Of each set and each mark, how many are answered with each word."""
    found = {name: {mark: Counter[str]() for mark in MARKS} for name in SETS.values()}
    for number, one in enumerate(read(HELD_OUT)):
        if one.after:
            await talk(one.after, f"statement {number}")
        said = await talk(one.text, f"statement {number}")
        reply = "\n".join(message.get("text") or "" for message in said)
        word = verdict(reply)
        found[SETS.get(one.author[0], MIXED)][one.mark][word] += 1
        if verbose and word in (TOLD if one.mark == "whole" else (*UPHOLD, NONE)):
            print(f"{one.mark} | {one.text} | {one.after}\n    {' '.join(reply.split())[:260]}")
    return {
        name: {mark: {word: counts[word] for word in WORDS} for mark, counts in marks.items()}
        for name, marks in found.items()
    }


def main() -> None:
    """Print the tables, and keep them."""
    found = asyncio.run(play(open_talks(), "-v" in sys.argv))
    for name, marks in found.items():
        print(name)
        print(f"{'':8}" + "".join(f"{word:>11}" for word in WORDS))
        for mark, counts in marks.items():
            print(f"{mark:8}" + "".join(f"{counts[word]:11}" for word in WORDS))
        upheld = {mark: sum(counts[word] for word in UPHOLD) for mark, counts in marks.items()}
        share = 100 * upheld["whole"] / max(1, sum(upheld.values()))
        print(f"of {sum(upheld.values())} upheld, {upheld['whole']} are whole: {share:.1f} %")
    (RESULTS / "statements.json").write_text(
        json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8"
    )


if __name__ == "__main__":
    main()
