"""An answer once more, in the form that is asked for: shorter, as a list, with English names."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Optional

from vigie.answers.grammar import capital, listing, number, sentence
from vigie.answers.query.evaluate import resolve
from vigie.answers.query.model import Query
from vigie.answers.question import Focus
from vigie.answers.render.answer import answer
from vigie.answers.render.bounded import SENTENCES, bound, first_points, in_sentences
from vigie.answers.render.brief import shorter, told_of
from vigie.answers.render.listed_as import listed_as
from vigie.answers.render.only import only
from vigie.answers.render.verdicts import holding
from vigie.answers.render.words import called
from vigie.answers.reply import Reply
from vigie.answers.sentences import first_sentence
from vigie.answers.view import View

HOLDS = {True: "claim_right", False: "claim_wrong", None: "claim_open"}
SHORTER = ("short", "summary")
"""What somebody asks for who wants less."""
TABLE, FIGURE = "table", "figure"
OF_ALL = (*SHORTER, "english")
"""Forms of a whole answer."""
ONE_BY_ONE = ("verify", "compare", "gap")
"""Acts of whose answers no part may be left out: a verdict on each claim, each of two things."""
FORMS = (*SHORTER, TABLE)
"""What is asked of the form of an answer."""


def resaid(query: Query, form: str, view: View, again: bool = True) -> Optional[Reply]:
    """The answer to `query` in a form, `again` or for the first time; None for a form that is none
    of an answer."""
    reply = answer(query, view)
    if reply is None:
        return None
    if form in SHORTER:
        if query.act == "compare" and reply.items:
            return _compared(query, reply, view)
        short = _verdict(query, reply, view) if query.act == "verify" else shorter(reply, view)
        same = again and _is_whole(short, reply)
        return short.with_(lead=view.say("said_again", fact=capital(short.lead))) if same else short
    if form == "english":
        return _in_english(reply, view)
    return None


def _compared(query: Query, reply: Reply, view: View) -> Reply:
    """Of each thing that is compared, the first sentence; of agencies, what they see to."""
    shown = reply.focus.shown if reply.focus else ()
    told = [first_sentence(item) for item in reply.items]
    if not query.about and shown and all(view.kind(one) == "agency" for one in shown):
        whole = (answer(Query("describe", subjects=(one,)), view) for one in shown)
        told = [told_of(one, view) for one in whole if one is not None]
    said = " ".join(map(sentence, told))
    return Reply(said, places=reply.places, focus=reply.focus)


def formed(query: Query, forms: Collection[str], view: View, again: bool = True) -> Optional[Reply]:
    """The answer to `query` in all these forms: `resaid`, and where it is a list `listed_as`; of
    so many sentences or points where a form says how many."""
    alone = only(query, forms, view)
    if alone is not None:
        return alone
    counted = answer(query, view) if query.act == "count" and FIGURE in forms else None
    if counted is not None:
        return counted.with_(lead=sentence(counted.lead.rstrip(" :")), items=(), table=None)
    most = bound(forms)
    reply = answer(query, view) if most else None
    if most is None or reply is None:
        return _unbounded(query, forms, view, again)
    others = [one for one in forms if one not in SHORTER and bound((one,)) is None]
    if query.act in ONE_BY_ONE:
        return resaid(query, "short", view, again)
    if most.unit == SENTENCES:
        told = in_sentences(reply, most.most, view)
    else:
        listed = _unbounded(query, others, view, again=False)
        told = first_points(listed or reply, most.most, others, view)
    if told is None or not (again and told.lead and _is_whole(told, reply)):
        return told
    return told.with_(lead=view.say("said_again", fact=capital(told.lead)))


def _unbounded(query: Query, forms: Collection[str], view: View, again: bool) -> Optional[Reply]:
    reply = answer(query, view)
    if query.act == "describe" and reply and "each" in forms:
        if not reply.parts:  # of one of several things that the message asks about
            return resaid(query, "short", view, again)
        reply = _one_by_one(query, reply, view) or reply
    if TABLE in forms:
        return _in_columns(reply, forms, view) if reply else None
    whole = next((one for one in OF_ALL if one in forms and "each" not in forms), "")
    reply = resaid(query, whole, view, again) if whole else reply
    told = listed_as(reply, forms, view) if reply else None
    return told or (reply if whole or not again else None)


def _one_by_one(query: Query, reply: Reply, view: View) -> Optional[Reply]:
    """Several things that are described, as a list of them; None where one has nothing to list."""
    ids = resolve(query.subjects, view.world)
    if not all(one in view.index for one in ids):
        return None
    return Reply(
        view.say("list_among", number=number(len(ids))),
        tuple(capital(called(one, view)) for one in ids),
        places=reply.places,
        focus=Focus(ids, (), ids),
    )


def _in_columns(reply: Reply, forms: Collection[str], view: View) -> Reply:
    """The answer as a table, for whoever can show one: where it is plain text it is said to be
    none, and so where it has no rows."""
    told = reply if reply.table else listed_as(reply, (*forms, "rows"), view)
    none = view.say("no_table")
    if told is not None:
        return told.with_(plain_note=none)
    return reply.with_(lead=f"{none} {sentence(capital(reply.lead))}")


def _is_whole(short: Reply, reply: Reply) -> bool:
    """Whether a reply made shorter is all of it, being one sentence already."""
    rest = [(one.items, one.after, one.parts) for one in (short, reply)]
    return rest[0] == rest[1] and short.lead.rstrip(".") == reply.lead.strip().rstrip(".")


def _verdict(query: Query, reply: Reply, view: View) -> Reply:
    """Yes or no with the fact that tells it; of several claims, whether each holds."""
    if len(query.claims) > 1:
        verdicts = listing([view.say(HOLDS[one]) for one in holding(query, view)], "puis")
        return Reply(view.say("in_turn", verdicts=verdicts), places=reply.places)
    verdict = first_sentence(reply.lead)
    fact = first_sentence(reply.lead.removeprefix(f"{verdict}."))
    short = f"{verdict}. {fact}" if fact else verdict
    return Reply(short, places=reply.places)


def _in_english(reply: Reply, view: View) -> Optional[Reply]:
    """The English names of what the answer was about."""
    focus = reply.focus
    named = [one for one in (focus.shown or focus.subjects) if one in view.index] if focus else []
    if not named:
        return None
    asked = Query("get", "english", subjects=tuple(named[:4]))
    told = answer(asked, view)
    return replace(told, focus=focus) if told else None
