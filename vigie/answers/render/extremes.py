"""max and min: which has the most or the fewest of something, and how many."""

from __future__ import annotations

from typing import Optional

from vigie.answers.grammar import capital, listing, neither, number, sentence
from vigie.answers.query.evaluate import find
from vigie.answers.query.measures import extreme
from vigie.answers.query.model import Query
from vigie.answers.question import Focus
from vigie.answers.render.attributes import attribute
from vigie.answers.render.laws import about, law_of
from vigie.answers.render.left_out import FEW
from vigie.answers.render.nothing import none_found
from vigie.answers.render.portrait import describe_any
from vigie.answers.render.publications import titled
from vigie.answers.render.words import called
from vigie.answers.reply import Reply
from vigie.answers.view import View, places

TIED = {"max_report": "max_report_tied", "max_any": "max_any_tied", "min_any": "min_any_tied"}
"""Sentences that have another for several that are first, or last."""


COUNTED = ("report", "body", "programme", "member", "committee", "law")
"""Measures that are how many there are, none included."""


def extremes(query: Query, view: View) -> Optional[Reply]:
    """The reply to a max or a min."""
    assert query.select is not None
    ids, most = extreme(query.select, query.want, query.act == "max", view.world)
    if not ids:
        return _not_compared(query, view)
    said = listing([called(one, view, "bref" if query.want == "year" else "le") for one in ids])
    response = _response(query, view)
    if response not in view.phrases:
        response = f"{query.act}_any"
    if len(ids) > 1:
        response = TIED.get(response, response)
    if query.want in COUNTED and not most:
        response = "zero_any"
    lead = view.say(
        response,
        who=capital(said),
        it=said,
        number=number(most),
        count=_counted(query, most, view),
        year=_year(ids[0], most, view),
    )
    facts = [_dated(one, view) for one in ids] if query.want == "year" else []
    items = (
        tuple(capital(titled(r)) for one in ids for r in view.reports_of(one))
        if (query.want == "report" and len(ids) == 1)
        else ()
    )
    after = " ".join(sentence(one.lead) for one in facts)
    cited = tuple(p for one in facts for p in one.places)
    return Reply(
        lead,
        items,
        after,
        places=cited
        or places(*(view.entity(i) for i in ids), *(r for i in ids for r in view.reports_of(i))),
        focus=Focus(ids, (), ids),
    )


def _not_compared(query: Query, view: View) -> Optional[Reply]:
    """That the document tells of none what they are compared by; that there is none, where that is
    so."""
    assert query.select is not None
    some = find(query.select, view.world)
    if not some:
        return none_found(query.select, view)
    few = len(some) <= FEW and bool(query.select.among)
    response = "none_measured_year_few" if few else "none_measured_year"
    if few and len(some) == 1:
        response = "none_measured_year_one"
    if query.want != "year":
        response = "none_measured"
    names = [called(one, view) for one in some]
    lead = view.say(response, each=neither(names), it=names[0])
    cited = places(*(view.entity(one) for one in some))
    focus = Focus((), (), some)
    return Reply(lead, kind="refusal", reason="unsaid", places=cited, focus=focus)


def _response(query: Query, view: View) -> str:
    """The name of the sentence: of years another for each sort, or that only one of them is dated,
    which tells nothing of the others."""
    assert query.select is not None
    if query.want != "year":
        return f"{query.act}_{query.want}"
    sort, some = query.select.sort, find(query.select, view.world)
    dated = [one for one in some if view.world.right("year", one)]
    if sort == "report" and len(dated) == 1 < len(some):
        return "lone_dated"
    own = f"{query.act}_year_{sort}"
    return own if own in view.phrases else f"{query.act}_year"


def _dated(ident: str, view: View) -> Reply:
    """The fact that dates a thing: of a body the law that it comes from; of a law, which is dated
    before it, what it is about."""
    if view.kind(ident) == "law":
        law = law_of(ident, view)
        return Reply(about(law, view), places=places(law.about))
    origin = attribute("origin", ident, view) if view.kind(ident) == "body" else None
    return origin or describe_any(ident, view)


def _counted(query: Query, most: int, view: View) -> str:
    """How many, with what is counted: "sept tâches", "une tâche"."""
    unit = f"unit_{query.want}_several" if most > 1 else f"unit_{query.want}"
    if query.select and query.select.sort == "law":
        unit = "unit_made_several" if most > 1 else "unit_made"
    return view.say(unit, number=number(most)) if unit in view.phrases else number(most)


def _year(ident: str, found: int, view: View) -> str:
    years = view.world.right("year", ident)
    return years[0] if years else view.say("before_year", year=found + 1)
