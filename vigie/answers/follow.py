"""What to ask next: two or three real questions about what an answer was about.

Each is put to the knowledge before it is offered: none ends in "the document does not say", and
none gives the same answer again.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Optional

from vigie.answers.canonical import Canonical, made, reply_to, templates
from vigie.answers.query.evaluate import find, resolve
from vigie.answers.query.model import Query
from vigie.answers.query.write import write
from vigie.answers.question import Focus
from vigie.answers.reply import Choice, Reply
from vigie.answers.updates import said
from vigie.answers.view import View

MOST = 3
"""Questions offered."""
OF_ONE = 2
"""Questions about the same thing."""
OWNING = ("runs", "publishes")
"""Relations of an owner to what is theirs."""
FEW = 3
"""Things of a list about which something may be asked."""


def follow(reply: Reply, view: View) -> tuple[Choice, ...]:
    """The questions to offer after `reply`; none after a question back or a refusal."""
    if reply.kind != "answer" or reply.choices or not reply.places:
        return ()
    fresh = View(view.tables, view.phrases)  # a click is a question of its own
    focus = reply.focus or Focus()
    told, asked = {said(reply)}, set(focus.queries[-1:])
    candidates = (
        one
        for one in _candidates(focus, view)
        if write(one[1].query) not in asked and not asks_whose_it_was(one[1].query, focus, view)
    )
    return tuple(islice(_new(candidates, told, fresh), MOST))


def _new(
    candidates: Iterator[tuple[str, Canonical]], told: set[str], view: View
) -> Iterator[Choice]:
    """Those that have an answer which was not given yet."""
    count: dict[str, int] = {}
    for about, one in candidates:
        if about and count.get(about, 0) >= OF_ONE:
            continue
        answer = _answer(one, view)
        if answer is None or answer.kind != "answer" or not answer.places or _is_told(answer, told):
            continue
        told.add(said(answer))
        count[about] = count.get(about, 0) + 1
        yield Choice(one.shown, write(one.query))


def _answer(one: Canonical, view: View) -> Optional[Reply]:
    """What a question of its own gets, where the knowledge holds it; made once."""
    return view.tables.once(
        (view.phrases, one.query),
        lambda: reply_to(one, view) if held(one.query, view) else None,
    )


def asks_whose_it_was(query: Query, focus: Focus, view: View) -> bool:
    """Whether it asks whose a thing is that was just told of its owner: "qui s'occupe de la
    ligne ?" told it in other words."""
    if query.want != "owner":
        return False
    own = (
        view.world.left(each, one) for each in OWNING for one in resolve(query.subjects, view.world)
    )
    told = {*focus.subjects, *focus.shown}
    return any(told.intersection(some) for some in own)


def _is_told(answer: Reply, told: set[str]) -> bool:
    """Whether an answer was given already: in the same words, or as the fact behind a no."""
    if said(answer) in told:
        return True
    whole = not (answer.items or answer.after or answer.parts)
    return whole and any(answer.lead.rstrip(".") in text for text in told)


def _candidates(focus: Focus, view: View) -> Iterator[tuple[str, Canonical]]:
    """What may be asked, the nearest to what was said first, with what it is about."""
    for entity in dict.fromkeys((*focus.subjects[:FEW], *focus.shown[:FEW])):
        if entity in view.index:
            yield from _of(entity, templates().get(view.kind(entity), ()), view)
    for topic in _topics(focus, view):
        yield from _of(topic, templates()["topic"], view)
    yield from _of("", templates()["alone"], view)


def _of(ident: str, lines: list[str], view: View) -> Iterator[tuple[str, Canonical]]:
    for line in lines:
        one = view.tables.once((view.phrases, line, ident), partial(made, line, ident, view))
        if one is not None:
            yield ident, one


def _topics(focus: Focus, view: View) -> tuple[str, ...]:
    """What an agency that was described does first, if others do it too."""
    agencies = [one for one in focus.subjects[:1] if view.kind(one) == "agency"]
    topics = [t for one in agencies for duty in view.agency(one).duties for t in duty.topics]
    shared = [t for t in topics if len(view.doing(t)) > 1]
    return tuple(shared[:1])


def held(query: Query, view: View) -> bool:
    """Whether the knowledge holds what is asked: "the document names none" is no way on."""
    if query.select is not None:
        return bool(find(query.select, view.world))
    subjects = resolve(query.subjects, view.world)
    if query.want == "composition":
        return any(view.kind(one) == "body" and view.body(one).members for one in subjects)
    relations = {"origin": "creates", "date": "year", "appointer": "appoints"}
    relation = relations.get(query.want)
    if relation is None:
        return True
    row = view.world.left if relation in ("creates", "appoints") else view.world.right
    return any(
        row(relation, one) or (query.want == "date" and view.world.right("freq", one))
        for one in subjects
    )


def examples(view: View) -> tuple[Choice, ...]:
    """Questions that Vigie can answer, as choices."""
    found = [made(line, "", view) for line in templates()["examples"]]
    return tuple(Choice(one.shown, write(one.query)) for one in found if one)
