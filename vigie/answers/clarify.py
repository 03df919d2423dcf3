"""One question back, with choices; and the choice that a message picks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Mapping, Optional

from vigie.answers import counting
from vigie.answers.follow import examples
from vigie.answers.grammar import capital
from vigie.answers.query.line import LineError, arguments, read, write
from vigie.answers.query.model import Query
from vigie.answers.question import Focus, Question
from vigie.answers.reading.evidence import Evidence
from vigie.answers.reading.lacking import Lacking
from vigie.answers.reading.rank import Reading
from vigie.answers.render.answer import answer
from vigie.answers.render.worded import worded
from vigie.answers.reply import Choice, Reply
from vigie.answers.view import View
from vigie.knowledge.text import key

MOST = 6
"""Choices shown at once, besides the one that shows the others; more would not be read."""
BETWEEN = 2
"""Readings of one question among which is asked back."""
TOPICS = 4
"""Topics that are offered as examples."""
_OF_SORT = {"report": "report", "law": "law", "committee": "committee"}
"""The sort of thing that a small word of a vague message speaks of."""


def ask_for(missing: Lacking, evidence: Evidence, view: View) -> Reply:
    """The question back for the thing that a question lacks, with those that would do."""
    borne = {one for thing in evidence.things if len(thing.ids) > 1 for one in thing.ids}
    queries = [
        query
        for query in missing.queries
        if not borne or borne.intersection(arguments(query))  # a name that several things bear
    ]
    response = "ask_which" if borne else f"ask_{missing.kind or 'subject'}"
    if response not in view.phrases:
        response = "ask_subject"
    choices = [Choice(_title(query, view), write(query)) for query in queries]
    return Reply(view.say(response), kind="clarify", choices=shown(choices, view) or examples(view))


def ask_between(readings: Iterable[Reading], view: View) -> Optional[Reply]:
    """The question back that offers the likeliest readings; None where fewer than two of them
    can be put as questions and have an answer."""
    choices: dict[str, Choice] = {}
    for reading in readings:
        title = worded(reading.query, view)
        if title and title not in choices and answer(reading.query, view) is not None:
            choices[title] = Choice(title, write(reading.query))
        if len(choices) == BETWEEN:
            return Reply(view.say("ask_between"), kind="clarify", choices=tuple(choices.values()))
    return None


def vague(evidence: Evidence, view: View) -> Reply:
    """A question about nothing named: about which, by the sort of thing that it speaks of."""
    sorts = [_OF_SORT[one] for one in sorted(evidence.operators) if one in _OF_SORT]
    if sorts:
        queries = [Query("describe", subjects=(one,)) for one in view.world.sort(sorts[0])]
        choices = [Choice(_title(query, view), write(query)) for query in queries]
        return Reply(view.say(f"ask_{sorts[0]}"), kind="clarify", choices=shown(choices, view))
    return Reply(view.say("ask_topic"), kind="clarify", choices=_topics(view))


def _topics(view: View) -> tuple[Choice, ...]:
    """Topics on which many work, as examples."""
    known = sorted(view.knowledge.topics, key=lambda one: -len(view.doing(one.id)))
    return tuple(
        Choice(capital(one.label), f"select agency does={one.id}") for one in known[:TOPICS]
    )


def shown(choices: Sequence[Choice], view: View) -> tuple[Choice, ...]:
    """The first choices, and one for all the others; never for a single one."""
    if len(choices) <= MOST + 1:
        return tuple(choices)
    others = tuple(choices[MOST:])
    return (*choices[:MOST], Choice(view.say("other_choices"), more=others))


def _title(query: Query, view: View) -> str:
    """The full name of what a query is about: an acronym says nothing to whoever does not know
    it. Those of the bodies are in the question, and their full names are too long to choose by."""
    named = [one for one in arguments(query) if one in view.index]
    if not named:
        return worded(query, view) or write(query)
    if view.kind(named[0]) == "report":
        return capital(view.noun(named[0]).name.fr)
    form = "bref" if view.kind(named[0]) == "body" else "nom"
    return capital(format(view.noun(named[0]), form))


def picked(question: Question, focus: Focus, view: View) -> Optional[Choice]:
    """The choice that a message picks: by its key, its title, its place, or another of its names;
    None where it picks none."""
    chosen = _chosen(question, focus, view)
    return Choice.read(chosen) if chosen is not None else None


def others(choice: Choice, view: View) -> Reply:
    """The choices that "the others" stands for."""
    return Reply(view.say("here_are_others"), kind="clarify", choices=shown(choice.more, view))


def _chosen(question: Question, focus: Focus, view: View) -> Optional[Mapping[str, Any]]:
    text = question.text.strip()
    for choice in focus.pending:
        if text == choice["key"] or key(text) == key(str(choice["title"])):
            return choice
    choices = [choice for choice in focus.pending if not choice.get("follows")]
    if len(question.outside.split()) <= 2:
        named = _named(question, choices)
        if named is not None:
            return named
    if choices and len(question.words.split()) <= MOST and not question.ids():
        places = counting.ordinals(question.words)
        if len(places) == 1 and -len(choices) <= places[0] <= len(choices):
            return choices[places[0] - 1 if places[0] > 0 else places[0]]
    return None


def _named(question: Question, choices: Sequence[Mapping[str, Any]]) -> Optional[Mapping[str, Any]]:
    """The only choice that is about the one thing that a message names."""
    ids = question.ids()
    if len(ids) != 1:
        return None
    about = [one for one in choices if ids[0] in _arguments(one)]
    return about[0] if len(about) == 1 else None


def _arguments(choice: Mapping[str, Any]) -> tuple[str, ...]:
    try:
        return tuple(arguments(read(str(choice.get("query", "")))))
    except LineError:  # one that shows the others
        return ()
