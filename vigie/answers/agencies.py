"""Which agency does what: by topic, by topics together, with exclusions; and one agency's part."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional, Sequence

from vigie.answers import wording
from vigie.answers.doings import combined, likely_topics
from vigie.answers.grammar import capital, listing
from vigie.answers.portraits import members_of_field
from vigie.answers.question import Focus, Mention, Question
from vigie.answers.render.duties import present
from vigie.answers.reply import Missing, Outcome, Reply
from vigie.answers.view import Doing, View, owners, places


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


def _without_topic(question: Question, view: View) -> Outcome:
    """Nothing recognised: a report described in words, a subject that the document does not
    have, or nothing said at all."""
    if wording.has(question.words, "publication") or view.tables.titles.best(question.words):
        from vigie.answers.reports import report_owner

        return report_owner(question, view)
    field = members_of_field(question, view)
    if len(field) == 1 and "combien" not in question.words:
        from vigie.answers.render.portrait import describe_any

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


def _mention(entity_id: str, view: View) -> Mention:
    return Mention((entity_id,), view.kind(entity_id))
