"""`vigie show`: everything is in the tree, and a page has the facts with their places."""

from __future__ import annotations

from datetime import date

import pytest

from vigie.knowledge.model.knowledge import Knowledge
from vigie.knowledge.show import UnknownName, show_entity, show_tree

TODAY = date(2026, 12, 1)


def test_the_tree_names_every_entity_once(knowledge: Knowledge) -> None:
    tree = show_tree(knowledge)
    assert {e.id: tree.count(f"[{e.id}]") for e in knowledge.entities} == {
        e.id: 1 for e in knowledge.entities
    }


def test_the_tree_fits_in_a_terminal(knowledge: Knowledge) -> None:
    assert max(map(len, show_tree(knowledge).splitlines())) <= 100


def test_the_page_of_an_agency_has_all_its_duties_and_reports(knowledge: Knowledge) -> None:
    page = " ".join(show_entity(knowledge, "dol", TODAY).split())
    (dol,) = [agency for agency in knowledge.agencies if agency.id == "dol"]
    assert "Département du Travail (DoL)" in page and "Department of Labor" in page
    assert all(duty.does in page for duty in dol.duties)
    assert all(r.name.fr in page for r in knowledge.reports if r.owner == "dol")
    assert "[members § 8]" in page and "PITF : membre" in page


@pytest.mark.parametrize("name", ["dos", "DOS", "DoS", "le Département d'Etat", "Foggy Bottom"])
def test_a_page_is_found_by_id_or_by_any_name(knowledge: Knowledge, name: str) -> None:
    page = show_entity(knowledge, name, TODAY)
    assert page.startswith("Département d'État (DoS)") and "SPOG : présidence" in page


def test_every_entity_has_a_page(knowledge: Knowledge) -> None:
    for entity in knowledge.entities:
        page = show_entity(knowledge, entity.id, TODAY)
        assert f"[{entity.id}]" in page and "§" in page


def test_what_changed_stands_apart_from_the_facts(knowledge: Knowledge) -> None:
    page = show_entity(knowledge, "usaid", TODAY)
    assert page.index("Attributions") < page.index("Depuis la rédaction")
    assert "1er juillet 2025" in page
    assert "Depuis la rédaction" not in show_entity(knowledge, "usaid", date(2026, 1, 1))


def test_names_from_elsewhere_have_their_page(knowledge: Knowledge) -> None:
    page = show_entity(knowledge, "odni")
    assert "Hors du document" in page and "https://www.state.gov/" in page
    assert "Hors du document" not in show_entity(knowledge, "tvpa")


def test_an_agency_only_named_says_so(knowledge: Knowledge) -> None:
    assert "sans dire ce qu'il fait" in show_entity(knowledge, "nsc", TODAY)


@pytest.mark.parametrize(
    ("name", "close"),
    [("dolll", "dol"), ("commission égalité emplois", "eeoc"), ("rapprt TIP", "tip_report")],
)
def test_a_mistyped_name_is_told_what_is_close(knowledge: Knowledge, name: str, close: str) -> None:
    with pytest.raises(UnknownName) as refusal:
        show_entity(knowledge, name)
    assert "Vouliez-vous dire" in str(refusal.value) and f"{close} (" in str(refusal.value)


def test_a_name_like_nothing_is_told_where_to_look(knowledge: Knowledge) -> None:
    with pytest.raises(UnknownName, match="vigie show"):
        show_entity(knowledge, "zzzz qqqq")
