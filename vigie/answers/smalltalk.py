"""What is no question of fact: courtesy, what lies outside the document, and the answer itself
(its source, its date, its form)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Optional

from vigie.answers import updates
from vigie.answers.beside_a_refusal import beside_a_refusal
from vigie.answers.completed import completed
from vigie.answers.follow import examples
from vigie.answers.grammar import capital, sentence
from vigie.answers.query.model import Query, arguments
from vigie.answers.question import OUTSIDER, Focus
from vigie.answers.reacted import denied
from vigie.answers.reading.closed import closed
from vigie.answers.reading.context import stack
from vigie.answers.reading.evidence import Evidence
from vigie.answers.render.answer import answer
from vigie.answers.render.overview import overview
from vigie.answers.render.shape import FORMS, formed, resaid
from vigie.answers.render.worded import worded
from vigie.answers.reply import Reply, together
from vigie.answers.sourced import changed, dated, source
from vigie.answers.view import View
from vigie.answers.vouched import vouched

_TALK = {"bye": "goodbye", "how": "how_are_you", "bot": "bot_challenge"}
_OUTSIDE = {
    "far": "oos_far",
    "near": "oos_near",
    "country": "oos_country",
    "figures": "oos_figures",
    "legal": "oos_legal",
    "news": "oos_news",
}
"""The responses that are not called as what they answer."""
WITH_EXAMPLES = ("greet", "capabilities")
OFFERED = ("far", "near", "news", "figures")
"""What lies outside the document and is no request for advice, beside which examples may stand."""


def responded(query: Query, evidence: Evidence, view: View, words: str = "") -> Optional[Reply]:
    """The reply to a query about no fact, asked in these folded words; None where it is not one of
    these."""
    if query.act == "talk":
        name = _TALK.get(query.want, query.want)
        choices = examples(view) if name in WITH_EXAMPLES else ()
        return Reply(view.say(name), kind="talk", choices=choices)
    if query.act == "none":
        return _outside(query.want, evidence, words, view)
    if (query.act, query.want) == ("meta", "no"):
        return denied(words, view)
    if query.act == "meta":
        return _META[query.want](query.want, evidence, view)
    if query.act == "help":
        return answer(Query("get", "contact", subjects=(view.knowledge.safety.programme,)), view)
    return None


def greeted(reply: Reply, words: str, view: View) -> Reply:
    """What is said beside no fact to whoever begins with a greeting, with one: "bonjour, c'est bien
    ici qu'on pose des questions ?"."""
    hello = view.say("hello")
    begins = not closed("greeting").isdisjoint(words.split()[:1])
    newcomer = reply.kind == "clarify" and not view.focus.queries  # who says first who they are
    if not (reply.kind == "talk" or newcomer) or not begins or reply.lead.startswith(hello):
        return reply
    return reply.with_(lead=f"{hello} {reply.lead}")


def _outside(want: str, evidence: Evidence, words: str, view: View) -> Reply:
    """An honest refusal, by kind; what the document does not name is named in it."""
    outsiders = [thing for thing in evidence.things if thing.kind == OUTSIDER]
    known = [thing for thing in evidence.things if thing.kind != OUTSIDER and thing.score == 1]
    if outsiders and not known and want in ("near", "country", "news"):
        return Reply(view.say("outsider"), kind="refusal", reason="outsider")
    told = updates.of_the_last(view) if want == "news" else ()
    lead = view.say(_OUTSIDE.get(want, want))
    newcomer = want in OFFERED and not view.focus.queries  # to whom nothing was answered yet
    offered = examples(view) if newcomer else ()
    refusal = Reply(lead, kind="refusal", updates=told, reason=want, choices=offered)
    return beside_a_refusal(refusal, evidence, words, view)


def _again(want: str, evidence: Evidence, view: View) -> Reply:
    """The last answer once more."""
    queries = stack(view.focus)
    told = answer(queries[0], view) if queries else None
    if told is None:
        return Reply(view.say("ask_subject"), kind="clarify", choices=examples(view))
    return told.with_(lead=view.say("said_again", fact=capital(told.lead)))


def _more(want: str, evidence: Evidence, view: View) -> Reply:
    """All that is known of what was spoken of; that it is all, where it was said already."""
    queries = stack(view.focus)
    spoken = [one for query in queries[:1] for one in arguments(query) if one in view.index]
    about = tuple(one for one in (*view.focus.subjects, *spoken) if one in view.index)[:1]
    whole = Query("describe", subjects=about)
    if not about:
        return Reply(view.say("ask_subject"), kind="clarify", choices=examples(view))
    told = answer(whole, view)
    if told is None or whole in queries[:1]:
        lead = view.say("that_is_all")
        again = told or Reply(lead, focus=view.focus, places=view.focus.places)
        return again.with_(lead=f"{lead} {capital(told.lead)}" if told else lead)
    return told


def _shaped(want: str, evidence: Evidence, view: View) -> Reply:
    """The last answer in the form that is asked for."""
    queries = stack(view.focus)
    told = formed(queries[0], (want,), view) if queries else None
    if want == "english":
        only = view.say("english_note")
        sure = (one for one in evidence.things if one.score == 1 and not (one.weak or one.aside))
        named = tuple(one.ids[0] for one in sure if len(one.ids) == 1 and one.ids[0] in view.index)
        if named and not set(named) <= set(view.focus.subjects):  # it is of these that it asks
            told = answer(Query("describe", subjects=named), view) or told
        if told is None:
            return Reply(f"{only} {view.say('other_language')}", kind="talk")
        return together((Reply(only), told)).with_(focus=told.focus or view.focus)
    if told is None:
        return Reply(view.say("ask_subject"), kind="clarify", choices=examples(view))
    return told.with_(focus=told.focus or view.focus)


def _summed_up(want: str, evidence: Evidence, view: View) -> Reply:
    """The last answers, a line each under its question; where there is but one, that one; where
    there is none, the document."""
    if not stack(view.focus):
        return overview(view)
    begins = view.say("in_short", names="").rstrip(". ")
    told: dict[str, Reply] = {}
    for query in reversed(stack(view.focus)):
        asks, short = worded(query, view), resaid(query, "short", view, again=False)
        if asks and short:
            told[asks] = short
    if len(told) < 2:
        return _shaped(want, evidence, view)
    return Reply(
        view.say("summed_up"),
        tuple(f"{asks} {sentence(one.lead.removeprefix(begins))}" for asks, one in told.items()),
        places=tuple(dict.fromkeys(place for one in told.values() for place in one.places)),
        focus=view.focus,
    )


def _whole(want: str, evidence: Evidence, view: View) -> Reply:
    return overview(view)


def _limits(want: str, evidence: Evidence, view: View) -> Reply:
    """What the document does not tell of anything, and how much is known of what changed since."""
    written, number = view.knowledge.source.written, len(updates.confirmed(view))
    return Reply(view.say("limits", written=written, number=number), kind="talk")


def _erased(want: str, evidence: Evidence, view: View) -> Reply:
    """That all is forgotten, for whoever keeps something to forget it."""
    return Reply(view.say("erase"), kind="talk", focus=Focus(), erases=True)


def _said(response: str) -> Callable[[str, Evidence, View], Reply]:
    return lambda want, evidence, view: Reply(view.say(response), kind="talk")


_META: Mapping[str, Callable[[str, Evidence, View], Reply]] = {
    "source": source,
    "date": dated,
    "uptodate": dated,
    "repeat": _again,
    "sure": vouched,
    "doubt": vouched,
    "more": _more,
    "erase": _erased,
    "yes": _said("affirmed"),
    "feedback": _said("feedback"),
    "privacy": _said("privacy"),
    **dict.fromkeys((*FORMS, "english"), _shaped),
    "summary": _summed_up,
    "overview": _whole,
    "complete": completed,
    "limits": _limits,
    "changes": changed,
}
