"""One question a fact, put without anybody's wording: what a state of the knowledge answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

import yaml

from vigie.answers.citation import cite
from vigie.answers.ellipsis import ask
from vigie.answers.grammar import Noun, typeset
from vigie.answers.question import Mention, Question
from vigie.answers.reply import Reply, render
from vigie.answers.updates import tell
from vigie.answers.view import View

_FILE = Path(__file__).with_name("canonical.yml")


@dataclass(frozen=True)
class Canonical:
    """A question by its intent and what it names, and how it is shown."""

    shown: str
    intent: str
    entity: str = ""
    topic: str = ""


def questions(view: View) -> Iterator[Canonical]:
    """Those of every entity and topic of a state, in the order of its files."""
    asked: dict[str, list[list[str]]] = yaml.safe_load(_FILE.read_text("utf-8"))
    for entity in view.knowledge.entities:
        noun = Noun(entity.name)
        for intent, text in asked.get(view.kind(entity.id), ()):
            shown = text.format(le=format(noun, "le"), du=format(noun, "du"))
            yield Canonical(typeset(shown), intent, entity.id)
    for topic in view.knowledge.topics:
        for intent, text in asked["topic"]:
            yield Canonical(typeset(text.format(label=topic.label)), intent, topic=topic.id)
    for intent, text in asked["alone"]:
        yield Canonical(typeset(text), intent)


def answer(question: Canonical, view: View) -> str:
    """What a state answers; "" where it has nothing to say, or does not know the entity."""
    if question.entity and question.entity not in view.index:
        return ""
    topics = {topic.id for topic in view.knowledge.topics}
    if question.topic and question.topic not in topics:
        return ""
    reply = reply_to(question, view)
    return render(cite(tell(reply, view), view)).text if reply else ""


def reply_to(question: Canonical, view: View) -> Optional[Reply]:
    """The reply to a question on what `view` knows; None where it has nothing to say."""
    ids: list[Any] = [question.entity] if question.entity else []
    outcome = ask(
        question.intent,
        Question(
            question.shown,
            ranking=((question.intent, 1.0),),
            mentions=tuple(Mention((one,), view.kind(one)) for one in ids),
            topics=(question.topic,) if question.topic else (),
            scores={question.topic: 0.9} if question.topic else {},
        ),
        view,
    )
    return outcome if isinstance(outcome, Reply) else None
