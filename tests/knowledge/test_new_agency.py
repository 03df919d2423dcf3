"""A new agency needs nothing but an entry in the YAML."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.knowledge.conftest import select
from vigie.knowledge.load import load
from vigie.knowledge.query import Index
from vigie.knowledge.result import Found
from vigie.knowledge.show import show_entity, show_tree

PARK_SERVICE = """
- id: nps
  name:
    fr: Service des parcs nationaux
    article: le
    gender: m
    en: National Park Service
    acronym: NPS
    also: [gardes des parcs nationaux]
  kind: agency
  place: {section: members, paragraph: 6}
  duties:
    - does: forme ses gardes
      topics: [training]
      place: {section: members, paragraph: 6}
"""


def test_an_agency_added_to_the_file_is_loaded_found_listed_and_shown(folder: Path) -> None:
    with (folder / "agencies.yml").open("a", encoding="utf-8") as file:
        file.write(PARK_SERVICE)
    knowledge = load(folder)
    index = Index(knowledge)
    found = index.named("les gardes des parcs nationaux")
    assert isinstance(found, Found) and found.value.id == "nps"
    assert select(index, "agency", "does", "training")[-1] == "nps"
    assert index.memberships("nps") == ()
    assert "forme ses gardes" in show_entity(knowledge, "nps")
    assert "hors de ces instances" in show_tree(knowledge)


def test_it_sits_in_a_body_once_the_body_lists_it(
    folder: Path, replace: Callable[[str, str, str], int]
) -> None:
    with (folder / "agencies.yml").open("a", encoding="utf-8") as file:
        file.write(PARK_SERVICE)
    replace("bodies.yml", "      - dpc\n", "      - dpc\n      - nps\n")
    index = Index(load(folder))
    assert [body.id for body in index.memberships("nps")] == ["pitf", "spog"]
