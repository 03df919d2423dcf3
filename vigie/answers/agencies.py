"""Which agency does what: by topic, by topics together, with exclusions; and one agency's part."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional, Sequence

from vigie.answers import wording
from vigie.answers.grammar import capital, listing, number
from vigie.answers.portraits import members_of_field
from vigie.answers.question import Focus, Question
from vigie.answers.reply import Missing, Outcome, Reply
from vigie.answers.view import Doing, View, owners, places

LIKELY_SCORE = 0.15
"""Least score of a topic that is likely without being certain."""


ALIKE = 0.65
"""Share of its score that makes the next topic one that the question names as well."""
FAR_BELOW = 0.6
"""Share of the second score under which a third topic is no rival of the two."""


LIKELY_MARGIN = 1.7
"""How many times the next topic's score it must then have."""


def which_agency(question: Question, view: View) -> Outcome:
    """Who handles the topics of the question, less what it excludes."""
    named = question.ids("programme", "report", "committee")
    if not question.topics:
        if named:
            return _owner_of_named(named[0], view)
        likely = likely_topics(question, view)
        if not likely and len(question.ids("agency")) > 1:
            from vigie.answers.roles import describe_aspect

            return describe_aspect(question, view)
        if not likely:
            return _without_topic(question, view)
        question = replace(question, topics=likely)
    if wording.has(question.words, "written") and not question.ids("agency"):
        written = reports_on(question.topics, view)
        if written:
            return written
    doings = combined(question.topics, question.scores, view)
    doings = _without(doings, question, view)
    among = question.ids("agency")
    if len(among) > 1 or (among and wording.has(question.words, "among")):
        doings = tuple(d for d in doings if d.id in among) or doings
    elif not among and wording.has(question.words, "among_shown"):
        return _of_those_shown(doings, question.topics, view)
    if not doings and question.excluded_topics:
        return _none_without(question, view)
    if not doings:
        return _committee(question.topics, view) or (
            _owner_of_named(named[0], view) if named else None
        )
    reply = present(doings, question.topics, view, count=wording.has(question.words, "count"))
    return reply.with_(
        confidence=max((question.scores.get(t, 0.0) for t in question.topics), default=0.0)
    )


def _none_without(question: Question, view: View) -> Outcome:
    """ "Qui poursuit sans enquêter ?", where all who do the one also do the other."""
    doings = combined(question.topics, question.scores, view)
    if not doings:
        return None
    reply = present(doings, question.topics, view)
    lead = view.say(
        "none_without",
        topic=listing([view.topic(t).label for t in question.topics]),
        excluded=listing([view.topic(t).label for t in question.excluded_topics]),
        fact=capital(reply.lead),
    )
    return reply.with_(lead=lead)


def _of_those_shown(doings: Sequence[Doing], topics: Sequence[str], view: View) -> Reply:
    """ "Parmi eux, qui enquête ?": of the agencies last shown; all who do it where none of them
    does."""
    shown = [s for s in view.focus.shown if view.kind(s) == "agency"]
    kept = tuple(doing for doing in doings if doing.id in shown)
    if kept or not shown:
        return present(kept or doings, topics, view)
    reply = present(doings, topics, view)
    return reply.with_(lead=view.say("none_of_those", others=capital(reply.lead)))


def likely_topics(question: Question, view: View) -> tuple[str, ...]:
    """A topic below the threshold of certainty, when nothing else comes near it or when the
    next ones would name the same agencies."""
    ranked = sorted(question.scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < LIKELY_SCORE:
        return ()
    first, score = ranked[0]
    if len(ranked) > 1 and ranked[1][1] >= ALIKE * score:
        third = ranked[2][1] if len(ranked) > 2 else 0.0
        if third < FAR_BELOW * ranked[1][1]:
            # Two topics alike, far above the rest: the question names both.
            return (first, ranked[1][0])
    same = owners(view.doing(first))
    for other, weight in ranked[1:3]:
        if weight > score / LIKELY_MARGIN and not set(owners(view.doing(other))) & set(same):
            return ()
    return (first,)


def _without_topic(question: Question, view: View) -> Outcome:
    """Nothing recognised: a report described in words, a subject that the document does not
    have, or nothing said at all."""
    if wording.has(question.words, "publication") or view.tables.titles.best(question.words):
        from vigie.answers.reports import report_owner

        return report_owner(question, view)
    field = members_of_field(question, view)
    if len(field) == 1 and "combien" not in question.words:
        from vigie.answers.roles import describe_any

        return describe_any(field[0], view)
    said = [
        word for word in question.outside.split() if len(word) > 4 and word not in _SAYS_NOTHING
    ]
    if len(said) < 2 or wording.has(question.words, "this"):
        return Missing("topic")
    return Reply(view.say("no_topic"), kind="refusal", confidence=0.3)


_SAYS_NOTHING = frozenset(
    "quelle quels quelles occupe occupent americain americaine agence agences ministere "
    "departement charge chargee cette "
    "responsable gouvernement federal contre traite organisme organismes institution "
    "bonjour merci savoir comment gerer "
    "traite personnes etats pourriez indiquer dites voudrais aimerais question affaire "
    "sujet truc chose choses histoire".split()
)


def reports_on(topics: Sequence[str], view: View) -> Optional[Reply]:
    """The reports on these topics, where the document has some."""
    from vigie.answers.reports import listed_reports

    found = [r for r in view.knowledge.reports if set(topics) & set(r.topics)]
    owners_of = {r.owner for r in found}
    if not found:
        return None
    return listed_reports(found, view, focus_subject=owners_of.pop() if len(owners_of) == 1 else "")


def exclude_agency(question: Question, view: View) -> Outcome:
    """Who else does it, besides those named; a report or programme question keeps its sense."""
    if wording.has(question.words, "written") and question.ids(excluded=True):
        from vigie.answers.reports import list_reports

        return list_reports(question, view)
    if question.topics or question.excluded_topics or likely_topics(question, view):
        return which_agency(question, view)
    if view.focus.topics:
        return which_agency(
            question.about(
                *question.mentions,
                topics=view.focus.topics,
                scores=dict.fromkeys(view.focus.topics, 1.0),
            ),
            view,
        )
    return Missing("topic")


def combined(topics: Sequence[str], scores: object, view: View) -> tuple[Doing, ...]:
    """Those who do all the topics if there are any, else those who do each of them.

    "Former des routiers" is training and transport: one agency does both. "Les écoles et
    les transports" is two topics that nobody shares: both lists. Where a broad topic meets
    a narrow one that nobody shares with it, the narrow one is what was meant.
    """
    per_topic = [view.doing(topic) for topic in topics]
    per_topic = [doings for doings in per_topic if doings]
    if len(per_topic) < 2:
        return per_topic[0] if per_topic else ()
    shared = [
        owner for owner in owners(per_topic[0]) if all(owner in owners(d) for d in per_topic[1:])
    ]
    if shared:
        return tuple(_joined(owner, per_topic) for owner in shared)
    narrow = [doings for doings in per_topic if len(doings) <= 2]
    chosen = narrow if narrow and len(narrow) < len(per_topic) else per_topic
    ids = {owner for doings in chosen for owner in owners(doings)}
    return tuple(_joined(owner, chosen) for owner in sorted(ids, key=view.tables.rank.__getitem__))


def _joined(owner: str, per_topic: Sequence[Sequence[Doing]]) -> Doing:
    duties = [duty for doings in per_topic for d in doings if d.id == owner for duty in d.duties]
    both = [duty for duty in duties if duties.count(duty) == len(per_topic)]
    return Doing(owner, tuple(dict.fromkeys(both or duties)))


def _without(doings: tuple[Doing, ...], question: Question, view: View) -> tuple[Doing, ...]:
    gone = set(question.ids(excluded=True))
    for topic in question.excluded_topics:
        gone.update(owners(view.doing(topic)))
    return tuple(doing for doing in doings if doing.id not in gone)


def _committee(topics: Sequence[str], view: View) -> Optional[Reply]:
    found = [c for c in view.knowledge.committees if set(topics) & set(c.topics)]
    bodies = [b for b in view.knowledge.bodies if set(topics) & set(b.topics)]
    if bodies:
        body = bodies[0]
        lead = view.say("body_mission", body=view.noun(body.id), mission=body.mission.says)
        return Reply(
            lead,
            places=places(body.mission),
            focus=Focus("describe", (body.id,), tuple(topics), (body.id,)),
        )
    if not found:
        return None
    committee = found[0]
    lead = view.say(
        "committee_topic",
        theme=committee.theme,
        body=view.noun(committee.body),
        topic=view.topic(topics[0]).label,
    )
    focus = Focus("list_committees", (committee.id,), tuple(topics), (committee.id,))
    return Reply(lead, places=places(committee), focus=focus)


def _owner_of_named(entity_id: str, view: View) -> Outcome:
    from vigie.answers.programmes import programme_owner
    from vigie.answers.reports import report_owner

    question = Question("", mentions=(_mention(entity_id, view),))
    if view.kind(entity_id) == "report":
        return report_owner(question, view)
    if view.kind(entity_id) == "programme":
        return programme_owner(question, view)
    return None


def _mention(entity_id: str, view: View):  # type: ignore[no-untyped-def]
    from vigie.answers.question import Mention

    return Mention((entity_id,), view.kind(entity_id))


def present(
    doings: Sequence[Doing], topics: Sequence[str], view: View, count: bool = False
) -> Reply:
    """One owner: a sentence. Several: how many, then a line each, in document order."""
    ids = owners(doings)
    cited = places(*(duty for doing in doings for duty in doing.duties))
    focus = Focus("which_agency", ids[:1] if len(ids) == 1 else (), tuple(topics), ids)
    if len(doings) == 1:
        doing = doings[0]
        lead = _one(doing, view)
        if count:
            lead = view.say("only_one_does", what=lead)
        return Reply(lead, places=cited, focus=focus)
    labels = listing([view.topic(topic).label for topic in topics])
    lead = view.say("several_do", number=number(len(ids)), topic=labels)
    items = tuple(view.say("item_does", agency=view.noun(d.id), duties=_duties(d)) for d in doings)
    return Reply(lead, items, places=cited, focus=focus)


def _one(doing: Doing, view: View) -> str:
    return view.say("agency_does", agency=view.noun(doing.id), duties=_duties(doing))


def _duties(doing: Doing) -> str:
    return listing([duty.does for duty in doing.duties])
