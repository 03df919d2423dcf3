"""What to ask next: two or three real questions about what an answer was about.

Each is put to the knowledge before it is offered: none ends in "the document does not say", and
none gives the same answer again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice
from pathlib import Path

import yaml

from vigie.answers.canonical import Canonical, reply_to
from vigie.answers.question import Focus
from vigie.answers.reply import Reply
from vigie.answers.updates import said
from vigie.answers.view import View

_FILE = Path(__file__).with_name("follow.yml")

MOST = 3
"""Questions offered."""
OF_ONE = 2
"""Questions about the same thing."""
FEW = 3
"""Things of a list about which something may be asked."""


@lru_cache(maxsize=1)
def forms() -> Mapping[str, list[list[str]]]:
    """The questions that may be asked of each sort of thing: intents and texts with places."""
    found: Mapping[str, list[list[str]]] = yaml.safe_load(_FILE.read_text("utf-8"))
    return found


def follow(reply: Reply, view: View) -> tuple[str, ...]:
    """The questions to offer after `reply`; none after a question back or a refusal."""
    if reply.kind != "answer" or reply.choices or not reply.places:
        return ()
    fresh = View(view.tables, view.phrases)  # a click is a question of its own
    told = {said(reply)}
    return tuple(islice(_new(_candidates(reply, view), told, fresh), MOST))


def _new(candidates: Iterator[Canonical], told: set[str], view: View) -> Iterator[str]:
    """Those that have an answer which was not given yet."""
    count: dict[str, int] = {}
    for one in candidates:
        if one.entity and count.get(one.entity, 0) >= OF_ONE:
            continue
        answer = reply_to(one, view) if _held(one, view) else None
        if answer is None or answer.kind != "answer" or not answer.places or said(answer) in told:
            continue
        told.add(said(answer))
        count[one.entity] = count.get(one.entity, 0) + 1
        yield one.shown


def _candidates(reply: Reply, view: View) -> Iterator[Canonical]:
    """What may be asked, the nearest to `reply` first."""
    focus = reply.focus or Focus()
    for entity in dict.fromkeys((*focus.subjects[:FEW], *focus.shown[:FEW])):
        asked = focus.intent if entity in focus.subjects else ""
        yield from (one for one in _of_entity(entity, view) if one.intent != asked)
    for topic in _topics(focus, view):
        for intent, text in forms()["topic"]:
            yield Canonical(text.format(label=view.topic(topic).label), intent, topic=topic)
    for intent, text in forms()["alone"]:
        if intent != focus.intent:
            yield Canonical(text, intent)


def _of_entity(entity: str, view: View) -> Iterator[Canonical]:
    if entity not in view.index:
        return
    noun = view.noun(entity)
    shapes = {"le": "le", "du": "du", "court": "bref", "dcourt": "bdu"}
    names = {place: format(noun, shape) for place, shape in shapes.items()}
    for intent, text in forms().get(view.kind(entity), ()):
        yield Canonical(text.format(**names), intent, entity)


def _topics(focus: Focus, view: View) -> tuple[str, ...]:
    """What an agency that was described does first, if others do it too."""
    agencies = [one for one in focus.subjects[:1] if view.kind(one) == "agency"]
    topics = [t for one in agencies for duty in view.agency(one).duties for t in duty.topics]
    shared = [t for t in topics if len(view.doing(t)) > 1]
    return tuple(shared[:1])


def _held(question: Canonical, view: View) -> bool:
    """Whether the knowledge holds what is asked: "the document names none" is no way on."""
    one = question.entity
    if question.intent == "list_reports" and one:
        return bool(view.reports_of(one))
    if question.intent == "origin_date":
        return bool(view.world.right("year", one) or getattr(view.entity(one), "frequency", None))
    if view.kind(one) != "body":
        return True
    body = view.body(one)
    held = {
        "chair": body.chair,
        "list_members": body.members,
        "appointer": body.members and body.members.appointed,
        "origin_law": body.origin,
    }
    return bool(held.get(question.intent, True))
