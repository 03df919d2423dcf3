"""What the assistant is judged on, it has not been taught."""

from __future__ import annotations

from pathlib import Path

from evaluation.behaviour import cases
from vigie.judge import load
from vigie.nlu.corpus import read, read_files
from vigie.nlu.examples import examples
from vigie.nlu.twins import near, plain

ROOT = Path(__file__).parents[2]
SHORTEST = 4
"""Words from which a text is somebody's own: "et le Trésor ?" is everybody's."""
SHORTEST_TURN = 9
"""The same in a conversation, where plain questions are asked by everybody in the same words."""
NEARLY = 92.0
"""Ratio from which two texts are nearly one (rapidfuzz, on folded text)."""


def test_no_example_is_nearly_a_turn_of_the_acceptance_cases() -> None:
    """The failure names the example and the case, and never says a held-out question."""
    taught = [(e.place, plain(e.text)) for e in examples(ROOT / "data")]
    taught += [(m.place, plain(m.text)) for m in read(ROOT / "data")[0].messages]
    judged = [
        (case.id, text)
        for path in sorted((ROOT / "evaluation" / "acceptance").glob("*.jsonl"))
        for case in load(path)
        for text in map(plain, case.turns)
        if len(text.split()) >= SHORTEST
    ]
    talks, _ = read_files(sorted((ROOT / "evaluation" / "conversations").glob("*.txt")))
    changed = [message for case in cases() for message in (case.base, case.changed)]
    judged += [
        (message.place, text)
        for message in [*talks.messages, *changed]
        if len((text := plain(message.text)).split()) >= SHORTEST_TURN
    ]
    texts = [text for _, text in judged]
    pairs = near([text for _, text in taught], texts, NEARLY)
    leaks = sorted(f"{taught[i][0]} ~ {judged[j][0]}" for i, j in pairs)
    assert not leaks, "remove these examples from data/nlu or data/corpus:\n" + "\n".join(leaks)
