"""Yes or no: a statement checked against the document, with the right fact after it.

The pair of kinds that a statement names tells the relation, and the wording settles the
rest. A statement that cannot be decided gets the facts without a yes or a no.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Callable, Union

from vigie.answers import wording
from vigie.answers.agencies import describe_any, likely_topics, matching_duties, present
from vigie.answers.bodies import (
    appointer,
    body_of,
    chair,
    count_committees,
    count_members,
    list_committees,
    list_members,
)
from vigie.answers.grammar import capital, listing
from vigie.answers.laws import law_effect, origin_date, origin_law
from vigie.answers.question import Focus, Mention, Question
from vigie.answers.reply import Missing, Reply
from vigie.answers.reports import (
    list_reports,
    multi_report_agency,
    programme_owner,
    report_owner,
    reports_meant,
)
from vigie.answers.view import View, places

Outcome = Union[Reply, Missing, None]

_CHAIR = re.compile(
    r"\b(presid\w*|dirig\w*|chef|patron|a la tete|command\w*|pilot\w*|chapeaut\w*|boss)\b"
)
_MEMBER = re.compile(
    r"\b(membres?|partie|sieg\w*|appartien\w*|appartenir|dedans|assis|dans la|dans le|fait partie|inclu\w*|compte)\b"
)
_PUBLISH = re.compile(
    r"\b(publi\w*|rapports?|sort|sorti|redig\w*|ecri\w*|produi\w*|eman\w*|signe\w*|auteur|liste)\b"
)
_LAW = re.compile(
    r"\b(loi|lois|cree\w*|creation|institu\w*|instaur\w*|fond\w*|etabli\w*|naissance|ne|nee|date|depuis|existe|amend\w*|acte|texte)\b"
)
_ONLY = re.compile(r"\b(seul|seule|seulement|uniquement|exclusivement|rien que)\b")
_NOT_SURVIVORS = re.compile(
    r"\b(fonctionnaires?|experts?|universitaires?|politiques|elus?|ministres?|avocats?|juges?|policiers?|benevoles?|senateurs?)\b"
)
_SURVIVORS = re.compile(r"\b(rescap\w*|surviv\w*|victimes|vecu)\b")


def verdict(yes: bool, reply: Reply, view: View, negated: bool = False) -> Reply:
    """`reply` with the verdict in front of its first sentence."""
    response = ("indeed_yes" if negated else "yes") if yes else ("indeed_no" if negated else "no")
    return reply.with_(lead=view.say(response, fact=reply.lead), kind="answer")


def verify(question: Question, view: View) -> Outcome:
    """Check the statement by the first relation that its names and words allow."""
    for check in _checks(question):
        outcome = check(question, view)
        if isinstance(outcome, Reply):
            return outcome
    ids = question.ids() or view.focus.subjects[:1]
    if ids:
        return describe_any(ids[0], view).with_(confidence=0.5)
    return Missing("subject")


def _checks(question: Question) -> list[Callable[[Question, View], Outcome]]:
    words = question.outside
    order: list[Callable[[Question, View], Outcome]] = []
    by_intent: dict[str, Callable[[Question, View], Outcome]] = {
        "verify_chair": check_chair,
        "verify_membership": check_membership,
        "verify_report": check_report,
        "verify_law": check_law,
        "verify_role": check_role,
        "verify_fact": check_fact,
    }
    if _CHAIR.search(words) and question.intent != "verify_report" and not question.topics:
        order.append(check_chair)
    first = by_intent.get(question.intent)
    if first:
        order.append(first)
    order += [check_role, check_report, check_law, check_fact, check_chair, check_membership]
    return list(dict.fromkeys(order))


def check_chair(question: Question, view: View) -> Outcome:
    """Is this agency the chair of this body?"""
    if not _CHAIR.search(question.outside) and question.intent != "verify_chair":
        return None
    bodies = question.ids("body") or (
        (body_of(question, view) or "",) if body_of(question, view) else ()
    )
    agencies = question.ids("agency")
    if len(bodies) > 1 and not agencies:
        same = len({b.chair.agency for b in map(view.body, bodies) if b.chair}) == 1
        fact = chair(question, view)
        if not isinstance(fact, Reply):
            return None
        claims_same = not wording.has(question.words, "different")
        return verdict(same == claims_same, fact, view)
    if not agencies:
        agencies = tuple(s for s in view.focus.subjects if view.kind(s) == "agency")[:1]
    if not agencies or (not bodies and not view.chaired_by(agencies[0])):
        fact = chair(question.about(*[m for m in question.mentions if m.kind == "body"]), view)
        if not isinstance(fact, Reply) or not (agencies or bodies):
            return None
        return verdict(False, fact, view) if agencies else fact
    wanted = bodies or tuple(b.id for b in view.chaired_by(agencies[0]))
    chairs = [view.body(b).chair for b in wanted]
    true = all(c is not None and c.agency == agencies[0] for c in chairs)
    fact = chair(
        Question(question.text, mentions=tuple(Mention((b,), "body") for b in wanted)), view
    )
    return verdict(true, fact, view, _negated(question)) if isinstance(fact, Reply) else None


def _negated(question: Question) -> bool:
    return wording.has(question.words, "negated")


def check_membership(question: Question, view: View) -> Outcome:
    """Does this agency sit in this body? Whatever the document does not name does not."""
    body_id = body_of(question, view) or ("pitf" if question.intent == "verify_membership" else "")
    if not body_id:
        return None
    body = view.body(body_id)
    if not body.members:
        return None
    agencies = [i for i in question.ids("agency") if i != body_id]
    others = [i for i in question.ids("body", "committee") if i != body_id]
    if (
        not agencies
        and not others
        and question.intent == "verify_membership"
        and not question.ids("outsider")
    ):
        agencies = _by_portrait(question, view) or [
            s
            for s in view.focus.subjects[:1]
            if view.kind(s) == "agency" and wording.has(question.words, "pronoun")
        ]
    noun = view.noun(body_id)
    focus = Focus("verify_membership", tuple(agencies or [body_id]), (), tuple(agencies))
    cited = places(body.members.list_place or body.members)
    if others and not agencies:
        return verdict(
            False,
            Reply(
                view.say("not_member", who=view.noun(others[0]), body=noun),
                places=cited,
                focus=focus,
            ),
            view,
        )
    if not agencies:
        if question.intent != "verify_membership":
            return None
        lead = view.say("unknown_member", body=noun)
        return verdict(False, Reply(lead, places=cited, focus=focus), view)
    inside = [a for a in agencies if a in body.members.agencies]
    outside = [a for a in agencies if a not in body.members.agencies]
    if outside:
        lead = view.say("not_member", who=view.noun(outside[0]), body=noun)
        return verdict(False, Reply(lead, places=cited, focus=focus), view, _negated(question))
    who = listing([format(view.noun(a), "le") for a in inside])
    lead = view.say("is_member" if len(inside) == 1 else "are_members", who=who, body=noun)
    return verdict(True, Reply(capital(lead), places=cited, focus=focus), view, _negated(question))


_FIELDS = (
    ("renseignement", "odni"),
    ("espion", "odni"),
    ("budget", "omb"),
    ("maison blanche", "omb"),
)


def _by_portrait(question: Question, view: View) -> list[str]:
    return [agency for sign, agency in _FIELDS if sign in question.words and agency in view.index]


def check_report(question: Question, view: View) -> Outcome:
    """Does this agency publish this report, so many, so often?"""
    agencies = question.ids("agency", "body")
    reports = reports_meant(question, view)
    numbers = wording.numbers(question.words)
    if not _PUBLISH.search(question.outside) and not question.ids("report"):
        return None
    described = question.ids("report") or view.tables.titles.best(question.words)
    if agencies and len({r.owner for r in reports}) == 1 and described:
        fact = report_owner(question.about(*[Mention((r.id,), "report") for r in reports]), view)
        return (
            verdict(reports[0].owner in agencies, fact, view, _negated(question))
            if isinstance(fact, Reply)
            else None
        )
    if question.ids("report") and wording.has(question.words, "annual"):
        fact = report_owner(question, view)
        return verdict(bool(reports[0].frequency), fact, view) if isinstance(fact, Reply) else None
    if agencies and "rapport" in question.words:
        mine = [r for a in agencies for r in view.reports_of(a)]
        fact = list_reports(
            question.about(*[m for m in question.mentions if m.kind in ("agency", "body")]), view
        )
        if not isinstance(fact, Reply):
            return None
        if numbers:
            return verdict(len(mine) in numbers, fact, view)
        if wording.has(question.words, "most"):
            return verdict(len(mine) > 1, fact, view)
        if wording.has(question.words, "annual") and mine:
            return verdict(any(r.frequency for r in mine), fact, view)
        return verdict(bool(mine), fact, view, _negated(question))
    if numbers and not agencies and "rapport" in question.words:
        fact = list_reports(Question(question.text), view)
        return (
            verdict(len(view.knowledge.reports) in numbers, fact, view)
            if isinstance(fact, Reply)
            else None
        )
    if not agencies and wording.has(question.words, "only_one"):
        return multi_report_agency(question, view)
    return None


def check_law(question: Question, view: View) -> Outcome:
    """Is this the law, or the year, that created this?"""
    bodies, laws, years = question.ids("body"), question.ids("law"), wording.years(question.words)
    if not (laws or years):
        return None
    if bodies:
        body = view.body(bodies[0])
        if not body.origin:
            return None
        family = (
            {body.origin.law, view.law_of(bodies[0]).amends} if view.law_of(bodies[0]) else set()
        )  # type: ignore[union-attr]
        right_law = not laws or bool(set(laws) & family)
        right_year = not years or body.origin.year in years
        if "rapport" in question.words and years:
            return _check_report_year(question, years, view)
        fact = origin_law(question, view)
        return (
            verdict(right_law and right_year, fact, view, _negated(question))
            if isinstance(fact, Reply)
            else None
        )
    if "rapport" in question.words and years:
        return _check_report_year(question, years, view)
    if laws and years:
        entity = view.entity(laws[0])
        year = getattr(entity, "year", None)
        fact = origin_date(question, view)
        if not isinstance(fact, Reply) or year is None:
            return fact
        return verdict(year in years, fact, view)
    return law_effect(question, view)


def _check_report_year(question: Question, years: tuple[int, ...], view: View) -> Outcome:
    dated = [r for r in view.knowledge.reports if r.date]
    if not dated:
        return None
    fact = origin_date(question.about(Mention((dated[0].id,), "report")), view)
    return (
        verdict(any(str(y) in dated[0].date for y in years), fact, view)
        if isinstance(fact, Reply)
        else None
    )


def check_role(question: Question, view: View) -> Outcome:
    """Does this agency do that? No comes with who does."""
    agencies = question.ids("agency") or tuple(
        s for s in view.focus.subjects[:1] if view.kind(s) == "agency" and not question.ids("body")
    )
    programmes = question.ids("programme")
    if agencies and programmes:
        fact = programme_owner(
            question.about(*[m for m in question.mentions if m.kind == "programme"]), view
        )
        owner = getattr(view.entity(programmes[0]), "owner", "")
        return (
            verdict(owner in agencies, fact, view, _negated(question))
            if isinstance(fact, Reply)
            else None
        )
    if agencies and not question.topics:
        question = replace(question, topics=likely_topics(question, view))
    if not agencies or not question.topics:
        return None
    subject = agencies[0]
    if _ONLY.search(question.outside):
        return _alone(subject, question, view)
    duties = matching_duties(subject, question, view)
    certain = {t for topic in question.topics for t in view.tables.below(topic)}
    matched = [d for d in duties if certain.intersection(d.topics)]
    if matched:
        lead = view.say(
            "agency_does", agency=view.noun(subject), duties=listing([d.does for d in matched])
        )
        reply = Reply(
            lead,
            places=places(*matched),
            focus=Focus("verify_role", (subject,), question.topics, (subject,)),
        )
        return verdict(True, reply, view, _negated(question)).with_(confidence=_score(question))
    from vigie.answers.agencies import combined

    doings = combined(question.topics, question.scores, view)
    if not doings:
        return None
    fact = present(doings, question.topics, view)
    focus = Focus(
        "verify_role", (subject,), question.topics, fact.focus.shown if fact.focus else ()
    )
    lead = view.say(
        "does_not",
        agency=view.noun(subject),
        topic=listing([view.topic(t).label for t in question.topics]),
    )
    after = fact.lead if not fact.items else ""
    items = fact.items
    text = f"{lead}. {capital(fact.lead)}" if fact.items else lead
    reply = Reply(text, items, after, places=fact.places, focus=focus)
    return verdict(False, reply, view, _negated(question)).with_(confidence=_score(question))


def _alone(subject: str, question: Question, view: View) -> Outcome:
    """ "Seul le DHS enquête": true when nobody else does."""
    from vigie.answers.agencies import combined

    doings = combined(question.topics, question.scores, view)
    if not doings:
        return None
    ids = [doing.id for doing in doings]
    return verdict(ids == [subject], present(doings, question.topics, view), view).with_(
        confidence=_score(question)
    )


def _score(question: Question) -> float:
    return max((question.scores.get(topic, 0.0) for topic in question.topics), default=0.0)


def check_fact(question: Question, view: View) -> Outcome:
    """Counts, composition, level, appointment."""
    words = question.words
    numbers = wording.numbers(words)
    body_id = body_of(question, view)
    if "comite" in words and (question.ids("committee") or question.topics) and not numbers:
        fact = list_committees(question, view)
        return verdict(True, fact, view) if isinstance(fact, Reply) and not fact.items else None
    if "comite" in words and numbers:
        fact = count_committees(question, view)
        count = sum(c.body == (body_id or "spog") for c in view.knowledge.committees)
        return verdict(count in numbers, fact, view) if isinstance(fact, Reply) else None
    if not body_id:
        return None
    body = view.body(body_id)
    members = body.members
    if numbers and members:
        fact = count_members(question, view)
        right = (
            members.number in numbers
            if members.number
            else bool({15, len(members.agencies)} & set(numbers))
        )
        return verdict(right, fact, view) if isinstance(fact, Reply) else None
    if re.search(r"\bministeri\w*", words) and body.level:
        lead = view.say("body_level", body=view.noun(body_id), level=body.level.says)
        return verdict(
            True, Reply(lead, places=places(body.level), focus=Focus("level", (body_id,))), view
        )
    if (
        re.search(r"\b(nomm\w*|designe\w*|elu\w*|choisi\w*)\b", words)
        and members
        and members.appointed
    ):
        fact = appointer(question, view)
        right = ("president" in words) == ("président" in members.appointed.says)
        return verdict(right, fact, view) if isinstance(fact, Reply) else None
    if (
        members
        and not members.agencies
        and (_NOT_SURVIVORS.search(words) or _SURVIVORS.search(words))
    ):
        fact = list_members(question, view)
        return (
            verdict(bool(_SURVIVORS.search(words)), fact, view) if isinstance(fact, Reply) else None
        )
    if (
        body.advises
        and re.search(r"\b(conseil\w*|recommand\w*|avis)\b", words)
        and len(question.ids("body")) > 1
    ):
        fact = describe_any(body_id, view)
        return verdict(body.advises in question.ids("body"), fact, view)
    return None
