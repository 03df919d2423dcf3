"""Who sits in a body, how many, at what level, and who appoints them."""

from __future__ import annotations

from typing import Optional

from vigie.answers.grammar import capital, listing, number
from vigie.answers.query.form import PRESIDENT
from vigie.answers.question import Focus
from vigie.answers.render.only_says import that
from vigie.answers.reply import Reply
from vigie.answers.view import View, places
from vigie.knowledge.model.organisations import Members

BEING = "sont "
"""What begins how members are appointed."""


def list_members(body: str, view: View) -> Optional[Reply]:
    """Who sits in a body: each of them where the document counts them in words, else what kind
    of people; None where it tells nothing of them."""
    members = view.body(body).members
    if members is None:
        return None
    return each_member(body, view) if members.number_says else people_of(body, view)


def each_member(body: str, view: View) -> Reply:
    """The members of a body one below the other, with how many they are."""
    members = _members(body, view)
    described = _described(members, view)
    total = len(members.agencies)
    if members.number_says:
        lead = view.say(
            "members_counted",
            body=view.noun(body),
            who=members.who,
            total=number(total),
            described=number(described),
            named=number(total - described),
        )
    else:
        lead = view.say(
            "members_represent", body=view.noun(body), who=members.who, total=number(total)
        )
    return Reply(
        lead,
        tuple(capital(format(view.noun(one), "le")) for one in members.agencies),
        places=places(members, members.list_place),
        focus=Focus((body,), (), members.agencies),
    )


def people_of(body: str, view: View) -> Reply:
    """What kind of people sit in a body, and who appoints them."""
    members = _members(body, view)
    noun = view.noun(body)
    appointed = appointed_beside(members)
    return Reply(
        view.say("body_members", body=noun, who=members.who),
        after=view.say("body_appointed", body=noun, says=appointed) if appointed else "",
        places=places(members, members.appointed),
        focus=Focus((body,), (), members.agencies),
    )


def appointed_beside(members: Members) -> str:
    """How members are appointed, where that of what kind they are does not say so already."""
    says = members.appointed.says if members.appointed else ""
    return "" if says.removeprefix(BEING) in members.who else says


def count_members(body: str, view: View) -> Optional[Reply]:
    """How many sit in a body, with what the number rests on; None where nothing is told of
    them."""
    members = view.body(body).members
    if members is None:
        return None
    noun = view.noun(body)
    described = _described(members, view)
    if members.number:
        lead = view.say("body_members", body=noun, who=members.who)
    elif members.number_says:
        lead = view.say(
            "members_about",
            body=noun,
            who=members.who,
            described=number(described),
            named=number(len(members.agencies) - described),
            total=number(len(members.agencies)),
        )
    else:
        lead = view.say("members_unnumbered", body=noun, who=members.who)
    return Reply(
        lead,
        places=places(members, members.list_place),
        focus=Focus((body,), (), members.agencies),
    )


def level(body: str, view: View) -> Reply:
    """The rank of a body, or of those who sit in it."""
    told = view.body(body).level
    if told is None:
        return people_of(body, view)
    lead = view.say("body_level", body=view.noun(body), level=told.says)
    return Reply(lead, places=places(told), focus=Focus((body,)))


def appointer(body: str, view: View) -> Reply:
    """Who appoints the people of a body, or that nobody is told to."""
    members = view.body(body).members
    focus = Focus((body,))
    if not (members and members.appointed):
        lead = view.say("no_appointer", body=view.noun(body))
        return Reply(lead, places=places(view.body(body)), focus=focus)
    lead = view.say("appointed", body=view.noun(body), says=members.appointed.says)
    return Reply(lead, places=places(members.appointed), focus=focus)


def president(view: View) -> Reply:
    """What the document says of the president of the United States, who is none of its entities:
    whom he appoints, and that this is all."""
    bodies = view.world.right("appoints", PRESIDENT)
    told = [appointer(one, view) for one in bodies]
    fact = listing([that(one.lead) for one in told])
    cited = tuple(dict.fromkeys(place for one in told for place in one.places))
    return Reply(view.say("of_the_president", fact=fact), reason=PRESIDENT, places=cited)


def _members(body: str, view: View) -> Members:
    members = view.body(body).members
    assert members is not None
    return members


def _described(members: Members, view: View) -> int:
    """How many of the members the document gives duties to."""
    return sum(bool(view.agency(one).duties) for one in members.agencies)
