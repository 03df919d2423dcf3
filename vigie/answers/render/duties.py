"""Who does what: the duties of one on some topics, and several who have some."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.grammar import capital, listing, number, of, sentence
from vigie.answers.query.model import Claim
from vigie.answers.question import Focus
from vigie.answers.reply import Reply
from vigie.answers.view import Doing, View, owners, places
from vigie.knowledge.model.organisations import Agency, Body


def doing(owner: str, topics: Sequence[str], view: View) -> Doing:
    """An agency or a body with its duties on any of the topics."""
    wanted = {inner for topic in topics for inner in view.tables.below(topic)}
    entity = view.entity(owner)
    duties = entity.duties if isinstance(entity, (Agency, Body)) else ()
    return Doing(owner, tuple(duty for duty in duties if wanted.intersection(duty.topics)))


def is_beside_trafficking(claim: Claim, view: View) -> bool:
    """Whether all that somebody does about the topics of a claim is about another matter, which
    the claim does not name: the EEOC inquires, into discrimination."""
    topics = tuple(map(str, claim.values))
    matters = {duty.matter for duty in doing(str(claim.subject), topics, view).duties}
    return bool(matters) and matters.isdisjoint((None, *topics))


def does(owner: str, topics: Sequence[str], view: View) -> str:
    """What an agency or a body does about topics; for a body, its mission where no duty tells."""
    found = doing(owner, topics, view)
    entity = view.entity(owner)
    said = [duty.does for duty in found.duties]
    if not said and isinstance(entity, Body):
        said = [entity.mission.says]
    return view.say("agency_does", agency=view.noun(owner), duties=listing(said))


def present(
    doings: Sequence[Doing], topics: Sequence[str], view: View, count: bool = False
) -> Reply:
    """One owner: a sentence a duty. Several: how many, then a line each, in document order."""
    ids = owners(doings)
    cited = places(*(duty for doing in doings for duty in doing.duties))
    focus = Focus(ids[:1] if len(ids) == 1 else (), tuple(topics), ids)
    if len(doings) == 1:
        lead = _in_sentences(doings[0], view)
        if count:
            lead = view.say("only_one_does", what=lead)
        return Reply(lead, places=cited, focus=focus)
    labels = listing([of(view.topic(topic).label) for topic in topics])
    bodies = any(view.kind(ident) == "body" for ident in ids)
    lead = view.say(
        "several_of_both_do" if bodies else "several_do",
        number=capital(number(len(ids))),
        of=labels,
        rest="",
    )
    items = tuple(view.say("item_does", agency=view.noun(d.id), duties=_duties(d)) for d in doings)
    return Reply(lead, items, places=cited, focus=focus)


def _in_sentences(doing: Doing, view: View) -> str:
    """What one does, a sentence a duty: a chain of them is hard to read."""
    noun = view.noun(doing.id)
    first, *rest = (duty.does for duty in doing.duties)
    more = (sentence(f"{capital(format(noun, 'il'))} {one}") for one in rest)
    return " ".join((sentence(view.say("agency_does", agency=noun, duties=first)), *more))


def _duties(doing: Doing) -> str:
    """Each duty is a phrase of its own, often with "et" in it: "et" between two would misread."""
    return " ; ".join(duty.does for duty in doing.duties)


def do_it(some: Sequence[str], view: View) -> str:
    """Who does something, in a sentence after that of whom it is not said; "" where nobody is."""
    who = listing([format(view.noun(one), "le") for one in some])
    return view.say("do_it", who=who) if some else ""
