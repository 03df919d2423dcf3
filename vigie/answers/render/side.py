"""compare and gap: two things side by side, and the years between them."""

from __future__ import annotations

from typing import Optional

from vigie.answers.grammar import capital, listing, number, sentence
from vigie.answers.query.evaluate import resolve
from vigie.answers.query.model import Query
from vigie.answers.query.years import year
from vigie.answers.question import Focus
from vigie.answers.render.attributes import attribute
from vigie.answers.render.comparison import compare
from vigie.answers.render.duties import does, doing
from vigie.answers.render.in_brief import apart
from vigie.answers.render.near import near_to
from vigie.answers.render.table import of_sentences
from vigie.answers.render.told_apart import dated_or_born
from vigie.answers.render.words import called, label, labels_of
from vigie.answers.reply import Reply
from vigie.answers.view import View, places


def compared(query: Query, view: View) -> Optional[Reply]:
    """The reply to a compare, on everything, on one topic or on one attribute."""
    ids = resolve(query.subjects, view.world)
    if len(ids) < 2 or any(one not in view.index for one in ids):
        return None
    if not query.about:
        return compare(ids, view)
    on_topics = view.index.is_topic(query.about[0])
    points = tuple(one for one in query.about if view.index.is_topic(one)) if on_topics else ()
    agencies = all(view.kind(one) == "agency" for one in ids)
    if points and agencies and not any(doing(one, points, view).duties for one in ids):
        return _on_nothing(ids, points, view)
    said: list[Reply] = []
    for one in ids[:4]:
        told = _on_topics(one, points, view) if points else attribute(query.about[0], one, view)
        if told is None:
            return None
        said.append(told)
    names = listing([called(i, view, "bref") for i in ids])
    matter = apart([label(one, view) for one in points])
    lead = view.say("compare_on", names=names, topic=matter) if points else ""
    return Reply(
        lead or view.say("compare", names=names),
        tuple(capital(_whole(one.lead)) for one in said),
        view.say("the_same_said") if points and _alike(ids, points, view) else "",
        places=tuple(dict.fromkeys(p for one in said for p in one.places)),
        focus=Focus(ids, points, ids),
        table=of_sentences(
            ids[:4],
            matter or view.say("compare_brief"),
            [_whole(one.lead) for one in said],
            view,
        ),
    )


def _on_nothing(ids: tuple[str, ...], points: tuple[str, ...], view: View) -> Reply:
    """That the document cites none of these agencies for it; then all that it says of them."""
    whole, matter = compare(ids, view), apart([label(one, view) for one in points])
    return whole.with_(
        lead=f"{view.say('none_of_them', topic=matter)} {whole.lead}",
    )


def _whole(lead: str) -> str:
    """A sentence that a list would follow, without it."""
    return sentence(lead.rstrip().removesuffix(":").rstrip())


def _alike(ids: tuple[str, ...], topics: tuple[str, ...], view: View) -> bool:
    """Whether the document says the same of all of them."""
    told = [tuple(duty.does for duty in doing(one, topics, view).duties) for one in ids]
    return bool(told[0]) and len(set(told)) == 1


def _on_topics(one: str, topics: tuple[str, ...], view: View) -> Reply:
    found = doing(one, topics, view)
    if found.duties:
        return Reply(sentence(does(one, topics, view)), places=places(*found.duties))
    lead = view.say("says_not_does", who=called(one, view), of=labels_of(topics, view))
    near = near_to(one, topics, view)
    if near is None:
        return Reply(lead, reason="topic", places=places(view.entity(one)))
    return near.with_(lead=f"{sentence(lead)} {near.lead}", reason="topic")


def gap(query: Query, view: View) -> Optional[Reply]:
    """The years between two things, and the two dates; or which of them has none."""
    ids = resolve(query.subjects, view.world)[:2]
    if len(ids) < 2 or any(one not in view.index for one in ids):
        return None
    dated = [view.world.right("year", one) for one in ids]
    known = [one for one, years in zip(ids, dated) if years]
    facts = [dated_or_born(one, view) for one in known]  # what has no date is named before
    after = " ".join(capital(sentence(fact.lead)) for fact in facts)
    cited = tuple(dict.fromkeys(p for fact in facts for p in fact.places))
    cited = cited or places(*(view.entity(one) for one in ids))
    if all(dated):
        years = abs((year(ids[0], view.world) or 0) - (year(ids[1], view.world) or 0))
        response = "gap_one" if years == 1 else "gap"
        lead = view.say(response, number=capital(number(years)) if years else view.say("same_year"))
        if years == 0:
            lead = view.say("gap_none")
    else:
        unknown = [one for one, years in zip(ids, dated) if not years]
        lead = view.say("gap_unknown", what=listing([called(one, view) for one in unknown]))
    return Reply(lead, after=after, places=cited, focus=Focus(ids, (), ids))
