"""Two or three things side by side: what each is, then what they share."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.grammar import capital, listing
from vigie.answers.question import Focus
from vigie.answers.render.once import is_only_named, only_named
from vigie.answers.render.portrait import describe_any, summary
from vigie.answers.render.table import table
from vigie.answers.reply import Reply
from vigie.answers.view import View
from vigie.knowledge.model.knowledge import Topic
from vigie.knowledge.model.measures import Report

MOST = 3
"""Things that are told side by side."""


def compare(ids: Sequence[str], view: View) -> Reply:
    """A paragraph for each, then the common points that the document states; of agencies that it
    only names, that it does."""
    if all(is_only_named(one, view) for one in ids):
        return only_named(ids, view)
    ids = tuple(ids[:MOST])
    cited = tuple(place for one in ids for place in describe_any(one, view).places)
    common = _common(ids, view)
    apart = ("chair",) if common and view.kind(ids[0]) == "body" else ()
    return Reply(
        view.say("compare", names=listing([format(view.noun(one), "bref") for one in ids])),
        tuple(capital(summary(one, view, apart)) for one in ids),
        common,
        places=tuple(dict.fromkeys(cited)),
        focus=Focus(ids, (), ids),
        table=table(ids, _shared(ids, view), view),
    )


def _common(ids: tuple[str, ...], view: View) -> str:
    """What they share: who chairs the bodies, on what the agencies have duties."""
    kinds = {view.kind(one) for one in ids}
    if kinds == {"body"}:
        return _chair_of_all(ids, view)
    if kinds == {"report"}:
        return _titles_only(ids, view)
    if kinds != {"agency"}:
        return ""
    broad = _shared(ids, view)
    publish = all(view.world.right("publishes", one) for one in ids)
    if not broad:
        response = "reports_in_common" if publish else "nothing_common"
        return view.say(response, to=_all(ids, "bau", view))
    response = "commons" if len(broad) > 1 else "common"
    topics = listing([topic.label for topic in broad])
    common = view.say(response, of=_all(ids, "bdu", view), topics=topics)
    return view.say("common_reports", common=common) if publish else common


def _chair_of_all(ids: tuple[str, ...], view: View) -> str:
    """The agency that chairs all these bodies, where one does."""
    chairs = [view.body(one).chair for one in ids]
    agencies = {chair.agency for chair in chairs if chair}
    if len(agencies) != 1 or not all(chairs):
        return ""
    return view.say("common_chair", of=_all(ids, "bdu", view), chair=view.noun(agencies.pop()))


def _titles_only(ids: tuple[str, ...], view: View) -> str:
    """That nothing but their titles sets reports apart, where the document tells no more."""
    reports = [entity for entity in map(view.entity, ids) if isinstance(entity, Report)]
    told = {(report.owner, bool(report.frequency), report.date) for report in reports}
    return view.say("titles_only") if len(told) == 1 else ""


def _all(ids: tuple[str, ...], form: str, view: View) -> str:
    return listing([format(view.noun(one), form) for one in ids])


def _shared(ids: tuple[str, ...], view: View) -> list[Topic]:
    """The broadest topics on which all these agencies have duties."""
    if {view.kind(one) for one in ids} != {"agency"}:
        return []
    worked_on = [
        {topic for duty in view.agency(one).duties for topic in duty.topics} for one in ids
    ]
    shared = [
        topic
        for topic in view.knowledge.topics
        if all(view.tables.below(topic.id) & topics for topics in worked_on)
    ]
    return [topic for topic in shared if not any(topic.id in other.within for other in shared)]
