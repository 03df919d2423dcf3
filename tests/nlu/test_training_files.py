"""data/nlu is read quickly, and exactly as Rasa's own reader reads it."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
from rasa.shared.importers.utils import training_data_from_paths
from rasa.shared.nlu.constants import METADATA, TEXT
from rasa.shared.nlu.training_data.training_data import TrainingData

from vigie.nlu.training_files import Example, training_data

PLAIN = """
version: "3.1"
nlu:
- intent: which_agency
  metadata: {register: oral, persona: test, topics: [finance, research], query: "qui = ?"}
  examples: |
    - qui suit l'argent, « là-bas » ?
    -   on   peut écrire : des deux-points
    - qui suit l'argent, « là-bas » ?
- intent: greet
  metadata: {register: no, persona: "1", query: true}
  examples:
  - text: |
      bonjour
    metadata: {query: salut}
  - text: salut
- intent: verify_role
  examples: |
    - le [Pentagone](agency) enquête
    - le [Trésor]{"entity": "agency", "value": "treasury"} enquête
"""
OTHER = """
version: "3.1"
nlu:
- lookup: ville
  examples: |
    - Burlington
- intent: deny
  examples: |
    - non
"""


def seen(data: TrainingData) -> object:
    """All that the rest of Rasa can tell of `data`."""
    messages = [(type(m.get(TEXT)), m.data) for m in data.training_examples]
    return messages, data.entity_synonyms, data.lookup_tables, data.fingerprint()


@pytest.mark.parametrize("contents", [[PLAIN], [OTHER], [OTHER, PLAIN]], ids=("ours", "its", "two"))
def test_the_files_are_read_as_rasa_reads_them(contents: list[str], tmp_path: Path) -> None:
    paths = []
    for number, content in enumerate(contents):
        path = tmp_path / f"{number}.yml"
        path.write_text(content, "utf-8")
        paths.append(str(path))
    ours, its = training_data(paths, "fr"), training_data_from_paths(paths, "fr")
    if len(contents) == 1:
        assert seen(ours) == seen(its)
    assert set(ours.training_examples) == set(its.training_examples)
    assert len(ours.training_examples) == len(its.training_examples)


def test_a_plain_file_never_meets_the_slow_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "nlu.yml"
    path.write_text(PLAIN, "utf-8")
    monkeypatch.setattr("vigie.nlu.training_files.load_data", None)
    assert training_data([str(path)], "fr").training_examples[0].get(METADATA) == {
        "intent": {
            "register": "oral",
            "persona": "test",
            "topics": ["finance", "research"],
            "query": "qui = ?",
        }
    }


def test_a_file_that_is_no_yaml_is_refused_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "nlu.yml"
    path.write_text("nlu:\n- intent: x\n examples: [", "utf-8")
    with pytest.raises(Exception, match=r"nlu\.yml"):
        training_data([str(path)], "fr")


def test_a_copy_may_be_changed_without_its_original() -> None:
    first = Example.build("bonjour", "greet")
    before = first.fingerprint()
    second = copy.deepcopy(first)
    second.set("text", "salut")
    second.set("tokens", ["salut"], add_to_output=True)
    assert first.data == {"text": "bonjour", "intent": "greet"}
    assert first.output_properties == {"text"} and first.fingerprint() == before
    assert second.fingerprint() != before
