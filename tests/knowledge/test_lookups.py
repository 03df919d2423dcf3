"""Look-ups: document order, nesting, and three distinct ends of a search by name."""

from __future__ import annotations

from datetime import date

import pytest

from tests.knowledge.conftest import select
from vigie.knowledge.query import Index
from vigie.knowledge.result import Found, Nothing, Several, result


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("DoL", "dol"),
        ("le Pentagone", "dod"),
        ("DEPARTEMENT DE LA JUSTICE", "doj"),
        ("l'USAID", "usaid"),
        ("la ligne d’écoute", "hotline"),
        ("groupe de haut-niveau", "spog"),
        ("Trafficking Victims Protection Act", "tvpa"),
        ("État", "dos"),
        ("conseil des rescapés", "council"),
        ("rapport TIP", "tip_report"),
    ],
)
def test_a_name_finds_its_entity(index: Index, name: str, ident: str) -> None:
    found = index.named(name)
    assert isinstance(found, Found) and found.value.id == ident


def test_no_name_finds_two_entities(index: Index) -> None:
    assert {len(entities) for entities in index.names().values()} == {1}


def test_an_unknown_name_finds_nothing(index: Index) -> None:
    assert index.named("NASA") == Nothing()


def test_one_none_and_several_are_three_things() -> None:
    assert (result([1]), result([]), result([1, 2])) == (Found(1), Nothing(), Several((1, 2)))


def test_a_broad_topic_takes_in_the_nested_ones(index: Index) -> None:
    assert index.expand(["schools"]) == ("schools", "school_emergency")
    assert select(index, "agency", "does", "schools") == ["ed"]
    assert select(index, "agency", "does", "school_emergency") == ["ed"]


def test_a_narrow_topic_does_not_take_in_the_broad_one(index: Index) -> None:
    assert select(index, "agency", "does", "investigation_abroad") == ["dhs"]


def test_several_topics_mean_any_of_them_or_each_of_them(index: Index) -> None:
    topics = ("training", "transport")
    assert select(index, "agency", "does", *topics, every=True) == ["dot"]
    assert len(select(index, "agency", "does", *topics)) == 7


def test_an_unknown_id_is_an_error_and_not_an_empty_answer(index: Index) -> None:
    for look_up in (index.entity, index.agency, index.body, index.topic):
        with pytest.raises(KeyError):
            look_up("nasa")
    with pytest.raises(KeyError):
        index.agency("pitf")
    with pytest.raises(KeyError):
        index.expand(["finances"])


def test_links_between_entities(index: Index) -> None:
    assert [r.id for r in index.reports_of("dol")] == [
        "child_labour_findings",
        "goods_list",
        "products_list",
    ]
    assert [b.id for b in index.memberships("treasury")] == ["pitf", "spog"]
    assert [b.id for b in index.chaired_by("dos")] == ["pitf", "spog"]
    assert [p.id for p in index.programmes_of("hhs")] == ["hotline", "certification_letters"]
    assert [law.id for law in index.amendments("tvpa")] == ["tvpa_2003"]
    assert [b.id for b in index.created_by("jvta")] == ["council"]
    assert index.members("council") == () and index.reports_of("ed") == ()
    assert index.owner(index.reports_of("council")[0]).id == "council"


def test_bodies_committees_and_reports_of_a_topic(index: Index) -> None:
    assert select(index, "body", "does", "coordination") == ["pitf", "spog"]
    assert select(index, "body", "does", "survivors_voice") == ["council"]
    assert select(index, "committee", "about", "research") == ["research_data"]
    assert select(index, "report", "about", "forced_labour") == ["goods_list", "products_list"]


def test_an_update_shows_once_checked_and_is_overdue_after_its_review(index: Index) -> None:
    assert index.updates_for("usaid", date(2026, 11, 24)) == ()
    (update,) = index.updates_for("usaid", date(2026, 11, 25))
    assert index.updates_for("doj", date(2026, 11, 25)) == ()
    assert index.overdue(date(2027, 5, 25)) == ()
    assert index.overdue(date(2027, 5, 26)) == (update,)


def test_every_entity_has_a_kind(index: Index) -> None:
    kinds = {index.kind(entity) for entity in index.knowledge.entities}
    assert kinds == {"agency", "body", "committee", "report", "programme", "law", "context"}
