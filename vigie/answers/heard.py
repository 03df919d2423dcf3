"""What is spoken of once a message is heard and before what it asks is read."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from vigie.answers.grammar import unique
from vigie.answers.query.line import read
from vigie.answers.query.model import Query, arguments
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.context import DEPTH, spoken_of
from vigie.answers.reading.evidence import SURE_LINK, SURE_TOPIC
from vigie.answers.reading.of_the_document import turned_to
from vigie.answers.reading.rejected import rejected
from vigie.answers.reading.table import table
from vigie.knowledge.text import fold

LIKELY = 0.3
"""Score of a topic from which a stretch that asks speaks of it itself."""
TOPICS = 2
"""Topics of what is told that may be asked about."""


def heard(question: Question, focus: Focus, asking: Sequence[Question] = ()) -> Focus:
    """What is spoken of once the message is heard and before what it asks is read: beside what was
    before, the things that it names or likely means and its likely topics where it only tells: not
    in those of its stretches that are `asking`, all of them where none is given.
    "J'ai lu que la Justice a un rapport ; comment s'appelle-t-il ?" asks of the Justice. What
    is told to be left out is no longer spoken of: "je parle d'elle, pas de l'EEOC"; nor is anything
    by who turns to the document itself."""
    if turned_to(question):
        return Focus()
    gone = _rejected(question, focus)
    focus = _without(gone, focus)
    clauses = asking or question.clauses
    asked = {one for clause in clauses for one in clause.ids()}
    linked = {one for clause in clauses for one, _ in clause.links}
    likely = (one for one, score in question.links if score >= SURE_LINK and one not in linked)
    silent = [clause for clause in question.clauses if clause not in clauses]
    named = unique([*question.ids(), *(one for clause in silent for one in clause.ids())])
    named = tuple(one for one in named if one not in gone)
    told = [one for one in (*reversed(named), *likely) if one not in asked]
    about = {t for clause in clauses for t, s in clause.scores.items() if s >= LIKELY}
    topics = [t for t, s in question.scores.items() if s >= SURE_TOPIC and t not in about]
    if not question.clauses or not (told or topics):
        return focus
    focus = _turned_to(question, clauses, focus)
    subjects = dict.fromkeys((*told, *focus.subjects))
    shown = tuple(one for one in named if one not in asked) or focus.shown
    topics = [*topics[:TOPICS], *focus.topics]
    return replace(focus, subjects=tuple(subjects), topics=tuple(topics), shown=shown)


def _turned_to(question: Question, asking: Sequence[Question], focus: Focus) -> Focus:
    """What is spoken of once somebody was named alone for a pronoun, as if who they are had been
    asked: "et l'USAID ? Elle finance quoi ?"."""
    queries = [
        write(Query("describe", subjects=one.ids()))
        for one, following in zip(question.clauses, question.clauses[1:])
        if one not in asking and following in asking and only_said_for(one, following)
    ]
    return replace(focus, queries=(*focus.queries, *queries)[-DEPTH:])


def _rejected(question: Question, focus: Focus) -> frozenset[str]:
    """What was spoken of and is done without, named outside of all that asks."""
    asked_of = {one for clause in question.clauses for one in clause.ids()}
    lately = (one for line in focus.queries for one in arguments(read(line)))
    spoken = spoken_of(focus).union(focus.shown, lately)
    return rejected(question, spoken) - asked_of if question.clauses else frozenset()


def _without(gone: Collection[str], focus: Focus) -> Focus:
    """What was spoken of, without some of it and what was asked of that."""
    if not gone:
        return focus
    asked = ((line, arguments(read(line))) for line in focus.queries)
    return replace(
        focus,
        subjects=tuple(one for one in focus.subjects if one not in gone),
        topics=tuple(one for one in focus.topics if one not in gone),
        shown=tuple(one for one in focus.shown if one not in gone),
        queries=tuple(line for line, things in asked if not set(gone).intersection(things)),
    )


def only_said_for(clause: Question, following: Question) -> bool:
    """Whether a stretch only names of whom the next one, which names nobody, asks by a pronoun: "et
    le HHS et le DHS ? Ne forment-ils pas ?"."""
    left = (
        set(fold(clause.text_less(clause.mentions)).split())
        - closed("limits.joining")
        - closed("besides")
    )
    points = not table().subjects.isdisjoint(following.words.split())
    return bool(clause.ids()) and not left and not following.mentions and points
