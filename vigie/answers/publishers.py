"""Who publishes several reports, only one, none, or the most of those named."""

from __future__ import annotations

from collections import Counter
from typing import Sequence

from vigie.answers import wording
from vigie.answers.grammar import capital, listing, number
from vigie.answers.question import Focus, Question
from vigie.answers.render.publications import titled
from vigie.answers.reply import Outcome, Reply
from vigie.answers.reports import list_reports
from vigie.answers.view import View, places


def _most(among: Sequence[str], counts: Counter[str], view: View) -> Reply:
    """Of those named, who publishes the most, with how many each."""
    ranked = sorted(among, key=lambda one: -counts[one])
    told = [
        view.say(
            "publishes_number",
            owner=view.noun(one),
            number=f"{number(counts[one])} rapport{'s' * (counts[one] > 1)}",
        )
        for one in ranked
    ]
    mine = [r for r in view.knowledge.reports if r.owner in among]
    return Reply(
        capital(listing(told)),
        places=places(*mine),
        focus=Focus("multi_report_agency", (ranked[0],), (), tuple(ranked)),
    )


def _without_report(question: Question, counts: Counter[str], view: View) -> Reply:
    """Those, of the agencies named or of all that are described, that publish nothing."""
    among = question.ids("agency") or tuple(a.id for a in view.knowledge.agencies if a.duties)
    none = tuple(a for a in among if not counts[a])
    if not none:
        lead = view.say("all_publish", who=listing([format(view.noun(a), "le") for a in among]))
        return Reply(lead, places=places(*(view.entity(a) for a in among)))
    lead = view.say("publish_nothing", number=number(len(none)))
    items = tuple(capital(format(view.noun(a), "le")) for a in none)
    if len(none) == 1:
        lead, items = view.say("no_report", owner=view.noun(none[0])), ()
    return Reply(
        lead,
        items,
        places=places(*(view.entity(a) for a in none)),
        focus=Focus("multi_report_agency", none[:1] if len(none) == 1 else (), (), none),
    )


def multi_report_agency(question: Question, view: View) -> Outcome:
    """Who publishes several reports, or only one."""
    counts = Counter(r.owner for r in view.knowledge.reports)
    if wording.has(question.words, "no_report"):
        return _without_report(question, counts, view)
    if wording.has(question.words, "annual") and not wording.has(question.words, "most"):
        return list_reports(question, view)
    if wording.has(question.words, "only_one") and not wording.has(question.words, "most"):
        owners = [o for o, n in counts.items() if n == 1]
        lead = view.say(
            "one_report_each", owners=listing([format(view.noun(o), "le") for o in owners])
        )
        mine = [r for r in view.knowledge.reports if r.owner in owners]
        return Reply(
            lead, places=places(*mine), focus=Focus("multi_report_agency", (), (), tuple(owners))
        )
    among = question.ids("agency", "body")
    if len(among) > 1:
        return _most(among, counts, view)
    several = [o for o, n in counts.items() if n > 1]
    if len(several) != 1:
        return None
    mine = list(view.reports_of(several[0]))
    lead = view.say("several_reports", owner=view.noun(several[0]), number=number(len(mine)))
    return Reply(
        lead,
        tuple(titled(r) for r in mine),
        places=places(*mine),
        focus=Focus("multi_report_agency", (several[0],), (), (several[0],)),
    )
