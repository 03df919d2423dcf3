"""The government that does not exist is in order, and does not resemble the real one."""

from pathlib import Path

import pytest
import yaml

from evaluation.bench import growth, synthetic
from tests.conftest import ROOT
from vigie.knowledge.load import load, problems
from vigie.knowledge.text import key


def test_ten_thousand_agencies_have_names_and_acronyms_of_their_own() -> None:
    made = list(synthetic.agencies(synthetic.MOST))
    assert len(made) == synthetic.MOST == 10_000
    for field in ("fr", "en", "acronym"):
        assert len({key(agency["name"][field]) for agency in made}) == len(made), field


def test_the_knowledge_stays_in_order_with_them(tmp_path: Path) -> None:
    folder = growth.copy_project(tmp_path / "grown", 450)
    assert problems(folder / "knowledge") == []
    grown, real = load(folder / "knowledge"), load(ROOT / "knowledge")
    assert len(grown.agencies) == len(real.agencies) + 450
    assert grown.agencies[: len(real.agencies)] == real.agencies
    assert len(grown.topics) == len(real.topics) + 3


def test_none_is_no_change(tmp_path: Path) -> None:
    folder = growth.copy_project(tmp_path / "same", 0)
    assert load(folder / "knowledge").digest == load(ROOT / "knowledge").digest


def test_a_name_that_is_taken_would_be_found(tmp_path: Path) -> None:
    folder = growth.copy_project(tmp_path / "twice", 1)
    path = folder / "knowledge" / "agencies.yml"
    listed = yaml.safe_load(path.read_text("utf-8"))
    listed[-1]["name"]["acronym"] = "DoS"
    path.write_text(yaml.safe_dump(listed, allow_unicode=True), "utf-8")
    assert any("désigne déjà" in str(problem) for problem in problems(folder / "knowledge"))


def test_there_is_an_end_to_them() -> None:
    with pytest.raises(ValueError, match="at most"):
        list(synthetic.agencies(synthetic.MOST + 1))


def test_questions_are_spread_over_all_of_them() -> None:
    asked = synthetic.questions(10_000)
    assert len(asked) == len(set(asked)) == 60
    assert synthetic.acronym(166) in asked[1]
    assert len(synthetic.questions(10)) == 10
    assert synthetic.questions(0) == []
