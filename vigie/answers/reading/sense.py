"""What a query that was made of a message cannot mean, and what it means instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vigie.answers.query.form import PRESIDENT
from vigie.answers.query.model import Claim, Query, Select, arguments
from vigie.answers.query.relations import KEYS
from vigie.answers.query.world import World
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.closed import says as says_any
from vigie.answers.reading.evidence import Evidence
from vigie.answers.reading.numbers import run
from vigie.answers.reading.proposal import Proposal
from vigie.knowledge.text import fold

FEW = 8
"""Words of a message that may say what a name just said stands for."""
YEAR = 4
"""Figures of a year."""
_TELLS = {"level": "level", "year": "date", "freq": "frequency"}
"""The attribute that a condition tells of whatever it finds."""
OF_HIM = 0.05
"""Likelihood of a form from which a message may be of the president without a name of his."""
HARDLY = 0.5
"""Likelihood of a form below which letters are hardly what is asked for."""
SEATED, SEATS = "in", ("agency", "body", "committee")
"""Relation of who sits in a group, and the kinds of things that may be claimed to do so."""
LISTS = ("select", "count", "max", "min")


def says_twice(query: Query) -> bool:
    """Whether it holds one thing where two belong, but two names: claims the same twice, or once
    and once not ("ce n'est pas la police qui la finance, c'est le HHS"), or of somebody what they
    are found by, compares a thing with itself, asks who does both of one topic
    or meets one condition twice, or which of one thing and the same."""
    if len({replace(one, denied=False) for one in query.claims}) < len(query.claims):
        return True
    claims = [one for one in query.claims if one.relation != "same"]
    if any(claim.subject in claim.values or _of_itself(claim) for claim in claims):
        return True
    if len(set(query.subjects)) < len(query.subjects) or _found_by_it(query):
        return True
    if query.select is None:
        return False
    asked = query.select.conditions
    if len(set(asked)) < len(asked):
        return True
    some = (*(one.values for one in asked), query.select.among, query.select.excluded)
    return any(len(set(one)) < len(one) for one in some)


def _found_by_it(query: Query) -> bool:
    """Whether it asks an attribute of what is found by that: "of what level is what is of that of
    ministers?"."""
    found = [one for one in query.subjects if isinstance(one, Select)]
    keys = {condition.key for one in found for condition in one.conditions}
    return query.act == "get" and any(_TELLS.get(key) == query.want for key in keys)


def _of_itself(claim: Claim) -> bool:
    """Whether what is claimed of somebody is what they are found by: "does who investigates
    investigate?"."""
    if isinstance(claim.subject, str):
        return False
    keys = KEYS[claim.subject.sort]
    found = ((keys[one.key], one.values) for one in claim.subject.conditions)
    return ((claim.relation, False), claim.values) in found


def misdated(query: Query) -> bool:
    """Whether it claims a year that is none, "la PITF date de 18", or a bare number as a rhythm:
    the "two" of "il y a deux rapports annuels"."""
    for claim in query.claims:
        figures = [len(one) for one in map(str, claim.values) if one.isdigit()]
        if claim.relation == "freq" and figures:
            return True
        if claim.relation == "year" and any(count != YEAR for count in figures):
            return True
    return False


def is_a_name(question: Question) -> bool:
    """Whether a message is a name and nothing else: "le DHS ?"."""
    left = set(fold(question.text_less(question.mentions)).split())
    return bool(question.mentions) and left <= closed("limits.joining")


def sensible(made: Proposal, world: World, newcomer: bool = False) -> Proposal:
    """The same, but what something is where its letters are asked for and it has none: "que veut
    dire Blue Campaign ?"; or where a `newcomer` says its name and nothing else, and hardly that:
    what it is tells its name too."""
    query = made.query
    if (query.act, query.want) != ("get", "expand") or len(query.subjects) != 1:
        return made
    one = str(query.subjects[0])
    hardly = newcomer and made.likelihood < HARDLY
    if one not in world.index or (world.index.entity(one).name.acronym and not hardly):
        return made
    return replace(made, query=Query("describe", subjects=query.subjects))


def mistakes_names(made: Proposal, evidence: Evidence, world: World) -> bool:
    """Whether it says that two things are one of which a name is only guessed, or of two kinds in
    many words: names are compared where they are said, or, in a few words, with one just said."""
    alike = [one for one in made.query.claims if one.relation == "same"]
    if not alike:
        return False
    sides = [{str(one.subject), *map(str, one.values)} for one in alike]
    kinds = [{world.kind(one) for one in both if one in world.index} for both in sides]
    guessed = any(evidence.things[place].score < 1 for place in made.used)
    outside = any(one not in world.index for both in sides for one in both)
    unlike = any(len(some) != 1 for some in kinds)
    long = evidence.length > FEW
    return guessed or outside or (bool(made.lent) and (long or unlike)) or (long and unlike)


def of_one_alone(query: Query, question: Question) -> bool:
    """Whether it claims one thing of one alone where it is asked of two whether they are the same,
    and nothing else is said: "c'est la même chose ?", after two answers."""
    if len(query.claims) != 1 or query.claims[0].relation == "same":
        return False
    words = {*question.words.split()}
    says = says_any(closed("the_same.asks"), question.words)
    return says and words <= closed("the_same.around") and not question.mentions


def seats_a_thing(query: Query, world: World) -> bool:
    """Whether it claims that what can sit nowhere does: a law, a report, "la démarche". That such a
    thing does not may be said of it."""
    plain = (one for one in query.claims if one.relation == SEATED and not one.denied)
    seated = map(str, (one.subject for one in plain))
    return any(one in world.index and world.kind(one) not in SEATS for one in seated)


def rests_on_nothing(made: Proposal) -> bool:
    """Whether a question of fact uses nothing of the message and nothing that was said: after an
    answer, "combien ?" does not ask how many there are in all."""
    used = made.used or made.topics or made.lent or made.numbers
    return made.kind == "alone" and made.query.act in (*LISTS, "vague") and not used


def of_a_president_unsaid(made: Proposal) -> bool:
    """Whether it is of the president of the United States where hardly anything makes it so: of
    "que fait le département ?" the reader of forms finds it one in a hundred."""
    return made.likelihood < OF_HIM and PRESIDENT in arguments(made.query)


def halves(query: Query, question: Question, chosen: Sequence[tuple[str, str]]) -> bool:
    """Whether it is about some of the things that the message picks together, and not about all:
    "les quatre derniers"; or about one where two are held to be one. Of those picked one by one
    some may be set aside."""
    if of_one_alone(query, question):
        return True
    left = {one for one, _ in chosen}.difference(arguments(query))
    return 0 < len(left) < len(chosen) and bool(run(question.words))
