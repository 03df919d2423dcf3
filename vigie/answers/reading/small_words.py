"""The closed classes by which a query is read more closely than its form, as operators.yml holds
them: bounds, limits, all and nobody, months, points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from vigie.answers.reading.table import FILE, by_word


@dataclass(frozen=True)
class SmallWords:
    """Words by what they say, folded."""

    bounds: Mapping[str, str]
    """What before a number makes it a bound, by sign (`vigie.answers.query.bounds`);"""
    bounds_of_year: Mapping[str, str]
    """before a year;"""
    bounds_after: Mapping[str, str]
    """after a number."""
    asking_how_many: frozenset[str]
    """What asks for more than whether a number keeps to a bound."""
    counted: frozenset[str]
    """What may follow a number of things."""
    verbs: Mapping[str, tuple[str, ...]]
    """Beginnings of verbs that say how something is done, with those of verbs that say the same."""
    of_others: frozenset[str]
    """What begins to say what somebody else does,"""
    verb_ends: frozenset[str]
    """how such a verb ends,"""
    not_verbs_before: frozenset[str]
    """and before what it is none."""
    joins: Mapping[str, str]
    """Beginnings of verbs that join two things, with their relation."""
    of_the_line: Mapping[str, tuple[str, ...]]
    """What asks for something that the hotline says of itself, by what it answers."""
    points: frozenset[str]
    """How the points of an answer are called,"""
    around_a_point: frozenset[str]
    """and what may stand beside the place of one that is picked."""
    not_a_form_after: frozenset[str]
    """What before a form says that it is not wanted, or not alone: "pas juste les noms"."""
    leading_to_a_form: frozenset[str]
    """What may stand between that and the form."""
    no_bound_beside: frozenset[str]
    """What before a number of sentences or points says that they are of what is asked."""
    around_a_form: frozenset[str]
    """What may stand beside the form that is asked of the last answer."""
    besides: frozenset[str]
    """What adds to those that are left out already."""
    recalled: tuple[str, ...]
    """What recalls what was answered before: "vous disiez que"."""
    in_person: frozenset[str]
    """What says that something is done without others."""
    all_of_them: frozenset[str]
    """What says that all are meant,"""
    determiners: frozenset[str]
    """and what stands between it and the noun of them."""
    members: frozenset[str]
    """How those are called who make up a body."""
    lists: frozenset[str]
    """How publications are called that are lists."""
    limits: frozenset[str]
    """What says that there is nothing else than what follows: "uniquement";"""
    limits_of_oneself: frozenset[str]
    """"se limite" too,"""
    just_this: frozenset[str]
    """and "que cela"."""
    que: frozenset[str]
    """"que" does,"""
    que_after: frozenset[str]
    """which asks nothing where one of these is a little before it;"""
    limited_alone: frozenset[str]
    """and of whom before these."""
    alone: frozenset[str]
    """What says of somebody that there is nobody else,"""
    alone_of_such: frozenset[str]
    """of something that it is the only one of somebody,"""
    alone_together: frozenset[str]
    """of several together."""
    not_only: frozenset[str]
    """What denies that there is nothing else: "ne préside pas que la PITF"."""
    nobody: frozenset[str]
    """What is said of nobody at all."""
    as_much: frozenset[str]
    """What says that some have as much as others."""
    elder: Mapping[str, str]
    """What says which of two is older ("min"), or newer ("max")."""
    rank: frozenset[str]
    """What speaks of the rank of a body, and not of its age."""
    months: frozenset[str]
    rhythms: frozenset[str]
    """Rhythms that are not yearly,"""
    yearly: frozenset[str]
    """and the yearly one."""
    denying: frozenset[str]
    """What before a noun denies it,"""
    among_them: frozenset[str]
    """unless one of these stands between."""
    between: frozenset[str]
    """What before names sets them against each other: "entre A et B"."""
    joining: frozenset[str]
    """What stands between names that are said in one breath,"""
    together: frozenset[str]
    """and what of it joins."""
    beside: frozenset[str]
    """What sets something aside to ask for the rest."""
    refusing: frozenset[str]
    """What just before a name sets it aside."""
    of_a_verb: frozenset[str]
    """What a little before it says that it denies a verb, or asks why not."""
    others: frozenset[str]
    """What speaks of those that were not spoken of."""
    persons: frozenset[str]
    """Who writes, and to whom."""
    in_common: frozenset[str]
    """What asks for what two things share,"""
    apart: frozenset[str]
    """and for what sets them apart."""
    yes_or_no: frozenset[str]
    denies: frozenset[str]
    """What wants a yes or a no, whatever is asked, and what stands against a yes."""


def says(phrases: Iterable[str], words: str) -> bool:
    """Whether folded words have one of some phrases among them.

    >>> says(["y a que"], "il n y a que lui"), says(["a que"], "il y a quelqu un")
    (True, False)
    """
    said = f" {words} "
    return any(f" {one} " in said for one in phrases)


@lru_cache(maxsize=1)
def small_words() -> SmallWords:
    """Those of this product."""
    read: Mapping[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
    return SmallWords(
        bounds=by_word(read["bounds"]["before"]),
        bounds_of_year=by_word(read["bounds"]["before_year"]),
        bounds_after=by_word(read["bounds"]["after"]),
        asking_how_many=frozenset(read["bounds"]["asking"]),
        counted=frozenset(read["bounds"]["counted"]),
        verbs={verb: tuple(alike) for verb, alike in read["verbs"].items()},
        of_others=frozenset(read["of_others"]),
        verb_ends=frozenset(read["verb_ends"]),
        not_verbs_before=frozenset(read["not_verbs_before"]),
        joins=read["joins"],
        of_the_line={what: tuple(words) for what, words in read["of_the_line"].items()},
        points=frozenset(read["points"]["nouns"]),
        around_a_point=frozenset(read["points"]["around"]),
        not_a_form_after=frozenset(read["shapes_not_after"]),
        leading_to_a_form=frozenset(read["shapes_led_to_by"]),
        no_bound_beside=frozenset(read["shapes_counted_after"]),
        around_a_form=frozenset(read["shapes_around"]),
        besides=frozenset(read["besides"]),
        recalled=tuple(read["recalled"]),
        in_person=frozenset(read["in_person"]),
        all_of_them=frozenset(read["all_of_them"]),
        determiners=frozenset(read["determiners"]),
        members=frozenset(read["members"]),
        lists=frozenset(read["lists"]),
        limits=frozenset(read["limits"]["words"]),
        limits_of_oneself=frozenset(read["limits"]["of_oneself"]),
        just_this=frozenset(read["limits"]["just_this"]),
        que=frozenset(read["limits"]["que"]),
        que_after=frozenset(read["limits"]["que_after"]),
        limited_alone=frozenset(read["limits"]["alone_before"]),
        alone=frozenset(read["limits"]["alone"]),
        alone_of_such=frozenset(read["limits"]["of_such"]),
        alone_together=frozenset(read["limits"]["together"]),
        between=frozenset(read["limits"]["between"]),
        joining=frozenset(read["limits"]["joining"]),
        not_only=frozenset(read["limits"]["not_only"]),
        nobody=frozenset(read["nobody"]),
        as_much=frozenset(read["as_much"]),
        elder=by_word(read["elder"]),
        rank=frozenset(read["rank"]),
        months=frozenset(read["months"]),
        rhythms=frozenset(read["rhythms"]["other"]),
        yearly=frozenset(read["rhythms"]["yearly"]),
        denying=frozenset(read["denied_kind"]["by"]),
        among_them=frozenset(read["denied_kind"]["not_before"]),
        together=frozenset(read["limits"]["joining_two"]),
        beside=frozenset(read["limits"]["beside"]),
        refusing=frozenset(read["refusing"]),
        of_a_verb=frozenset(read["refusing_a_verb"]),
        others=frozenset(read["of_the_others"]),
        persons=frozenset(read["persons"]),
        in_common=frozenset(read["in_common"]),
        apart=frozenset(read["apart"]),
        yes_or_no=frozenset(read["yes_or_no"]),
        denies=frozenset(read["denies"]),
    )
