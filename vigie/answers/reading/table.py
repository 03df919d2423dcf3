"""The closed classes of the reading, as operators.yml holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_name("operators.yml")


@dataclass(frozen=True)
class Table:
    """Words by what they do, folded."""

    asking: Mapping[str, str]
    """The operator of a word."""
    used_by: Mapping[str, frozenset[str]]
    """By operator, what of a query accounts for it."""
    either: frozenset[str]
    """What gives a choice between two things."""
    asking_what: frozenset[str]
    """Words by which something else than yes or no is asked for,"""
    not_asking_after: frozenset[str]
    """but not after these"""
    not_asking_before: frozenset[str]
    """nor before these."""
    courtesy: tuple[str, ...]
    """What says nobody and nothing."""
    there_is: frozenset[str]
    """What says that something is there."""
    subjects: frozenset[str]
    """Words that stand for who does something."""
    shapes: Mapping[str, str]
    """The form of an answer that words ask for."""
    mistaken: frozenset[str]
    """What asks whether somebody is wrong who says something."""
    pleased: frozenset[str]
    """Signs that say thanks by themselves."""
    ages: Mapping[str, str]
    """What a word of age looks for: the first ("min") or the last ("max") of the years."""
    sorts: Mapping[str, str]
    """The sort of thing that a word speaks of."""
    kinds: Mapping[str, frozenset[str]]
    """The nouns by which an agency of a kind is called."""
    pointing: frozenset[str]
    """What stands before a noun that points at what was spoken of."""
    genders: Mapping[str, str]
    """The gender of a pronoun: m or f."""
    impersonal: frozenset[str]
    """What stands before or after an "il" that stands for nothing."""
    several: frozenset[str]
    """Pronouns of several things."""
    thousand: frozenset[str]
    numbers: Mapping[str, int]
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
    joins: Mapping[str, str]
    """Beginnings of verbs that join two things, with their relation."""
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
    que: frozenset[str]
    """"que" does,"""
    que_after: frozenset[str]
    """which asks nothing where one of these is a little before it;"""
    limited_alone: frozenset[str]
    """and of whom before these."""
    alone: frozenset[str]
    """What says of somebody that there is nobody else,"""
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
    months: frozenset[str]
    rhythms: frozenset[str]
    """Rhythms that are not yearly,"""
    yearly: frozenset[str]
    """and the yearly one."""
    denying: frozenset[str]
    """What before a noun denies it,"""
    among_them: frozenset[str]
    """unless one of these stands between."""
    joining: frozenset[str]
    """What stands between the names of these."""
    beside: frozenset[str]
    """What sets something aside to ask for the rest."""
    places: Mapping[str, int]
    """Places in a list, from 1; from its end, from -1."""
    steps: Mapping[str, int]
    """How many places after the thing just spoken of."""
    owned: frozenset[str]
    """What stands before a place that picks nothing from a list."""
    firsts: frozenset[str]
    lasts: frozenset[str]
    after: frozenset[str]
    """What follows a number that is a place: "le 3 c'est quoi"."""
    around: frozenset[str]
    """What may stand around a lone number that is a place."""


@lru_cache(maxsize=1)
def table() -> Table:
    """The table of this product."""
    read: Mapping[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    asking, pronouns = read["asking"], read["pronouns"]
    return Table(
        asking=_by_word({name: entry["words"] for name, entry in asking.items()}),
        used_by={name: frozenset(entry["used_by"]) for name, entry in asking.items()},
        either=frozenset(read["either"]),
        asking_what=frozenset(read["whether"]["what"]),
        not_asking_after=frozenset(read["whether"]["not_after"]),
        not_asking_before=frozenset(read["whether"]["not_before"]),
        courtesy=tuple(read["whether"]["courtesy"]),
        there_is=frozenset(read["whether"]["there_is"]),
        subjects=frozenset(read["whether"]["subjects"]),
        shapes=_by_word(read["shapes"]),
        mistaken=frozenset(read["mistaken"]),
        pleased=frozenset(read["pleased"]),
        ages=_by_word(read["ages"]),
        sorts=_by_word(read["sorts"]),
        kinds={kind: frozenset(words) for kind, words in read["kinds"].items()},
        pointing=frozenset(read["pointing"]),
        genders=_by_word({gender: pronouns[gender] for gender in "mf"}),
        impersonal=frozenset(pronouns["around"]),
        several=frozenset(pronouns["several"]),
        thousand=frozenset(read["thousand"]),
        numbers=read["numbers"],
        bounds=_by_word(read["bounds"]["before"]),
        bounds_of_year=_by_word(read["bounds"]["before_year"]),
        bounds_after=_by_word(read["bounds"]["after"]),
        asking_how_many=frozenset(read["bounds"]["asking"]),
        counted=frozenset(read["bounds"]["counted"]),
        verbs={verb: tuple(alike) for verb, alike in read["verbs"].items()},
        joins=read["joins"],
        in_person=frozenset(read["in_person"]),
        all_of_them=frozenset(read["all_of_them"]),
        determiners=frozenset(read["determiners"]),
        members=frozenset(read["members"]),
        lists=frozenset(read["lists"]),
        limits=frozenset(read["limits"]["words"]),
        que=frozenset(read["limits"]["que"]),
        que_after=frozenset(read["limits"]["que_after"]),
        limited_alone=frozenset(read["limits"]["alone_before"]),
        alone=frozenset(read["limits"]["alone"]),
        alone_together=frozenset(read["limits"]["together"]),
        joining=frozenset(read["limits"]["joining"]),
        not_only=frozenset(read["limits"]["not_only"]),
        nobody=frozenset(read["nobody"]),
        as_much=frozenset(read["as_much"]),
        elder=_by_word(read["elder"]),
        months=frozenset(read["months"]),
        rhythms=frozenset(read["rhythms"]["other"]),
        yearly=frozenset(read["rhythms"]["yearly"]),
        denying=frozenset(read["denied_kind"]["by"]),
        among_them=frozenset(read["denied_kind"]["not_before"]),
        beside=frozenset(read["limits"]["beside"]),
        places=read["places"],
        steps=read["steps"],
        owned=frozenset(read["owned"]),
        firsts=frozenset(read["firsts"]),
        lasts=frozenset(read["lasts"]),
        after=frozenset(read["after"]),
        around=frozenset(read["around"]),
    )


def _by_word(names: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: name for name, words in names.items() for word in words}
