"""What needs nothing of the others is learned ahead, in a process of its own."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rasa.engine.caching import CACHE_LOCATION_ENV
from rasa.shared.nlu.training_data.training_data import TrainingData

from vigie.nlu.components import ahead
from vigie.nlu.components.relearned import learned_into


class Alone:
    """Writes which process learned, from what."""

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        return "code"

    @staticmethod
    def material(data: TrainingData) -> str:
        return "a lesson"

    @staticmethod
    def learn(folder: Path, material: str) -> None:
        (folder / "who").write_text(f"{os.getpid()} {material}", "utf-8")


class Failing(Alone):
    """Has nothing to learn from."""

    @staticmethod
    def learn(folder: Path, material: str) -> None:
        raise ValueError("no lesson")


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(CACHE_LOCATION_ENV, str(tmp_path / "cache" / "cache"))
    yield


def trained(folder: Path, component: type[Alone]) -> str:
    """What a component has when its turn comes."""
    folder.mkdir()
    ahead.ended(component.__name__)
    material = component.material(TrainingData())
    learned_into(
        folder, component.__name__, "code", material, lambda w: component.learn(w, material)
    )
    return (folder / "who").read_text("utf-8")


def test_it_is_learned_in_another_process(kept: None, tmp_path: Path) -> None:
    with ahead.processes():
        ahead.begin(Alone, TrainingData())
        ahead.begin(Failing, TrainingData())
        who, lesson = trained(tmp_path / "one", Alone).split(" ", 1)
        with pytest.raises(ValueError, match="no lesson"):
            trained(tmp_path / "two", Failing)
    assert int(who) != os.getpid() and lesson == "a lesson"


def test_what_is_kept_is_not_learned_again(kept: None, tmp_path: Path) -> None:
    first = trained(tmp_path / "one", Alone)
    with ahead.processes():
        ahead.begin(Alone, TrainingData())
        assert trained(tmp_path / "two", Alone) == first


def test_where_the_process_is_killed_it_is_learned_in_its_turn(kept: None, tmp_path: Path) -> None:
    with ahead.processes():
        ahead.begin(Alone, TrainingData())
        for child in multiprocessing.active_children():
            child.kill()
        assert trained(tmp_path / "one", Alone).split()[0] == str(os.getpid())


def test_nothing_is_left_of_a_training_that_fails(kept: None) -> None:
    with pytest.raises(RuntimeError), ahead.processes():
        ahead.begin(Alone, TrainingData())
        raise RuntimeError
    assert not multiprocessing.active_children()


def test_without_a_process_it_is_learned_in_its_turn(kept: None, tmp_path: Path) -> None:
    ahead.begin(Alone, TrainingData())
    assert trained(tmp_path / "one", Alone).split()[0] == str(os.getpid())
