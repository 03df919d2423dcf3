"""The importer adds what the knowledge names; without it, or with broken facts, nothing trains."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, cast

import pytest
from rasa.shared.nlu.training_data.training_data import TrainingData

from tests.nlu.conftest import ROOT
from vigie.knowledge.problems import KnowledgeError
from vigie.nlu.components.base import meta, parsed_of, topics_of
from vigie.nlu.components.names import VigieNames
from vigie.nlu.components.topics import VigieTopics
from vigie.nlu.importer import VigieImporter

NLU = """
version: "3.1"
nlu:
- intent: which_agency
  metadata: {register: standard, persona: test, query: "select agency does=finance except=dod"}
  examples: |
    - qui suit l'argent sale
    - le Pentagone suit-il l'argent ?
- intent: greet
  metadata: {register: standard, persona: test}
  examples: |
    - bonjour
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with the knowledge and three examples."""
    shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge")
    shutil.copy(ROOT / "domain.yml", tmp_path)
    (tmp_path / "config.yml").write_text("recipe: default.v1\nlanguage: fr\n")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "nlu.yml").write_text(NLU)
    return tmp_path


def importer(folder: Path, **options: Any) -> VigieImporter:
    return VigieImporter(
        str(folder / "config.yml"), str(folder / "domain.yml"), [str(folder / "data")], **options
    )


def test_the_tables_of_the_knowledge_join_the_examples(folder: Path) -> None:
    data = importer(folder).get_nlu_data("fr")
    found = [(table["name"], name) for table in data.lookup_tables for name in table["elements"]]
    assert ("agency/dod/full", "Pentagone") in found
    assert ("topic/finance", "virement suspect") in found
    assert len(data.intent_examples) == 3


def test_the_knowledge_may_lie_elsewhere(folder: Path) -> None:
    (folder / "knowledge").rename(folder / "facts")
    assert importer(folder, knowledge="facts").get_nlu_data("fr").lookup_tables


def test_a_changed_fact_changes_what_is_trained_on(folder: Path) -> None:
    before = importer(folder).get_nlu_data("fr").fingerprint()
    assert importer(folder).get_nlu_data("fr").fingerprint() == before
    path = folder / "knowledge" / "agencies.yml"
    path.write_text(path.read_text().replace("Foggy Bottom", "Foggy Top"))
    assert importer(folder).get_nlu_data("fr").fingerprint() != before


def test_broken_facts_stop_training_with_all_their_faults(folder: Path) -> None:
    path = folder / "knowledge" / "agencies.yml"
    path.write_text(
        path.read_text()
        .replace("acronym: DoS", "acronyme: DoS")
        .replace("[finance, private_sector]", "[argent]")
    )
    with pytest.raises(KnowledgeError) as error:
        importer(folder).get_nlu_data("fr")
    assert "acronyme" in str(error.value) and "argent" in str(error.value)


def test_missing_facts_stop_training(folder: Path) -> None:
    shutil.rmtree(folder / "knowledge")
    with pytest.raises(KnowledgeError):
        importer(folder).get_nlu_data("fr")


def test_without_the_importer_training_says_which_line_is_missing() -> None:
    component = VigieNames(cast(Any, None), cast(Any, None))
    with pytest.raises(ValueError, match=r"VigieImporter under importers in config\.yml"):
        component.train(TrainingData())


def test_examples_bear_their_topics_and_masked_words(folder: Path, matcher: Any) -> None:
    data = importer(folder).get_nlu_data("fr")
    component = VigieNames(cast(Any, None), cast(Any, None))
    component._matcher = matcher
    component.process_training_data(data)
    by_text = {message.get("text"): message for message in data.intent_examples}
    assert topics_of(by_text["qui suit l'argent sale"]) == ("finance",)
    assert topics_of(by_text["bonjour"]) == ()
    asked = meta(by_text["qui suit l'argent sale"])
    assert asked["form"] == "select agency does=? except=?" and asked["refused"] == ["dod"]
    words = parsed_of(by_text["le Pentagone suit-il l'argent ?"]).words
    assert words[:2] == ("le", "<agency>")


def test_a_component_before_the_names_says_so() -> None:
    from rasa.shared.nlu.training_data.message import Message

    with pytest.raises(ValueError, match="VigieNames must stand before"):
        parsed_of(Message({"text": "x"}))


def test_the_order_of_the_components_is_required() -> None:
    from vigie.nlu.components.frames import VigieFrames

    assert VigieTopics.required_components() == [VigieNames]
    assert VigieFrames.required_components() == [VigieTopics]


def test_a_change_of_our_code_retrains() -> None:
    from vigie.nlu.components.base import code_digest

    assert VigieNames.fingerprint_addon({}) == code_digest() == VigieTopics.fingerprint_addon({})


def test_a_training_reads_the_files_once(folder: Path) -> None:
    reading = importer(folder)
    first = reading.get_nlu_data("fr")
    (folder / "data" / "nlu.yml").write_text("")
    assert reading.get_nlu_data() is first
