"""From the knowledge to tables of words, and from the tables back to forms."""

from __future__ import annotations

from vigie.knowledge.model.knowledge import Knowledge
from vigie.nlu.lexicon import forms, tables, ways


def lookup(knowledge: Knowledge) -> list[dict[str, object]]:
    return [{"name": name, "elements": list(words)} for name, words in tables(knowledge)]


def test_every_entity_has_a_table_with_all_its_names(knowledge: Knowledge) -> None:
    found = {name: set(words) for name, words in tables(knowledge)}
    kinds = {"agencies": "agency", "bodies": "body", "committees": "committee", "laws": "law",
             "reports": "report", "programmes": "programme", "contexts": "context"}  # fmt: skip
    for plural, kind in kinds.items():
        for entity in getattr(knowledge, plural):
            names = {entity.name.fr, entity.name.en, entity.name.acronym, *entity.name.also} - {""}
            assert names <= found[f"{kind}/{entity.id}/full"]
            if entity.name.bare:
                assert set(entity.name.bare) == found[f"{kind}/{entity.id}/bare"]


def test_department_and_ministry_stand_for_each_other(knowledge: Knowledge) -> None:
    found = dict(tables(knowledge))
    assert "ministère fédéral du Trésor" in found["agency/treasury/full"]
    assert "ministère de la Défense américain" in found["agency/dod/full"]
    assert "département du Travail américain" in found["agency/dol/full"]


def test_every_topic_has_its_label_and_its_ways(knowledge: Knowledge) -> None:
    taught: dict[str, set[str]] = {}
    for ident, way in ways(lookup(knowledge)):
        taught.setdefault(ident, set()).add(way)
    for topic in knowledge.topics:
        assert {topic.label, *topic.ways} == taught[topic.id]


def test_names_and_topics_do_not_mix(knowledge: Knowledge) -> None:
    kinds = {form.kind for form in forms(lookup(knowledge))}
    assert kinds == {
        "agency", "body", "committee", "report", "programme", "law", "context", "outsider",
    }  # fmt: skip


def test_the_same_words_of_two_entities_are_one_form_of_both() -> None:
    (form,) = forms(
        [
            {"name": "agency/one/full", "elements": ["Bureau du Travail"]},
            {"name": "agency/two/full", "elements": ["bureau du travail"]},
        ]
    )
    assert form.ids == ("one", "two")


def test_tables_that_are_not_ours_are_left_alone() -> None:
    assert forms([{"name": "city", "elements": ["Paris"]}]) == []
    assert ways([{"name": "city", "elements": ["Paris"]}]) == []
