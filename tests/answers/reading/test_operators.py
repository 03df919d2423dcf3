"""The closed classes: each word is heard, what it asks is accounted for or paid."""

from __future__ import annotations

import re

import pytest
import yaml

from tests.answers.made import ROOT, asked, talk, view
from vigie.answers.query.line import read
from vigie.answers.reading.agree import gender, odd
from vigie.answers.reading.operators import marks, operators, unaccounted
from vigie.answers.reading.table import FILE, table
from vigie.nlu.text import fold

LOOKED_UP = re.compile(r'\b(?:closed|named|grouped|paired)\("([a-z_.]+)"\)')
IN_THE_TABLE = re.compile(r'\bread\["([a-z_]+)"\]')
USED = {
    # An operator: a query that accounts for it, and one that does not.
    "count": ("count committee", "select committee"),
    "when": ("get date jvta", "describe jvta"),
    "report": ("select report by=dol", "describe dol"),
    "least": ("min agency by=report", "max agency by=report"),
    "age": ("min body by=year", "max body by=member"),
    "other": ("select report except=tip_report", "select report"),
    "among": ("select agency does=training among=doj,dhs", "select agency does=training"),
}


def test_every_operator_has_its_row() -> None:
    assert set(USED) == set(table().used_by) == set(table().asking.values())


@pytest.mark.parametrize(("word", "name"), table().asking.items())
def test_each_word_of_an_operator_is_heard(word: str, name: str) -> None:
    assert operators(f"dites {word} un peu") == {name}


@pytest.mark.parametrize(("name", "lines"), USED.items(), ids=USED)
def test_an_operator_is_accounted_for_or_paid(name: str, lines: tuple[str, str]) -> None:
    found = [unaccounted(frozenset([name]), marks(read(line), view().world)) for line in lines]
    assert found == [0, 1]


def test_only_what_no_query_accounts_for_is_paid() -> None:
    both = operators("combien de rapports")
    assert both == {"count", "report"}
    assert unaccounted(both, marks(read("select report by=dol"), view().world)) == 1
    assert unaccounted(both, marks(read("count report by=dol"), view().world)) == 0


def test_every_word_of_the_table_is_folded_and_alone() -> None:
    """A word with an accent, or two in one, would never be met."""
    known = table()
    words = [*known.asking, *known.sorts, *known.genders, *known.numbers, *known.places]
    words += [
        *known.either,
        *known.thousand,
        *known.ages,
        *known.impersonal,
        *known.firsts,
        *known.lasts,
        *known.around,
    ]
    assert [word for word in words if fold(word) != word or not re.fullmatch(r"\w+", word)] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("elle la preside", "f"),
        ("ils sont combien", "m"),
        ("celui la", "m"),
        ("il y a combien", None),
        ("il faut quoi", None),
        ("il est annuel", "m"),
        ("il ou elle", None),
        ("qui preside", None),
    ],
)
def test_the_gender_of_what_is_meant(words: str, said: str | None) -> None:
    assert gender(words) == said


def test_a_pronoun_agrees_with_a_body_and_with_any_agency() -> None:
    world = view().world
    assert odd(read("get number spog"), "f", world) and not odd(read("get number pitf"), "f", world)
    assert not odd(read("describe doj"), "f", world)
    assert not odd(read("get number spog"), None, world)


@pytest.mark.parametrize(("word", "sort"), table().sorts.items())
def test_a_vague_question_is_asked_back_by_the_sort_that_it_speaks_of(word: str, sort: str) -> None:
    reply, focus = talk(asked(f"et ce {word}", forms="vague"))
    offered = {str(one["query"]).split()[-1] for one in focus.pending if one["query"]}
    assert reply.kind == "clarify" and offered
    assert {view().kind(one) for one in offered} == {sort}


def test_every_closed_class_is_looked_up_and_every_one_that_is_exists() -> None:
    """A class that no rule looks into is dead; a rule that looks into none fails where it fires."""
    classes = yaml.safe_load(FILE.read_text("utf-8"))
    sources = [path.read_text("utf-8") for path in (ROOT / "vigie").rglob("*.py")]
    looked_up = {name for text in sources for name in LOOKED_UP.findall(text)}
    for path in looked_up:
        held = classes
        for name in path.split("."):
            assert name in held, path
            held = held[name]
    read = set(IN_THE_TABLE.findall((FILE.parent / "table.py").read_text("utf-8")))
    assert {path.split(".")[0] for path in looked_up} | read == set(classes)
