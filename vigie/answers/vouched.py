"""Standing by an answer: "vous êtes sûr ?", of all of it or of one thing of its list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from vigie.answers.grammar import capital, listing, numbered, sentence
from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Claim, Query
from vigie.answers.query.relations import KEYS
from vigie.answers.reading.context import stack
from vigie.answers.reading.evidence import Evidence
from vigie.answers.render.answer import answer
from vigie.answers.render.verdict_words import parted
from vigie.answers.reply import Reply
from vigie.answers.updates import of_the_last
from vigie.answers.view import View

MOST = 3
"""Places that are named."""
SHORT = 7
"""Words up to which a message only asks whether it is so; a longer one may say what it doubts, and
"oui" would be taken for an answer to that."""


def vouched(want: str, evidence: Evidence, view: View) -> Reply:
    """Stands by what the document says, and where; never insists beyond it. Of what is named of a
    list, whether it belongs there."""
    queries = stack(view.focus)
    if not view.focus.places:
        return _of_what_is_not_said(queries, view)
    doubted = _doubted(queries[0], named_for_sure(evidence, view), view) if queries else None
    if doubted is not None:
        return doubted
    plainly = want == "sure" and evidence.length <= SHORT
    where = told_places(view.focus.places[:MOST], view)
    lead = view.say("sure" if plainly else "stands", where=where)
    told = answer(queries[0], view) if queries else None
    if told is not None and not told.items and not told.parts:
        fact = parted(told.lead, view)[1]  # "oui, non. Le DHS…" would be heard both ways
        lead = view.say("restated", sure=lead, fact=capital(fact))
    elif told is not None and queries[0].act == "select" and _is_all_shown(told, view):
        lead = view.say("restated", sure=lead, fact=view.say("no_other_such"))
    changes = of_the_last(view)
    return Reply(lead, updates=changes, focus=view.focus, places=view.focus.places)


def _of_what_is_not_said(queries: Sequence[Query], view: View) -> Reply:
    """Stands by it that the document does not say; without a question there is nothing to stand
    by."""
    told = answer(queries[0], view) if queries else None
    if told is None:
        return Reply(view.say("sure_of_nothing"), kind="talk")
    said = (sentence(one.lead.rstrip(" :")) for one in told.parts or (told,))
    lead = view.say("stands_on_one_text", fact=" ".join(said))
    return told.with_(lead=lead, items=(), after="", parts=(), focus=view.focus)


def _is_all_shown(told: Reply, view: View) -> bool:
    """Whether the last answer showed all of a list: "un seul exemple" did not."""
    shown = told.focus.shown if told.focus else ()
    return len(told.items) > 0 and set(shown) <= set(view.focus.shown)


def named_for_sure(evidence: Evidence, view: View) -> tuple[str, ...]:
    """The things that a message names beyond doubt."""
    return tuple(t.ids[0] for t in evidence.things if t.score == 1 and t.ids[0] in view.index)


def told_places(places: Sequence[tuple[str, int]], view: View) -> str:
    """Where something stands, section by section: "la section « … », paragraphes 5 et 12"."""
    titles = {section.id: section.title for section in view.knowledge.source.sections}
    found: dict[str, list[int]] = {}
    for section, number in places:
        found.setdefault(section, []).append(number)
    return listing([_told(titles.get(one, one), numbers, view) for one, numbers in found.items()])


def _told(section: str, numbers: Sequence[int], view: View) -> str:
    name = "where" if len(set(numbers)) == 1 else "where_several"
    return view.say(name, section=section, paragraphs=numbered(numbers))


def _doubted(query: Query, named: tuple[str, ...], view: View) -> Optional[Reply]:
    """Whether the only thing that is named belongs to the list that was shown, by what made it one;
    nothing where that is more than one thing."""
    select = query.select
    if query.act != "select" or select is None or len(named) != 1 or len(select.conditions) != 1:
        return None
    (condition,) = select.conditions
    if condition.denied or named[0] not in find(select, view.world):
        return None
    relation, inverse = KEYS[select.sort][condition.key]
    if not inverse:
        return answer(Query("verify", claims=(Claim(relation, named[0], condition.values),)), view)
    claims = (Claim(relation, value, named) for value in condition.values)
    return answer(Query("verify", claims=tuple(claims)), view)
