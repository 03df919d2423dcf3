"""How often a reaction to an answer is read as what it is: an objection, a doubt, a wish to hear it
again, an insult, a word of thanks.

`python -m evaluation.reactions [FILES]` reads the last turn of each dialogue of hard/n13a.txt and
n13b.txt after what was meant before it, and prints how many of each kind are read so. What is said
to them is not judged: `evaluation.conversations` plays them as any other talk.
"""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation.conversations import as_answered, talks_of
from evaluation.material import ROOT
from vigie.answers.phrases import load_phrases
from vigie.answers.query.write import write
from vigie.answers.question import Focus, read_question
from vigie.answers.understood import understood
from vigie.answers.view import Tables, View
from vigie.knowledge.load import load
from vigie.nlu import corpus
from vigie.project import Project
from vigie.training import manifest

FILES = tuple(ROOT / "evaluation" / "hard" / name for name in ("n13a.txt", "n13b.txt"))


def read_last(
    agent: Any, talks: Sequence[Sequence[corpus.Message]], view: View
) -> tuple[Counter[str], Counter[str]]:
    """Of each query, how many last turns mean it, and how many of these are read so."""
    loop = asyncio.new_event_loop()
    meant, found = Counter[str](), Counter[str]()
    for *before, last in talks:
        queries = [segment.query for message in before for segment in message.segments]
        focus = as_answered(queries, Focus(), view)
        parsed = loop.run_until_complete(agent.parse_message(last.text))
        question = read_question(dict(parsed, text=last.text))
        readings = understood(question, View(view.tables, view.phrases, focus)).readings
        line = write(last.segments[0].query)
        meant[line] += 1
        found[line] += bool(readings) and write(readings[0].query) == line
    loop.close()
    return meant, found


def main() -> None:
    """Print the counts of the files given, or of all."""
    from rasa.core.agent import Agent

    paths = [Path(name) for name in sys.argv[1:]] or FILES
    agent = Agent.load(str(manifest.current(Project.here())))
    view = View(Tables(load(ROOT / "knowledge")), load_phrases(ROOT / "domain.yml"))
    for path in paths:
        meant, found = read_last(agent, talks_of([path]), view)
        share = 100 * sum(found.values()) / max(1, sum(meant.values()))
        print(f"{path.name}: {sum(found.values())} of {sum(meant.values())} ({share:.1f} %)")
        for line, number in meant.most_common():
            print(f"  {line:16}{found[line]:4} of {number}")


if __name__ == "__main__":
    main()
