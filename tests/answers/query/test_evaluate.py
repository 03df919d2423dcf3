"""What a query finds follows from the rows alone: laws that hold for any of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as remade

from tests.answers.made import tables
from vigie.answers.query.evaluate import find, find_all
from vigie.answers.query.line import read
from vigie.answers.query.measures import extreme
from vigie.answers.query.model import Claim, Condition, Select
from vigie.answers.query.relations import KEYS
from vigie.answers.query.verdict import verify
from vigie.answers.query.world import World
from vigie.knowledge.model.knowledge import Knowledge
from vigie.knowledge.query import Index

WORLD = tables().world
AGENCIES = st.sampled_from(WORLD.sort("agency"))
TOPICS = st.sampled_from([topic.id for topic in tables().knowledge.topics])
ROWS = [
    (relation, left, right)
    for relation, lefts in WORLD.holds.items()
    for left, row in lefts.items()
    for right in row
]


def ids(line: str, world: World = WORLD) -> tuple[str, ...]:
    select = read(line).select
    assert select is not None
    return find(select, world)


def doing(*topics: str, every: bool = False) -> tuple[str, ...]:
    return find(Select("agency", (Condition("does", topics, every=every),)), WORLD)


@given(AGENCIES, TOPICS)
def test_a_claim_holds_exactly_where_the_list_names_its_subject(agency: str, topic: str) -> None:
    held = verify(Claim("does", agency, (topic,)), WORLD).truth == "yes"
    assert held is (agency in doing(topic))


@pytest.mark.parametrize(
    ("line", "councils"),
    [
        ("select agency publishes=any", True),
        ("select agency publishes=any kind!=department", True),
        ("select agency publishes=any kind=department", False),
        ("select agency publishes=any does!=training", False),
        ("select agency publishes=any except=council", False),
    ],
)
def test_a_body_that_publishes_is_told_with_the_agencies(line: str, councils: bool) -> None:
    select = read(line).select
    assert select is not None
    assert ("council" in find_all(select, WORLD)) is councils


DESCRIBED = {
    "publishes": "select report freq=annual",
    "chairs": "select body",
    "runs": "select programme about=immigration_relief",
    "in": "select body advisor=council",
}
"""Of each relation, things that answer to a description: more than one to all but the last."""


@given(AGENCIES, st.sampled_from(sorted(DESCRIBED)))
def test_so_does_one_whose_value_is_described(agency: str, relation: str) -> None:
    """ "Le DoS publie un rapport annuel ?": of two that are annual, one is his."""
    value = read(DESCRIBED[relation]).select
    assert value is not None
    held = verify(Claim(relation, agency, (value,)), WORLD).truth == "yes"
    assert held is (agency in find(Select("agency", (Condition(relation, (value,)),)), WORLD))


@given(TOPICS, TOPICS)
def test_both_is_the_intersection_and_either_the_union(one: str, other: str) -> None:
    assert set(doing(one, other, every=True)) == set(doing(one)) & set(doing(other))
    assert set(doing(one, other)) == set(doing(one)) | set(doing(other))


@given(TOPICS, AGENCIES)
def test_what_is_left_out_is_out_and_nothing_else_is(topic: str, agency: str) -> None:
    select = Select("agency", (Condition("does", (topic,)),), excluded=(agency,))
    assert find(select, WORLD) == tuple(a for a in doing(topic) if a != agency)


@given(TOPICS)
def test_a_denied_condition_finds_the_others(topic: str) -> None:
    denied = find(Select("agency", (Condition("does", (topic,), denied=True),)), WORLD)
    assert sorted((*denied, *doing(topic))) == sorted(WORLD.sort("agency"))


@given(TOPICS, TOPICS)
def test_two_things_denied_are_both_denied(one: str, other: str) -> None:
    """ "Qui ne forme ni n'enquête ?": whoever does one of them is not among them."""
    neither = Condition("does", (one, other), every=True, denied=True)
    rest = set(find(Select("agency", (neither,)), WORLD))
    assert rest == set(WORLD.sort("agency")) - set(doing(one, other))


@given(TOPICS)
def test_a_count_is_the_length_of_the_list(topic: str) -> None:
    select = Select("agency", (Condition("does", (topic,)),))
    number = str(len(doing(topic)))
    assert verify(Claim("count", select, (number,)), WORLD).truth == "yes"
    assert verify(Claim("count", select, ("99",)), WORLD).truth == "no"


@pytest.mark.parametrize(("relation", "left", "right"), ROWS)
def test_every_row_is_found_from_both_sides(relation: str, left: str, right: str) -> None:
    kinds = {"agency", "body", "committee", "report", "programme", "law"}
    for sort in kinds:
        for key, (name, inverse) in KEYS[sort].items():
            one, value = (right, left) if inverse else (left, right)
            if name == relation and one in WORLD.sort(sort):
                assert one in find(Select(sort, (Condition(key, (value,)),)), WORLD)
    assert verify(Claim(relation, left, (right,)), WORLD).truth == "yes"


def renamed(knowledge: Knowledge) -> Knowledge:
    """The knowledge with every `does` reworded."""
    agencies = []
    for agency in knowledge.agencies:
        duties = tuple(remade(duty, does="agit autrement") for duty in agency.duties)
        agencies.append(remade(agency, duties=duties))
    return remade(knowledge, agencies=tuple(agencies))


def test_an_editors_rewording_changes_no_verdict() -> None:
    reworded = World(Index(renamed(tables().knowledge)))
    assert {r: {a: set(b) for a, b in rows.items()} for r, rows in reworded.holds.items()} == {
        r: {a: set(b) for a, b in rows.items()} for r, rows in WORLD.holds.items()
    }


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("select agency chairs={body by=tvpa_2003}", ("dos",)),
        ("select report freq=annual", ("tip_report", "ag_report")),
        ("select agency in=pitf described=no", ("odni", "omb", "nsc", "dpc")),
        ("select agency publishes=any", ("dos", "doj", "dol")),
        ("select law creates=spog", ("tvpa_2003",)),
        ("select body chair=dos", ("pitf", "spog")),
        ("select committee about=grants", ("grants_committee",)),
        (
            "select report by={agency does=child_labour}",
            tuple("child_labour_findings goods_list products_list".split()),
        ),
        ("select agency house=white", ("omb",)),
        ("select body is=survivors", ("council",)),
    ],
)
def test_lists_of_every_sort(line: str, expected: tuple[str, ...]) -> None:
    assert ids(line) == expected


@pytest.mark.parametrize(
    ("claim", "truth"),
    [
        ("chairs(dos,pitf)", "yes"),
        ("chairs(doj,pitf)", "no"),
        ("in(@FBI,pitf)", "no"),
        ("year(spog,2003)", "yes"),
        ("year(spog,2001)", "no"),
        ("year(pitf,2000)", "unsaid"),
        ("number(council,11)", "yes"),
        ("number(spog,15)", "unsaid"),
        ("freq(tip_report,annual)", "yes"),
        ("freq(tip_report,biennial)", "no"),
        ("freq(goods_list,annual)", "unsaid"),
        ("appoints(president,council)", "yes"),
        ("appoints(@congrès,council)", "no"),
        ("appoints(president,spog)", "unsaid"),
        ("level(pitf,ministerial)", "yes"),
        ("does(dot,investigation)", "unsaid"),
        ("only(does(doj,prosecution))", "no"),
        ("only(does(dod,military))", "yes"),
        ("publishes(usda,any)", "no"),
        ("rank(grants_committee,2)", "yes"),
    ],
)
def test_no_and_not_in_the_document_are_two_verdicts(claim: str, truth: str) -> None:
    assert verify(read(f"verify {claim}").claims[0], WORLD).truth == truth


def test_a_law_without_a_year_is_older_than_what_amends_it() -> None:
    laws = Select("law")
    assert extreme(laws, "year", False, WORLD)[0] == ("tvpa",)
    assert extreme(laws, "year", True, WORLD)[0] == ("jvta",)
    assert extreme(Select("agency"), "report", True, WORLD) == (("dol",), 3)


def test_a_claim_of_what_is_unknown_changes_with_its_subject_only() -> None:
    held = Claim("in", "dos", ("pitf",))
    assert verify(held, WORLD).truth == "yes"
    assert verify(replace(held, subject="@NASA"), WORLD).truth == "no"
