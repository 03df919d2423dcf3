"""The closed classes of the reading, as operators.yml holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("operators.yml")


@dataclass(frozen=True)
class Table:
    """Words by what they do, folded."""

    asking: Mapping[str, str]
    """The operator of a word."""
    used_by: Mapping[str, frozenset[str]]
    """By operator, what of a query accounts for it."""
    either: frozenset[str]
    """What gives a choice between two things;"""
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
    shapes: tuple[tuple[str, tuple[str, ...]], ...]
    """Words, the longest first, with the forms of an answer that they ask for."""
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
    read: Mapping[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
    asking, pronouns = read["asking"], read["pronouns"]
    return Table(
        asking=by_word({name: entry["words"] for name, entry in asking.items()}),
        used_by={name: frozenset(entry["used_by"]) for name, entry in asking.items()},
        either=frozenset(read["either"]),
        asking_what=frozenset(read["whether"]["what"]),
        not_asking_after=frozenset(read["whether"]["not_after"]),
        not_asking_before=frozenset(read["whether"]["not_before"]),
        courtesy=tuple(read["whether"]["courtesy"]),
        there_is=frozenset(read["whether"]["there_is"]),
        subjects=frozenset(read["whether"]["subjects"]),
        shapes=_longest_first(by_word(read["shapes"])),
        mistaken=frozenset(read["mistaken"]),
        pleased=frozenset(read["pleased"]),
        ages=by_word(read["ages"]),
        sorts=by_word(read["sorts"]),
        kinds={kind: frozenset(words) for kind, words in read["kinds"].items()},
        pointing=frozenset(read["pointing"]),
        genders=by_word({gender: pronouns[gender] for gender in "mf"}),
        impersonal=frozenset(pronouns["around"]),
        several=frozenset(pronouns["several"]),
        thousand=frozenset(read["thousand"]),
        numbers=read["numbers"],
        places=read["places"],
        steps=read["steps"],
        owned=frozenset(read["owned"]),
        firsts=frozenset(read["firsts"]),
        lasts=frozenset(read["lasts"]),
        after=frozenset(read["after"]),
        around=frozenset(read["around"]),
    )


def _longest_first(marks: Mapping[str, str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Words with the names under which they stand, which may be several parted by spaces."""
    return tuple(
        (mark, tuple(marks[mark].split())) for mark in sorted(marks, key=len, reverse=True)
    )


def by_word(names: Mapping[str, list[str]]) -> dict[str, str]:
    """The name under which each word stands."""
    return {word: name for name, words in names.items() for word in words}
