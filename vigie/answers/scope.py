"""What is not a question about the document: small talk, and each kind of outside."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from vigie.answers.question import Focus, Question
from vigie.answers.reply import Choice, Outcome, Reply
from vigie.answers.view import View

TALK = (
    "greet",
    "thanks",
    "goodbye",
    "how_are_you",
    "capabilities",
    "bot_challenge",
    "compliment",
    "insult",
    "erase",
)
REFUSALS = (
    "oos_figures",
    "oos_person",
    "oos_country",
    "oos_legal",
    "oos_news",
    "oos_near",
    "oos_far",
    "injection",
    "gibberish",
)
_FILE = Path(__file__).with_name("examples.yml")


@lru_cache(maxsize=1)
def offered() -> Mapping[str, Any]:
    """What is offered to whoever does not know what to ask: questions, and topics."""
    found: Mapping[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return found


def talk(question: Question, view: View) -> Outcome:
    """A sentence of courtesy, or what Vigie is; erasing starts over."""
    intent = question.intent
    choices = examples() if intent in ("greet", "capabilities") else ()
    focus = Focus() if intent == "erase" else None
    return Reply(view.say(intent), kind="talk", choices=choices, focus=focus)


def refuse(question: Question, view: View) -> Outcome:
    """An honest refusal, by kind; a named agency outside the document is named in it."""
    outsiders = question.ids("outsider")
    if outsiders and question.intent in ("oos_near", "oos_country"):
        return Reply(view.say("outsider"), kind="refusal", reason="outsider")
    reason = question.intent.removeprefix("oos_")
    return Reply(view.say(question.intent), kind="refusal", reason=reason)


def not_understood(view: View) -> Reply:
    """When nothing fits: what the document covers, and three questions to try."""
    choices = examples()
    return Reply(
        view.say("not_understood"), kind="refusal", reason="not_understood", choices=choices
    )


def examples() -> tuple[Choice, ...]:
    """Questions that Vigie can answer, as choices."""
    return tuple(
        Choice(one["title"], one["intent"], tuple(one.get("ids", ())), tuple(one.get("topics", ())))
        for one in offered()["questions"]
    )
