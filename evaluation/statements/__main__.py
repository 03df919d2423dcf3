"""`python -m evaluation.statements [-v]`: says the statements of this folder to Vigie, each in a
conversation of its own; prints with what word each sort of them is answered, and writes
results/statements.json. Of what gets a "oui", the share that the document says whole is what a
person may trust it for. -v shows each statement that is upheld and should not be.
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
from evaluation.statements.verdicts import LIMITED, WORDS, YES, verdict
from vigie.commands.talk import open_talks

UPHOLD = (YES, LIMITED)


async def play(talk: Callable[..., Any], verbose: bool) -> dict[str, dict[str, int]]:
    """Of each mark, how many statements are answered with each word."""
    found: dict[str, Counter[str]] = {mark: Counter() for mark in MARKS}
    for number, one in enumerate(read(HELD_OUT)):
        said = await talk(one.text, f"statement {number}")
        reply = "\n".join(message.get("text") or "" for message in said)
        word = verdict(reply)
        found[one.mark][word] += 1
        if verbose and word in UPHOLD and one.mark != "whole":
            print(f"{one.mark} | {one.text}\n    {' '.join(reply.split())[:160]}")
    return {mark: {word: counts[word] for word in WORDS} for mark, counts in found.items()}


def main() -> None:
    """Print the table, and keep it."""
    found = asyncio.run(play(open_talks(), "-v" in sys.argv))
    print(f"{'':8}" + "".join(f"{word:>11}" for word in WORDS))
    for mark, counts in found.items():
        print(f"{mark:8}" + "".join(f"{counts[word]:11}" for word in WORDS))
    upheld = {mark: sum(counts[word] for word in UPHOLD) for mark, counts in found.items()}
    share = 100 * upheld["whole"] / max(1, sum(upheld.values()))
    print(f"of {sum(upheld.values())} upheld, {upheld['whole']} are whole: {share:.1f} %")
    (RESULTS / "statements.json").write_text(
        json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8"
    )


if __name__ == "__main__":
    main()
