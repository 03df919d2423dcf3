"""All the queries that a question may mean in a conversation: alone, of what was spoken of, of what
it picks from a list, of all of it, and of what was left out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from vigie.answers.query.model import Query, arguments
from vigie.answers.query.refused import refused
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.agree import gender, odd
from vigie.answers.reading.all_of_them import asked_of, last_list, of_all_of_them
from vigie.answers.reading.called import (
    called_first,
    calls_for_another,
    miscalled,
    pointed_at,
    the_one_called,
)
from vigie.answers.reading.carry import carried
from vigie.answers.reading.context import (
    counterpart,
    picked,
    referents,
    stack,
    the_one_doing,
)
from vigie.answers.reading.evidence import Evidence
from vigie.answers.reading.finer.of_the_president import speaks_of_him
from vigie.answers.reading.points import pointed
from vigie.answers.reading.proposal import Proposal
from vigie.answers.reading.propose import proposals
from vigie.answers.reading.sense import (
    LISTS,
    halves,
    is_a_name,
    misdated,
    mistakes_names,
    of_a_president_unsaid,
    rests_on_nothing,
    says_twice,
    seats_a_thing,
    sensible,
)

SHORT = 4
"""Words up to which a message may rest on what was said alone."""
PICKED = 0.3
"""What leaning on a list counts for, as the likelihood that what was picked is all that is asked
about, where it has no form of its own: of such turns of authors held out 79.8 % were read right,
79.0 without, 73.9 at 1."""
Forms = tuple[tuple[str, float], ...]
"""Forms with how likely they are."""
LEAST_OWN = 0.01
"""How likely it is at least that a message asks something of its own."""
UNASKED = ("talk", "meta", "none", "help")
"""Acts of messages that ask for no fact: how they lean is not learned."""
NOTHING = Focus()
"""Where nothing was said before."""


def proposed(
    question: Question, evidence: Evidence, world: World, focus: Focus = NOTHING
) -> list[Proposal]:
    """All the queries that a question may mean in a conversation."""
    point = pointed(question, evidence, focus, world)
    if point is not None:
        return [Proposal(point, 1.0, lent=1, kind="index")]
    spoken = called_first(referents(focus, world), question.outside, world)
    spoken = pointed_at(spoken, question.outside, world) or spoken
    of_many = the_one_called(focus.shown, question.outside, world)
    of_many = of_many or the_one_doing(focus.shown, evidence, world)
    spoken = (*of_many, *(pair for pair in spoken if pair not in of_many))
    forms = question.forms if focus.queries else _alone(question.forms)
    chosen = picked(evidence, focus, world)
    made_of_it = proposals(forms, evidence, spoken)
    found = [each for made in made_of_it for each in _leaning(made, chosen)]
    if calls_for_another((one for one, kind in spoken if kind != "topic"), question.outside, world):
        found = [
            replace(made, kind="lent") if made.query.act == "vague" else made for made in found
        ]
    if chosen:
        by_place = _about(chosen, proposals(question.forms, evidence, (*chosen, *spoken)))
        found += [_of_all(replace(made, kind="index"), chosen) for made in by_place]
        found.append(_picked_alone(question, chosen))
    left = counterpart(focus, world)
    if left:
        by_contrast = proposals(question.forms, evidence, (*left, *spoken))
        found += [replace(made, kind="other") for made in _about(left, by_contrast)]
    of_all = list(of_all_of_them(question, evidence, focus, world))
    if of_all:
        listed = focus.shown if last_list(focus) else ()
        found = [made for made in found if not _about_one(made, listed)] + of_all
    found += carried(question, evidence, [made for made in found if not made.lent], focus, world)
    said = gender(question.words) if focus.queries else None
    last = stack(focus)[:1]
    newcomer = not focus.queries and is_a_name(question)
    return [
        replace(
            made,
            odd=bool(made.lent) and made.kind != "index" and odd(made.query, said, world),
            repeats=(made.kind not in ("again", "alone", "index") and made.query in last)
            or (made.kind == "index" and _just_shown(made.query, last, evidence)),
            leans=_leans(made, question) if focus.queries else 1.0,
            missed=(made.kind != "index" and not made.numbers and misses(made.query, chosen))
            or (evidence.length <= SHORT and bool(focus.queries) and rests_on_nothing(made)),
        )
        for made in (sensible(one, world, newcomer) for one in found)
        if not halves(made.query, question, chosen)
        and not says_twice(made.query)
        and not misdated(made.query)
        and not seats_a_thing(made.query, world)
        and not mistakes_names(made, evidence, world)
        and (speaks_of_him(question.words) or not of_a_president_unsaid(made))
        and not (made.lent and miscalled(made.query, question.outside, world))
    ]


def _about_one(made: Proposal, shown: Collection[str]) -> bool:
    """Whether it takes one of the things just listed for what is left unsaid."""
    query = made.query
    held = query.subjects or tuple(claim.subject for claim in query.claims)
    if query.select is not None:
        held = tuple(value for one in query.select.conditions for value in one.values)
    return made.kind == "lent" and len(held) == 1 and held[0] in shown


def _just_shown(query: Query, last: Sequence[Query], evidence: Evidence) -> bool:
    """Whether it asks what the last list told of each, and the message does not say: "que fait le
    premier ?", of those who train, does not ask how it trains."""
    if query.act != "describe" or not query.about or not last or last[0].act != "select":
        return False
    said = {topic for topic, _ in evidence.topics}
    return said.isdisjoint(query.about) and set(query.about) <= set(arguments(last[0]))


def misses(query: Query, chosen: Sequence[tuple[str, str]]) -> bool:
    """Whether it is about nothing of what the message picks by its place: "Que signifie OMB, le
    deuxième ?" names it too."""
    asked = set(arguments(query))
    return bool(chosen) and asked.isdisjoint(one for one, _ in chosen)


def _leans(made: Proposal, question: Question) -> float:
    """How likely the message leans so; thanks and the like lean on nothing that was asked."""
    return 1.0 if made.query.act in UNASKED else question.leans.get(made.kind, 1.0)


def _leaning(made: Proposal, chosen: Sequence[tuple[str, str]]) -> Iterator[Proposal]:
    """The ways in which it may lean: what denies the thing that was spoken of may ask for the
    others ("ceux qui ne viennent pas de lui"); what is named may be picked by its place as well."""
    yield made
    if made.kind == "lent" and made.query.act in LISTS and refused(made.query):
        yield replace(made, kind="other")
    if made.kind == "alone" and chosen and not misses(made.query, chosen):
        yield replace(made, kind="index")


def _alone(forms: Forms) -> Forms:
    """The forms where nothing was said before: how likely each is, given that none leans on it.
    "Et le Trésor ?" is nearly surely the last question with another name, and else asks what that
    is."""
    leaning = sum(likely for form, likely in forms if form.startswith("~"))
    own = max(1 - leaning, LEAST_OWN)
    return tuple((form, likely / own) for form, likely in forms if not form.startswith("~"))


def _about(things: tuple[tuple[str, str], ...], made: Iterable[Proposal]) -> Iterator[Proposal]:
    """The proposals that take one of these things for what is left unsaid."""
    ids = {one for one, _ in things}
    return (one for one in made if one.lent and ids.intersection(arguments(one.query)))


def _picked_alone(question: Question, chosen: tuple[tuple[str, str], ...]) -> Proposal:
    """What was picked described, where that is all that is said: "non, le deuxième"."""
    likely = dict(question.forms).get("describe ?", 0.0)
    asks = sum(p for form, p in question.forms if not form.startswith("~")) - likely
    chance = max(likely, PICKED * question.leans.get("index", 0.0) * max(1 - asks, 0.0))
    query = Query("describe", subjects=tuple(one for one, _ in chosen))
    return Proposal(query, chance, lent=1, kind="index")


def _of_all(made: Proposal, chosen: tuple[tuple[str, str], ...]) -> Proposal:
    """What is asked of one thing that was picked, asked of all: "les deux premiers ?"."""
    if len(chosen) < 2:
        return made
    ids, query = tuple(one for one, _ in chosen), made.query
    if query.act in ("describe", "get") and {*query.subjects} <= {*ids} and query.subjects:
        return replace(made, query=replace(query, subjects=ids), lent=1)  # of two, where four are
    return replace(made, query=asked_of(ids, ids[0], query) or query)
