"""What to make of one question: answer it, say how it was understood, ask back, or refuse."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Optional

from vigie.answers import clarify, outside, smalltalk
from vigie.answers.all_said import as_it_holds
from vigie.answers.as_asked import as_asked
from vigie.answers.follow import examples
from vigie.answers.grammar import number
from vigie.answers.guessed import as_understood
from vigie.answers.hedged import hedged, remembered
from vigie.answers.in_lines import in_lines
from vigie.answers.of_a_year import of_a_year
from vigie.answers.of_the_told import of_the_told
from vigie.answers.outside import HARDLY, asked_beside, no_tale, of_ordinary_work
from vigie.answers.query.model import FACTS, Query
from vigie.answers.query.write import write
from vigie.answers.question import OUTSIDER, Focus, Question
from vigie.answers.reacted import reacted
from vigie.answers.reading.context import DEPTH, referents, stack
from vigie.answers.reading.lacking import lacking
from vigie.answers.reading.rejected import repairs
from vigie.answers.reading.table import table
from vigie.answers.reading.understand import OPEN, TOLD, Understood
from vigie.answers.render.answer import answer
from vigie.answers.render.shape import formed
from vigie.answers.render.words import unnamed
from vigie.answers.reply import Reply
from vigie.answers.says_more import as_far_as_known, as_far_as_said, said_more
from vigie.answers.surely import fills_in, never_said, past_the_end, picks_of_nothing, surely
from vigie.answers.understood import understood
from vigie.answers.view import View

SURE = 0.9
"""Confidence from which a reading is answered without a word on how it was read: of those at 0.9
and above 95 of a hundred are right, of those between 0.8 and 0.9 85, below that two in three."""
LIKELY = 0.1
"""From which it is answered, the question named (`guessed.py`): 1,565 cases pass, at 0.3 1,522."""
UNSURE = 0.05
"""From which the two best readings are offered."""
BESIDE, OF_THE_ANSWER = 0.4, 0.25
"""Confidence from which what asks for no fact is taken as such; if it asks of the last answer."""
TELLS = 0.5
"""The same from which a stretch that tells something asks nothing."""
LACKS = 0.4
"""Likelihood of a form from which Vigie asks for what it lacks."""


@dataclass(frozen=True)
class Decision:
    """The reply to one question, and the query that it answers, if it answers one of facts."""

    reply: Reply
    query: Optional[Query] = None
    understood: bool = True
    """Whether the question was understood, be it to ask back."""
    named: tuple[str, ...] = ()
    """What the question names: it was spoken of, answered or not."""
    asks: bool = True
    """Whether it surely or likely asks something; what only tells needs no answer beside one."""
    meta: str = ""
    """What it asks of the answers themselves, where it asks for no fact: a word of `WORDS`."""
    part: str = ""
    """What of the message it is about, where that asks several things."""
    kept: Optional[Query] = None
    """What is remembered of it, where it answers a query."""
    more: bool = False
    """Whether it states more than the document says."""


def decide(question: Question, view: View, forms: tuple[str, ...] = ()) -> Decision:
    """The reply to one question in a conversation; of a fact, in the forms that the message asks
    for beside it."""
    found = understood(question, view)
    sure = (one.ids for one in found.evidence.things if len(one.ids) == 1 and one.score == 1)
    named = tuple(ids[0] for ids in sure if ids[0] in view.index)
    return replace(_decided(question, found, view, forms), named=named)


def _before_all(question: Question, found: Understood, view: View) -> Optional[Decision]:
    """What goes before any reading of a fact: no French, a sign of thanks, a cry, a job."""
    if outside.is_gibberish(question):
        reply = Reply(view.say("gibberish"), kind="refusal", reason="gibberish")
        return Decision(reply, understood=False)
    if not question.words and not table().pleased.isdisjoint(question.text):
        return Decision(Reply(view.say("thanks"), kind="talk"))
    cry = asked_beside(question, found, "help")
    if cry is not None and (told := _unasked(cry, found, question, view)):
        return told
    other = of_ordinary_work(question, found, view) or of_the_told(question, view)
    return Decision(other) if other else None


def _decided(question: Question, found: Understood, view: View, forms: tuple[str, ...]) -> Decision:
    told = _before_all(question, found, view)
    if told is not None:
        return told
    missing = lacking(question.forms, found.evidence, referents(view.focus, view.world), view.world)
    best = found.readings[0] if found.readings else None
    if missing and missing.likelihood >= LACKS and not surely(found, view):
        unknown = [t.ids[0] for t in found.evidence.things if t.kind == OUTSIDER]
        if unknown:  # of what the document does not name, nothing more is to be known
            return Decision(unnamed(unknown[0], view))
        return Decision(clarify.ask_for(missing, found.evidence, view))
    if best is None:
        return _lost(question, view)
    if best.proposal.kind != "alone" and past_the_end(found, view):
        lead = view.say("no_such_place", number=number(len(view.focus.shown)))
        return Decision(Reply(lead, kind="clarify", focus=view.focus))
    if picks_of_nothing(found, view):
        return Decision(clarify.vague(question, view))
    if best.query.act in FACTS:
        far = asked_beside(question, found, "none") if found.sure < HARDLY else None
        told = _unasked(far, found, question, view) if far else None
        return told or _of_fact(question, found, view, forms)
    if best.query.act in OPEN:
        return _left_open(question, found, view)
    of_the_answer = best.query.act == "meta" and view.focus.queries
    if found.sure < (OF_THE_ANSWER if of_the_answer else BESIDE):
        return _between(question, found, view)
    return _unasked(best.query, found, question, view, forms) or _lost(question, view)


def _left_open(question: Question, found: Understood, view: View) -> Decision:
    """The reply to what seems to ask nothing that can be answered."""
    dated = of_a_year(question, found.evidence, view.world)
    reply = answer(dated, view) if dated else None
    if dated is not None and reply is not None:
        return Decision(as_understood(reply, dated, found, view), dated)
    far = no_tale(question, found)
    refused = _unasked(far, found, question, view) if far else None
    if refused is not None:
        return refused
    held = found.evidence.things or found.evidence.topics
    asks = found.readings[0].query.act != TOLD or found.sure < TELLS
    reaction = None if asks else reacted(question, view)
    if reaction is not None:
        return Decision(reaction, asks=False)
    between = _between(question, found, view) if held else None
    if between is None or not between.understood:
        between = Decision(clarify.of_the_list(question, view) or clarify.vague(question, view))
    return replace(between, asks=asks)


def _unasked(
    query: Query, found: Understood, question: Question, view: View, forms: tuple[str, ...] = ()
) -> Optional[Decision]:
    """The reply to what asks for no fact; None where there is none."""
    reply = in_lines(query, words := question.words, forms, view)
    reply = reply or smalltalk.responded(query, found.evidence, view, words)
    return Decision(reply, meta=query.want if query.act == "meta" else "") if reply else None


def _of_fact(question: Question, found: Understood, view: View, forms: tuple[str, ...]) -> Decision:
    more = said_more(question, found.readings[0].query, view)
    found = as_it_holds(found, more, view.world)
    claimed = found.readings[0].query
    query = as_far_as_known(claimed, more)
    reply = formed(query, forms, view, again=False)
    if reply is None or found.sure < LIKELY:
        return _between(question, found, view)
    reply = hedged(as_asked(reply, query, question, view), found, view)
    reply = as_far_as_said(reply, query, claimed, more, question, view)
    kept = remembered(query, reply, more.may_be, view)
    again = repairs(question) and query in stack(view.focus)[:1]  # hardly the same once more
    if (hardly := again or fills_in(query, found, view)) or found.sure < SURE:
        whole = more.nothing and not hardly and not never_said(query, found, view)
        reply = as_understood(reply, query, found, view, whole)
    return Decision(reply, query, kept=kept, more=more.may_be)


def _between(question: Question, found: Understood, view: View) -> Decision:
    """The likeliest readings as choices, where there are two; else as `_lost`."""
    facts = [one for one in found.readings if one.query.act in FACTS and found.sure >= UNSURE]
    reply = clarify.ask_between(facts, view)
    return Decision(reply) if reply is not None else _lost(question, view)


def _lost(question: Question, view: View) -> Decision:
    """Nothing was understood: the things of the last list as choices, where one of them is meant;
    else what Vigie can answer."""
    of_the_list = clarify.of_the_list(question, view)
    if of_the_list is not None:
        return Decision(of_the_list)
    said = view.say("not_understood")
    reply = Reply(said, kind="refusal", reason="not_understood", choices=examples(view))
    return Decision(reply, understood=False)


def after(query: Query, reply: Reply, before: Focus) -> Focus:
    """What is remembered once a query was answered."""
    queries = (*before.queries, write(query))[-DEPTH:]
    found = reply.focus or Focus()
    if len(found.shown) < 2 <= len(before.shown) and set(found.subjects) & set(before.shown):
        found = replace(found, shown=before.shown)  # "et le dernier ?" is still of that list
    return replace(found, queries=queries, places=reply.places)
