"""The checks of a statement about bodies: chair, members, counts, nature."""

from __future__ import annotations

import re

from vigie.answers import counting, wording
from vigie.answers.bodies import appointer, chair
from vigie.answers.committees import count_committees, list_committees
from vigie.answers.grammar import capital, listing
from vigie.answers.members import count_members, list_members
from vigie.answers.portraits import body_of, members_of_field
from vigie.answers.question import Focus, Mention, Question
from vigie.answers.render.portrait import describe_any
from vigie.answers.reply import Outcome, Reply
from vigie.answers.rosters import undescribed_members
from vigie.answers.verdicts import negated, verdict
from vigie.answers.view import View, places

CHAIR = re.compile(
    r"\b(presid(?!ents?\b)\w*|(?<!le )(?<!du )presidents?|dirig\w*|chef|patron|a la tete|command\w*"
    r"|pilot\w*|chapeaut\w*|boss)\b"
)
"""Who leads; "nommé par le président" does not ask that."""


_MEMBER = re.compile(
    r"\b(membres?|partie|sieg\w*|appartien\w*|appartenir|dedans|assis|dans la|dans le|fait "
    r"partie|inclu\w*|compte)\b"
)


_NOT_SURVIVORS = re.compile(
    r"\b(fonctionnaires?|experts?|universitaires?|politiques|elus?|ministres?|avocats?|juges?|policiers?|benevoles?|senateurs?)\b"
)


_SURVIVORS = re.compile(r"\b(rescap\w*|surviv\w*|victimes|vecu)\b")


def check_chair(question: Question, view: View) -> Outcome:
    """Is this agency the chair of this body?"""
    if not CHAIR.search(question.outside) and question.intent != "verify_chair":
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
    return verdict(true, fact, view, negated(question)) if isinstance(fact, Reply) else None


def check_membership(question: Question, view: View) -> Outcome:
    """Does this agency sit in this body? Whatever the document does not name does not."""
    seated = [b for b in question.ids("body") if (m := view.body(b).members) and m.agencies]
    body_id = (
        next(iter(seated), None)
        or body_of(question, view)
        or ("pitf" if question.intent == "verify_membership" else "")
    )
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
        agencies = members_of_field(question, view) or [
            s
            for s in view.focus.subjects[:1]
            if view.kind(s) == "agency" and wording.leans(question.words)
        ]
    noun = view.noun(body_id)
    focus = Focus("verify_membership", (*agencies, body_id), (), tuple(agencies))
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
        if question.intent != "verify_membership" or wording.has(question.words, "committee_word"):
            return None
        fact = Reply(view.say("unknown_member", body=noun), places=cited, focus=focus)
        # "Quel est le rôle du FBI dans la PITF ?" asks for no yes and no no.
        return fact if wording.has(question.words, "asks_what") else verdict(False, fact, view)
    inside = [a for a in agencies if a in body.members.agencies]
    outside = [a for a in agencies if a not in body.members.agencies]
    if outside:
        lead = view.say("not_member", who=view.noun(outside[0]), body=noun)
        return verdict(False, Reply(lead, places=cited, focus=focus), view, negated(question))
    who = listing([format(view.noun(a), "le") for a in inside])
    lead = view.say("is_member" if len(inside) == 1 else "are_members", who=who, body=noun)
    return verdict(True, Reply(capital(lead), places=cited, focus=focus), view, negated(question))


def check_fact(question: Question, view: View) -> Outcome:
    """Counts, composition, level, appointment."""
    words = question.words
    numbers = counting.numbers(words)
    body_id = body_of(question, view)
    if (
        wording.has(words, "committee_word")
        and (question.ids("committee") or question.scores)
        and not numbers
    ):
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
    if members and members.agencies and wording.has(words, "described_all"):
        fact = undescribed_members(question, view)
        return verdict(False, fact, view) if isinstance(fact, Reply) else None
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
