"""An answer to a question of which Vigie is unsure: it says how the question was understood, and
offers the other way to understand it."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from vigie.answers import purpose, unmeasured
from vigie.answers.follow import asks_whose_it_was
from vigie.answers.grammar import capital
from vigie.answers.kin import stems
from vigie.answers.query.model import UNKNOWN, Query
from vigie.answers.query.write import write
from vigie.answers.question import Focus
from vigie.answers.reading.closed import closed
from vigie.answers.reading.understand import Understood
from vigie.answers.render.answer import answer
from vigie.answers.render.only_says import says_no_more
from vigie.answers.render.verdict_words import parted, upheld, without_verdict
from vigie.answers.render.worded import worded
from vigie.answers.reply import Choice, Reply
from vigie.answers.retold import just_told
from vigie.answers.surely import fills_in, never_said
from vigie.answers.view import View

NEAR = 3.0
"""How far below the best a reading is offered. Where none is, questions to go on with are offered
in its place (`follow.py`)."""
LONG = 100
"""Letters of several claims from which they are not said again before their verdicts, each of which
states its fact: it would be three lines on a phone."""
NEXT = 2
"""Readings after the best among which the choice is."""
PLAIN = 0.7
"""Confidence from which a question is not said again before a reply that tells what it was: of 106
such replies to strangers 81 answered what was asked, of 68 below it 33, which are better named
(evaluation/notes/judging.md)."""
UNTOLD = (purpose.REASON, unmeasured.REASON)
"""What the document does not say, and a reply says so: nothing was guessed of it."""
RESTATED = frozenset("chairs creates does in publishes runs".split())
"""Relations of which the fact that is told says again what was claimed, be it so or not."""
UPHELD_AGAIN = RESTATED | frozenset("advises appoints kind level number of year".split())
"""Those of which it does where the claim is upheld."""
ONE_ALONE = ("chairs", "creates", "number")
"""Relations in which one thing alone stands: another is none."""
UPHOLDS = 0.85
"""Confidence from which a reading that is named is upheld all the same: of those nine in ten are
right, below it two in three; what is denied is right in half of them."""
UPHOLDS_ALL = 0.3
"""The same where no word of the message goes beyond the document: of statements by nine authors who
taught nothing 15 of 17 read with 0.3 to 0.5 are what the document says, and 62 of 69 with 0.5 to
0.8 (evaluation/notes/statements.md)."""


def _claims(query: Query) -> frozenset[object]:
    """What a query claims, said or denied, in any order: whoever is told whether it is so need not
    be offered to ask whether it is not."""
    return frozenset((one.relation, one.subject, one.values) for one in query.claims)


def _as_guessed(reply: Reply, sure: float, view: View, is_all: bool, in_full: bool) -> str:
    """What a reply says, without "oui" or "non" where it is not all but sure: of 143 that said
    "oui" to a claim that was only guessed 38 upheld another one than was made, of 20 "non" five
    denied another. What the document says stands for it (evaluation/notes/judging.md), but where
    both sides of what is denied stand `in_full` in the message."""
    if sure >= (UPHOLDS_ALL if is_all else UPHOLDS) and upheld(reply, view):
        return reply.lead
    denies = in_full and parted(reply.lead, view)[0] == view.say("no", fact="").strip()
    return reply.lead if denies else without_verdict(reply.lead, view)


def _names_both(query: Query, found: Understood, view: View) -> bool:
    """Whether a message names both sides of the one thing that it claims, of which there is one
    alone: "la PITF est présidée par le DHS", "le Conseil compte quinze membres". It is that which
    is denied."""
    if len(query.claims) != 1 or query.claims[0].relation not in ONE_ALONE:
        return False
    (claim,) = query.claims
    named = {one for thing in found.evidence.things for one in thing.ids if thing.score == 1}
    said = {*named, *found.evidence.numbers}
    told = not (claim.only or claim.whole or claim.denied)
    return told and {str(claim.subject), *map(str, claim.values)} <= said


def undenied(query: Query) -> Query:
    """A query without its "not": a button that reads « l'ED n'est pas membre de la PITF : est-ce
    exact ? » would seem to say so."""
    claims = tuple(replace(one, denied=False) for one in query.claims)
    return replace(query, claims=claims) if len(claims) == 1 else query


def _is_worth_it(query: Query, fact: str, view: View) -> bool:
    """Whether a button leads to something: not to what the document does not give or does not say,
    nor to whether a `fact` is so that was just told, nor to several claims, whose words nobody
    reads on a button."""
    if len(query.claims) > 1 or _picks_by_place(query):
        return False
    reply = answer(query, view)
    if reply is None or reply.reason:
        return False
    if not query.claims:
        return True
    return bool(upheld(reply, view)) and parted(reply.lead, view)[1] != parted(fact, view)[1]


def _says_it_again(query: Query, fact: str, reply: Reply, view: View) -> bool:
    """Whether the fact, without its verdict, tells what was understood as well as the question
    before it would."""
    if len(query.claims) != 1 or reply.items or fact != parted(fact, view)[1]:
        return False
    (claim,) = query.claims
    plain = isinstance(claim.subject, str) and claim.subject in view.index
    again = UPHELD_AGAIN if upheld(reply, view) else RESTATED
    unsaid = reply.reason == "unsaid" and claim.relation != "does"
    return plain and claim.relation in again and UNKNOWN not in claim.values and not unsaid


def _is_plain(query: Query, said: str, reply: Reply, found: Understood, view: View) -> bool:
    """Whether a reply has the like of each word by which the question was understood, so that this
    one would only be read twice: « Quels rapports publie le DoS ? Le DoS publie… ». Not of what
    is hardly meant. A claim is weighed by `_says_it_again`, which minds its verdict."""
    if query.claims or found.sure < PLAIN:
        return False
    if fills_in(query, found, view) or never_said(query, found, view):
        return False
    words = stems(said) - stems(" ".join(closed("asks_plainly")))
    return words <= stems(" ".join((reply.lead, *reply.items)))


def _picks_by_place(query: Query) -> bool:
    """Whether it asks for what is cited in a place: « Quel comité porte le numéro 2 ? »."""
    return query.select is not None and any(one.key == "rank" for one in query.select.conditions)


def as_understood(
    reply: Reply, query: Query, found: Understood, view: View, is_all: bool = False
) -> Reply:
    """The reply with the question that it answers, and the next likeliest one as a choice where it
    stands near: of 457 wrong replies to strangers it was right in 42 % within 1 of the score of the
    best, in 26 within 2, in 18 within 3, in 10 within 4, and in none of 8 beyond. `is_all`: no word
    of what is claimed goes beyond the document."""
    said = worded(query, view)
    if said is None or reply.parts or (len(query.claims) > 1 and len(said) > LONG):
        return reply
    plain = all(isinstance(one.subject, str) for one in query.claims)  # none that is found first
    in_full = _names_both(query, found, view)
    fact = _as_guessed(reply, found.sure, view, is_all and plain, in_full)
    # Beside the question as it was read, that the document does not say so would be untrue.
    unsaid = says_no_more(reply.lead, view) or reply.reason in UNTOLD
    clear = _says_it_again(query, fact, reply, view) or _is_plain(query, said, reply, found, view)
    told = reply.with_(lead=capital(fact))
    if unsaid:
        lead = reply.lead
    elif clear and not just_told(told, told.focus or Focus(), view):  # it tells the two apart
        lead = told.lead
    else:
        lead = view.say("understood", question=said, fact=capital(fact))
    best, *after = found.readings
    near = (undenied(one.query) for one in after[:NEXT] if best.score - one.score < NEAR)
    others = (
        Choice(text, write(one))
        for one in near
        if _claims(one) != (_claims(best.query) or None)
        and (text := worded(one, view))
        and text != said
        and not asks_whose_it_was(one, reply.focus or Focus(), view)
        and _is_worth_it(one, fact, view)
    )
    return reply.with_(lead=lead, choices=tuple(islice(others, 1)), guessed=True, fact=fact)
