"""Which stretches of a message are read as questions of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Optional

from vigie.answers.decide import Decision
from vigie.answers.grammar import unique
from vigie.answers.heard import heard, only_said_for
from vigie.answers.query.model import FACTS, UNKNOWN, Query, arguments
from vigie.answers.question import OUTSIDER, Focus, Question
from vigie.answers.reading.claims import once_asked
from vigie.answers.reading.context import spoken_of
from vigie.answers.reading.proposed import UNASKED
from vigie.answers.reading.rejected import only_rejects
from vigie.answers.reading.understand import Understood, understand
from vigie.answers.understood import understood
from vigie.answers.view import View

MOST = 5
"""Questions of one message that are answered."""
SURELY, LIKELY = 0.6, 0.4
"""Likelihood of a form from which a stretch surely asks so; of those that all end as questions."""
ASKS = 0.4
"""Likelihood of all forms of facts under which a stretch only tells,"""
HARDLY = 0.35
"""if no reading of it is surer than this."""
STOPS = (".", "!", ":", "…")
"""Ends of a stretch that asks nothing by its mark."""
SAYS = 0.5
"""Likelihood of thanks and the like from which a stretch is answered as such."""
SURER = 0.2
"""How much surer the whole must be than its parts on the average. On six authors that nothing was
learned from, this reads 48.7 % of their messages with several questions wholly right and 79.2 % of
the others; 0 reads 39.6 and 79.6, 0.5 49.8 and 78.8."""


def of_each(queries: Sequence[Query], focus: Focus) -> Focus:
    """What is remembered of a message that asks the same of one thing after the other ("que font le
    DoJ et le DHS ?"): all of them were told, and "ils" are they."""
    each = [query.subjects for query in queries if query.act == "describe" and not query.about]
    alone = all(len(subjects) == 1 and isinstance(subjects[0], str) for subjects in each)
    if len(each) < 2 or len(each) < len(queries) or not alone:
        return focus
    return replace(focus, shown=tuple(unique(str(subjects[0]) for subjects in each)))


def unseen(focus: Focus, before: Optional[Decision], view: View) -> Focus:
    """What is spoken of for who has yet to see what the part `before` gets: of a claim, what it
    says and not who else is named instead ("seul le DHS enquête-t-il ? Sinon, qui d'autre ?")."""
    query = before.query if before is not None else None
    if query is None or query.act != "verify":
        return focus
    asked = once_asked(query, view.world, Focus())
    return replace(focus, subjects=asked.subjects, shown=asked.shown)


def parts_of(question: Question, view: View) -> tuple[Question, ...]:
    """The stretches that ask, or the whole message, whichever is read with more confidence: what
    was told may be claimed, or say what is asked about, and two names that are compared are one
    question."""
    if not question.clauses or len(question.clauses) > MOST:
        return (question,)
    found = understood(question, view)
    each = list(_sures(question, view, heard(question, view.focus)))
    mean = _mean(one.asks for one in each)
    margin = SURER if len(each) > 1 else 0.0
    best = found.readings[0] if found.readings else None
    if _said_of_others(question, found, each):
        return (question,)
    joins = best is not None and best.proposal.joins and not best.leaves
    if joins and found.asks > mean - margin and not _each_asks(question):
        return (question,)
    left = len(each) > 1 and best is not None and best.leaves
    if found.asks > mean + margin and not left and not _each_asks(question):
        return (question,)
    return tuple(_asking(question, each, spoken_of(view.focus)))


def _said_of_others(question: Question, found: Understood, each: Sequence[Understood]) -> bool:
    """Whether the only stretch that asks is read of something that the message does not name, and
    the whole of what it names: "je parle du HHS et du DoT. Quel est leur public ?"."""
    asking = [one for one in each if one.asks]
    if len(asking) != 1 or not found.readings:
        return False
    whole, part = found.readings[0], asking[0].readings[0]
    named = {*question.ids(), *_outsiders(question)}
    leans = part.proposal.lent and named.isdisjoint(arguments(part.query))
    fits = whole.query.act in FACTS and not whole.leaves and not whole.proposal.lent
    return bool(leans) and fits and not named.isdisjoint(arguments(whole.query))


def _outsiders(question: Question) -> Iterator[str]:
    """What is named that the document does not have, as a query says it."""
    for one in question.mentions:
        if one.kind == OUTSIDER:
            yield f"{UNKNOWN}{question.text[one.start : one.end]}"


def _each_asks(question: Question) -> bool:
    """Whether each of several stretches surely asks for a fact, and none for the same."""
    likeliest = [(*clause.forms[0], clause.ids()) for clause in question.clauses if clause.forms]
    least = LIKELY if all(map(_marked, question.clauses)) else SURELY
    surely = all(likely >= least and _of_fact(form) for form, likely, _ in likeliest)
    different = len({(form, ids) for form, _, ids in likeliest}) == len(question.clauses) > 1
    return surely and different


def _marked(clause: Question) -> bool:
    """Whether a stretch ends as a question."""
    return clause.text.rstrip().endswith("?")


def _asking(
    question: Question, each: Sequence[Understood], spoken: Collection[str]
) -> Iterator[Question]:
    """The stretches, without those before the last that hardly ask and are hardly understood:
    "dont acte", "le SPOG, je connais"; nor those that only say of what is asked next: "revenons au
    Trésor."; or what it is not asked of: "non, pas le TIP."."""
    *before, last = question.clauses
    for clause, found, following in zip(before, each, question.clauses[1:]):
        if only_said_for(clause, following) or only_rejects(clause, spoken):
            continue
        names = _only_names(clause, found)
        fact = sum(likely for form, likely in clause.forms if _of_fact(form, leaning=not names))
        said = sum(likely for form, likely in clause.forms if form.startswith(UNASKED))
        sure = found.sure >= HARDLY and not names
        if fact >= ASKS or said >= SAYS or sure or "?" in clause.text:
            yield clause
    yield last


def _only_names(clause: Question, found: Understood) -> bool:
    """Whether a stretch may only name what is asked about next."""
    described = found.readings and found.readings[0].query.act == "describe"
    return bool(described) and clause.text.rstrip().endswith(STOPS)


def _of_fact(form: str, leaning: bool = False) -> bool:
    """Whether a form asks for a fact; with `leaning`, also one that takes over the last query."""
    return form.split()[0] in FACTS or (leaning and form.startswith("~"))


def _mean(sures: Iterable[float]) -> float:
    """Of those that ask something, how sure they are on the average."""
    some = [one for one in sures if one]
    return sum(some) / len(some) if some else 0.0


def _sures(question: Question, view: View, focus: Focus) -> Iterator[Understood]:
    """What is made of each stretch, after `focus` and those before it."""
    for clause in question.clauses:
        found = understand(clause, view.world, focus)
        yield found
        query = found.readings[0].query if found.readings else None
        if query is not None and query.act in FACTS:
            focus = once_asked(query, view.world, focus)
