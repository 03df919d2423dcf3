"""What was learned from the same material is not learned again."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from rasa.engine.caching import CACHE_LOCATION_ENV
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from vigie.nlu.components import forms, relearned
from vigie.nlu.components.base import PARSED
from vigie.nlu.components.forms import VigieForms, load_forms
from vigie.nlu.forms import Forms, learned
from vigie.nlu.linear import Example
from vigie.nlu.names import NameMatcher
from vigie.nlu.take_apart import take_apart
from vigie.nlu.taught import FORM

Train = Callable[..., str]


@pytest.fixture
def train(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Train:
    """Trains a component from a material, and says what then stands in its folder; each learning
    writes another number."""
    monkeypatch.setenv(CACHE_LOCATION_ENV, str(tmp_path / "kept" / "cache"))
    lessons = iter(range(100))

    def once(material: object, code: str = "a", component: str = "Cutter") -> str:
        folder = tmp_path / f"resource{next(lessons)}"
        folder.mkdir()
        number = str(next(lessons))
        relearned.learned_into(
            folder, component, code, material, lambda where: _write(where / "head.json", number)
        )
        return (folder / "head.json").read_text("utf-8")

    return once


def _write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def test_the_same_is_taken_again(train: Train) -> None:
    first = train(["qui préside", ("pitf", True)])
    assert train(["qui préside", ("pitf", True)]) == first


@pytest.mark.parametrize(
    "other",
    [{"material": ["qui enquête"]}, {"code": "b"}, {"component": "Guard"}],
    ids=["other material", "other code", "another component"],
)
def test_anything_else_is_learned(train: Train, other: dict[str, object]) -> None:
    given: dict[str, object] = {"material": ["qui préside"]}
    first = train(**given)
    assert train(**{**given, **other}) != first


def test_the_last_ones_are_kept_and_no_more(train: Train) -> None:
    first, *_ = [train(number) for number in range(relearned.MOST + 1)]
    assert train(0) != first
    kept = train(relearned.MOST)
    assert train(relearned.MOST) == kept
    assert len(list((relearned.folder_of() / "Cutter").iterdir())) == relearned.MOST


def test_whoever_forces_a_training_has_all_learned_again(train: Train) -> None:
    first = train("x")
    relearned.forget()
    assert train("x") != first


def test_a_learning_that_fails_leaves_nothing(train: Train, tmp_path: Path) -> None:
    def broken(where: Path) -> None:
        _write(where / "head.json", "half")
        raise OSError("disk full")

    (tmp_path / "resource").mkdir()
    with pytest.raises(OSError, match="disk full"):
        relearned.learned_into(tmp_path / "resource", "Cutter", "a", "y", broken)
    assert train("y") != "half"


def test_two_trainings_at_once_learn_the_same(train: Train, tmp_path: Path) -> None:
    def slow(where: Path) -> None:
        _write(where / "head.json", "second")
        train("z")  # the other one is ready before

    (tmp_path / "resource").mkdir()
    relearned.learned_into(tmp_path / "resource", "Cutter", "a", "z", slow)
    assert train("z") != "second"


SAID = {"qui forme": "select agency does=?", "combien forment": "count agency does=?"}


def test_forms_are_learned_once_of_the_same_questions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor who adds a way to say a topic does not wait for what no topic teaches."""
    monkeypatch.setenv(CACHE_LOCATION_ENV, str(tmp_path / "kept" / "cache"))
    learnings = []

    def counted(examples: Iterable[Example]) -> Forms:
        learnings.append(examples)
        return learned(examples)

    monkeypatch.setattr(forms, "learned", counted)
    for number, said in enumerate((SAID, SAID, {**SAID, "qui enquête": "select agency does=?"})):
        where = tmp_path / f"model{number}"
        where.mkdir()
        storage = LocalModelStorage.create(where)
        component = VigieForms(storage, Resource("forms"))
        component.train(TrainingData([_taught(*pair) for pair in said.items() for _ in range(20)]))
        with storage.read_from(Resource("forms")) as folder:
            assert load_forms(folder) is not None
    assert len(learnings) == 2


def _taught(text: str, form: str) -> Message:
    """A question, as one that is like no other: Rasa drops what stands twice."""
    message = Message(data={"text": text, "metadata": {"example": {FORM: form}}, "id": next(_ids)})
    message.set(PARSED, take_apart(text, NameMatcher(()), whole=False))
    return message


_ids = itertools.count()
