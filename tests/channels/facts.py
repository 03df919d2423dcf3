"""Twenty questions of the acceptance suite, and whether a channel says all of their answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tests.channels.running import fresh
from tests.conftest import ROOT
from tests.server.running import Server
from vigie import judge
from vigie.channels.shared import gsm7, texts

Messages = Sequence[Mapping[str, Any]]
MORE = "SUITE pour lire la suite"


def twenty() -> list[judge.Case]:
    """Questions of every category: one of each, then a second of those that have the most."""
    cases = judge.load(ROOT / "evaluation" / "acceptance" / "cases.jsonl")
    sizes = Counter(case.category for case in cases)
    found: list[judge.Case] = []
    for place in (2, 6):
        for category, _ in sizes.most_common():
            of_category = [case for case in cases if case.category == category]
            found += of_category[place : place + 1]
    return found[:20]


def letters(text: str) -> str:
    """What is left of `text` on every channel: letters and digits of the alphabet of SMS."""
    return "".join(c for c in gsm7.transliterate(text) if c.isalnum())


def answers(server: Server, case: judge.Case) -> list[Messages]:
    """What the assistant says to each turn, as the REST channel shows it."""
    sender = f"facts-{fresh()}"
    return [server.say(turn, sender) for turn in case.turns]


def missing(expected: Messages, heard: Iterable[str], reader: str) -> list[str]:
    """Which texts and choices of `expected` are not in what was heard, in their order.

    Args:
        expected: one reply of the assistant.
        heard: the messages that came for it.
        reader: of the notice that comes first, and that is no part of the answer.
    """
    rest = letters("\n".join(text.replace(f"({MORE})", "") for text in heard))
    rest = rest.replace(letters(texts.seen_by(reader)), "", 1)
    texts_ = [str(message["text"]) for message in expected if message.get("text")]
    buttons = [b for message in expected for b in message.get("buttons") or ()]
    # A platform with little room on its buttons shows a choice by its short title.
    titles = [
        b["title"] if letters(b["title"]) in rest else b.get("short", b["title"]) for b in buttons
    ]
    for message in expected:  # with buttons, the questions to go on with are offered as well
        for title in (message.get("custom") or {}).get("follow") or ():
            before, found, after = rest.rpartition(letters(title))
            rest = before + after if found and not buttons else rest
    lost = []
    for piece in [*texts_, *titles]:
        before, found, rest_ = rest.partition(letters(piece))
        rest = rest_ if found else rest
        if not found or (before and piece in texts_):
            lost.append(piece)
    if rest and not titles:
        lost.append("said as well: " + rest)
    return lost
