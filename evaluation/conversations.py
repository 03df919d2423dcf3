"""Whole conversations, each turn judged by what it asks (`python -m evaluation.conversations`).

evaluation/conversations/*.txt are written as data/corpus is (docs/corpus.md), by authors who saw
neither the corpus nor the code, and nothing is learned from them. Every turn is really said, after
the replies that Vigie gave before it; so one misunderstanding may cost the turns after it, as it
does with people. Where the author was misread, and wrote what comes next to that, it follows that.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.material import RESULTS, ROOT
from evaluation.same import right
from vigie.answers.converse import converse
from vigie.answers.decide import after
from vigie.answers.message import render
from vigie.answers.phrases import load_phrases
from vigie.answers.query.line import read
from vigie.answers.query.model import FACTS, Query
from vigie.answers.question import Focus, read_question
from vigie.answers.render.answer import answer
from vigie.answers.reply import Reply
from vigie.answers.view import Tables, View
from vigie.knowledge.load import load
from vigie.nlu import corpus
from vigie.project import Project
from vigie.training import manifest

FOLDER = ROOT / "evaluation" / "conversations"
RIGHT, WITH_MORE, PARTLY, OFFERED = (
    "right",
    "right, and more",
    "in part",
    "asked back, right offered",
)
ASKED, REFUSED, REPEATED = "asked back", "refused", "repeated"
WRONG, GUESSED = "another question answered", "another question answered, and named"


@dataclass(frozen=True)
class Turn:
    """What was said, what it meant, what was replied, and how that is judged."""

    author: str
    text: str
    context: str
    gold: tuple[Query, ...]
    reply: Reply
    verdict: str


def judged(gold: Sequence[Query], reply: Reply, before: str, view: View) -> str:
    """The verdict on one reply; `before` is the text of the last one."""
    facts = [query for query in gold if query.act in FACTS]
    answered = _claims_as_one([read(line) for line in reply.queries], facts)
    if not facts:
        return WRONG if answered else RIGHT
    if answered and render(reply).text == before:
        return REPEATED
    met = [one for one in facts if any(right(other, one, view) for other in answered)]
    if len(met) == len(facts):
        return RIGHT if len(answered) <= len(facts) else WITH_MORE
    if met:
        return PARTLY
    if answered:
        return GUESSED if reply.guessed else WRONG
    offered = [read(choice.query) for choice in reply.choices if choice.query]
    if reply.kind == "clarify":
        return OFFERED if any(right(o, g, view) for o in offered for g in facts) else ASKED
    return REFUSED


def _claims_as_one(answered: list[Query], facts: Sequence[Query]) -> list[Query]:
    """Claims that were read one by one as the one question that they are, where it was meant so:
    the reply is the same (`whole.together`)."""
    if len(facts) != 1 or len(answered) < 2 or any(one.act != "verify" for one in answered):
        return answered
    claims = tuple(claim for one in answered for claim in one.claims)
    return [Query("verify", claims=claims)]


def play(agent: Any, talks: Sequence[Sequence[corpus.Message]], view: View) -> list[Turn]:
    """Every turn of some conversations, said and judged."""
    loop = asyncio.new_event_loop()
    turns = []
    for talk in talks:
        focus, before = Focus(), ""
        for message in talk:
            parsed = loop.run_until_complete(agent.parse_message(message.text))
            question = read_question(dict(parsed, text=message.text))
            reply, told = converse(question, focus, view.tables, view.phrases)
            gold = tuple(segment.query for segment in message.segments)
            verdict = judged(gold, reply, before, view)
            turns.append(Turn(message.author, message.text, message.context, gold, reply, verdict))
            misread = message.misread is not None
            before = "" if misread else render(reply).text
            focus = as_answered(message.answered, focus, view) if misread else told
    loop.close()
    return turns


def as_answered(queries: Sequence[Query], focus: Focus, view: View) -> Focus:
    """What is remembered once a turn was answered so: as it was when its author wrote what comes
    next, or as if it had been."""
    for query in queries:
        there = View(view.tables, view.phrases, focus)
        reply = answer(query, there) if query.act in FACTS else None
        focus = after(query, reply, focus) if reply else focus
    return focus


def table(turns: Sequence[Turn]) -> dict[str, Any]:
    """Shares in per cent, of all turns and by the way in which they lean."""
    found: dict[str, Any] = {"turns": len(turns)}
    kinds = {"all": list(turns)}
    for turn in turns:
        facts = any(query.act in FACTS for query in turn.gold)
        kinds.setdefault(turn.context if facts else "no question of fact", []).append(turn)
    for name, some in kinds.items():
        count = Counter(turn.verdict for turn in some)
        shares = {key: round(100 * n / len(some), 1) for key, n in count.most_common()}
        found[name] = {"turns": len(some), **shares}
    return found


def talks_of(paths: Sequence[Path]) -> list[tuple[corpus.Message, ...]]:
    """The questions, each a conversation of its own, and the dialogues of these files.

    Raises:
        SystemExit: a line cannot be read.
    """
    found, problems = corpus.read_files(paths)
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    return [*((one,) for one in found.questions), *found.dialogues]


def main() -> None:
    """Play the files given, or all of the folder; print the table, and write it for the folder."""
    from rasa.core.agent import Agent

    paths = [Path(name) for name in sys.argv[1:]] or sorted(FOLDER.glob("*.txt"))
    agent = Agent.load(str(manifest.current(Project.here())))
    view = View(Tables(load(ROOT / "knowledge")), load_phrases(ROOT / "domain.yml"))
    found = table(play(agent, talks_of(paths), view))
    print(json.dumps(found, ensure_ascii=False, indent=1))
    if len(sys.argv) == 1:
        text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
        (RESULTS / "conversations.json").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
