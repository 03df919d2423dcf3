"""From a message and what was said before to the finished reply and the new focus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Optional

from vigie.answers import clarify, retold
from vigie.answers.addresses import pages
from vigie.answers.awaiting import in_order
from vigie.answers.briefly import briefly
from vigie.answers.citation import cite
from vigie.answers.decide import Decision, after, decide
from vigie.answers.exact import as_said_by_somebody
from vigie.answers.follow import examples, follow
from vigie.answers.heard import heard
from vigie.answers.in_form import SHORT, in_form, of_the_named
from vigie.answers.in_lines import names_the_document
from vigie.answers.insist import against, insisted
from vigie.answers.its_words import of_its_words
from vigie.answers.not_named import with_whom_it_does_not_name
from vigie.answers.once_more import once_more
from vigie.answers.only_in_french import only_in_french
from vigie.answers.parts import of_each, parts_of, unseen
from vigie.answers.phrases import Phrases
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.shapes import shape
from vigie.answers.render.answer import answer
from vigie.answers.render.bounded import bound, shared
from vigie.answers.render.shape import FORMS
from vigie.answers.reply import Choice, Reply
from vigie.answers.same_questions import same_questions
from vigie.answers.smalltalk import greeted
from vigie.answers.told_once import Told, told_once
from vigie.answers.updates import tell
from vigie.answers.view import Tables, View
from vigie.answers.whole import together
from vigie.answers.word_for_word import not_word_for_word

DOUBTS = ("sure", "doubt")
"""What is asked of an answer before something is told against it."""


def converse(
    question: Question, focus: Focus, tables: Tables, phrases: Phrases
) -> tuple[Reply, Focus]:
    """The reply to a message and what to remember of it."""
    view = View(tables, phrases, focus)
    choice = clarify.picked(question, focus, view)
    if choice is not None:
        reply, remembered = _chosen(choice, view)
    else:
        reply, remembered = _answered(question, view)
    reply = greeted(clarify.with_the_number(reply, view), question.words, view)
    reply = only_in_french(not_word_for_word(reply, question, view), question, view)
    cited = cite(tell(reply, view), view)
    finished = briefly(cited, view).with_(
        follow=follow(cited.with_(focus=remembered), view), pages=pages(cited, view)
    )
    offered = (*finished.choices, *finished.follow)
    pending = tuple(
        choice.as_slot(place, follows=place >= len(finished.choices))
        for place, choice in enumerate(offered)
    )
    return finished, replace(remembered, pending=pending)


def _chosen(choice: Choice, view: View) -> tuple[Reply, Focus]:
    """What a choice stands for."""
    if choice.more:
        return clarify.others(choice, view), view.focus
    query = read(choice.query)
    reply = answer(query, view)
    if reply is None:
        return Reply(view.say("ask_subject"), kind="clarify", choices=examples(view)), view.focus
    return reply.with_(queries=(choice.query,)), after(query, reply, view.focus)


def _answered(question: Question, view: View) -> tuple[Reply, Focus]:
    """The answers to all the parts of a message, and what is remembered of the last one."""
    quoted = of_its_words(question, view)
    if quoted is not None:
        return quoted, view.focus
    wanted = shape(question.words)
    of_the_document = names_the_document(question.words)
    again = None if of_the_document else in_form(wanted, question.words, view)
    again = again or same_questions(question, view)
    if again is not None:
        return again
    if not question.ids() and says(closed("in_general"), question.words):
        view = View(view.tables, view.phrases)  # "et les victimes, dans tout ça ?", after the DoT
    parts = parts_of(question, view)
    asking = [part for part in parts if not shape(part.words).alone] or parts
    before = view.focus if parts == (question,) else heard(question, view.focus, parts)
    forms = shared(wanted.forms, len(asking))
    told, focus = _in_turn(asking, before, view, forms)
    if [one.meta for _, one in told] == [SHORT]:
        named = of_the_named(question, wanted, view)
        if named is not None:
            reply, query = named
            return reply.with_(queries=(write(query),)), after(query, reply, before)
        within = bound(wanted.forms) and not of_the_document
        again = in_form(wanted._replace(alone=True), question.words, view) if within else None
    if again is not None:
        return again
    form = next((one.meta for _, one in told if one.meta in FORMS), "")
    if form and any(one.query is not None for _, one in told):  # the form of what it asks beside
        rest = [part for part, one in told if one.meta not in FORMS]
        told, focus = _in_turn(rest, before, view, (*forms, form))
    if question.clauses and all(_left_open(one) for _, one in told):
        likely = insisted(question, view)
        if likely is not None and likely.query is not None:
            told, focus = [(question, likely)], after(likely.query, likely.reply, view.focus)
    each = told_once(told, view)
    reply = as_said_by_somebody(together(each, view), question.words, view)
    last = told[-1][1].query
    alone = sum(one.query is not None for one in each) == 1
    if last is not None and alone and retold.just_told(reply, focus, view):
        reply = once_more(reply, last, question, view)
        if reply.kind == "clarify":
            return reply, view.focus
    answered = [one.query for one in each if one.query is not None]
    reply = with_whom_it_does_not_name(reply, question, answered, view)
    queries = tuple(map(write, answered))
    return reply.with_(queries=queries, brief=SHORT in (*wanted.forms, form)), focus


def _in_turn(
    parts: Sequence[Question], focus: Focus, view: View, forms: tuple[str, ...]
) -> tuple[list[Told], Focus]:
    """What is made of each part, those of facts in these forms, and what is remembered of them."""
    told: dict[int, Told] = {}
    listed: tuple[str, ...] = ()
    before: Optional[Decision] = None
    for place in in_order(parts):
        part, heard_of = parts[place], unseen(focus, before, view)
        there = view if heard_of is view.focus else View(view.tables, view.phrases, heard_of)
        decision = decide(part, there, forms)
        if decision.query is None and before is not None and before.meta in DOUBTS:
            decision = against(part, there) or decision
        told[place] = (part, replace(decision, part=part.text))
        before = decision
        if decision.query is not None:
            focus = after(decision.kept or decision.query, decision.reply, focus)
            listed = focus.shown if len(focus.shown) > 1 else listed
        elif decision.reply.focus is not None:
            focus = replace(decision.reply.focus, queries=focus.queries)
        elif decision.named:  # spoken of, though nothing was told of it
            focus = replace(focus, subjects=decision.named, shown=decision.named)
    if listed and len(focus.shown) < 2:  # "le deuxième ?" is of the list in the same reply
        focus = replace(focus, shown=listed)
    found = [told[place] for place in sorted(told)]
    return found, of_each([one.query for _, one in found if one.query is not None], focus)


def _left_open(decision: Decision) -> bool:
    """Whether nothing was answered, but something asked back or not understood."""
    return decision.query is None and (decision.reply.kind == "clarify" or not decision.understood)
