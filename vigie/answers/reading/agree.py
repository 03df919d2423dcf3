"""Whether a pronoun agrees with what it would stand for: "elle" is no committee."""

from __future__ import annotations

from typing import Optional

from vigie.answers.query.model import Query, arguments
from vigie.answers.query.refused import refused
from vigie.answers.query.world import World
from vigie.answers.reading.table import table

BETWEEN = "t"
"""What stands between a verb and its pronoun: "s'agit-il", "va-t-il"."""


def gender(words: str) -> Optional[str]:
    """The gender of the pronouns of a message; None where there is none, or one of each."""
    each, genders = ["", *(one for one in words.split() if one != BETWEEN), ""], table().genders
    found = {
        genders[word]
        for before, word, after in zip(each, each[1:], each[2:])
        if word in genders and table().impersonal.isdisjoint((before, after))
    }
    return found.pop() if len(found) == 1 else None


def odd(query: Query, said: Optional[str], world: World) -> bool:
    """Whether what a query is about has another gender than the pronoun that was said. Agencies
    are called by both: "le département de la Justice", "la Justice". What it sets aside is not what
    it is about: "il préside quoi d'autre ?"."""
    if said is None:
        return False
    gone = refused(query)
    things = [one for one in arguments(query) if one in world.index and one not in gone]
    kinds = [one for one in things if world.kind(one) != "agency"]
    return bool(kinds) and all(world.index.entity(one).name.gender != said for one in kinds)
