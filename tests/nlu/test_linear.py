"""Linear heads: they learn, they are saved without pickle, and say the same once loaded."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from vigie.nlu import apart, cores
from vigie.nlu.components.base import load_linear, save_linear
from vigie.nlu.linear import Example, Linear, train
from vigie.nlu.packing import whole as dense

TAUGHT = [
    ("qui enquete", "who"), ("qui forme", "who"), ("qui finance", "who"), ("qui aide", "who"),
    ("combien de rapports", "count"), ("combien de membres", "count"), ("combien de lois", "count"),
    ("bonjour", "greet"), ("bonjour toi", "greet"), ("bonjour vous", "greet"),
]  # fmt: skip


def example(text: str, *labels: str) -> Example:
    return Example(tuple(f"w:{word}" for word in text.split()), labels)


@pytest.fixture(scope="module")
def intents() -> Linear:
    return train([example(text, label) for text, label in TAUGHT], several=False)


@pytest.fixture(scope="module")
def topics() -> Linear:
    taught = [example("ecole eleves", "schools"), example("ecole profs", "schools")]
    taught += [example("camion routiers", "transport"), example("camion trains", "transport")]
    taught += [example("ecole camion", "schools", "transport"), example("meteo pluie")]
    return train(taught, several=True, least=1)


@pytest.mark.parametrize(
    ("text", "label"), [("qui paie", "who"), ("combien de comites", "count"), ("bonjour", "greet")]
)
def test_an_unseen_question_is_read_like_its_neighbours(
    intents: Linear, text: str, label: str
) -> None:
    assert intents.ranked(example(text).features)[0][0] == label


def test_probabilities_of_intents_make_one(intents: Linear) -> None:
    ranked = intents.ranked(example("qui").features)
    assert sum(p for _, p in ranked) == pytest.approx(1)
    assert [p for _, p in ranked] == sorted((p for _, p in ranked), reverse=True)


def test_a_question_may_have_two_topics_or_none(topics: Linear) -> None:
    both = dict(topics.ranked(example("ecole camion").features))
    none = dict(topics.ranked(example("meteo pluie").features))
    assert min(both.values()) > max(none.values())


def test_unknown_words_alone_give_the_bias_and_no_error(intents: Linear) -> None:
    assert len(intents.ranked(("w:zzz",))) == 3
    assert intents.ranked(()) == intents.ranked(("w:zzz",))


def test_a_long_message_weighs_no_more_than_a_short_one() -> None:
    """Weights add up over the square root of their number, as in training."""
    four = {f"w:{n}": n for n in range(4)}
    head = Linear(
        ("a",), four, np.ones((4, 1), np.float32), np.zeros(1, np.float32), True
    )  # fmt: skip
    assert head.scores(four)[0] == pytest.approx(1 / (1 + np.exp(-2)))
    assert head.scores(["w:1"])[0] == pytest.approx(1 / (1 + np.exp(-1)))


def test_a_repeated_word_counts_once(intents: Linear) -> None:
    once, twice = (intents.ranked(f) for f in (("w:qui",), ("w:qui", "w:qui")))
    assert once == twice


def test_a_rare_word_is_not_learned() -> None:
    taught = [example(text, label) for text, label in TAUGHT]
    assert "w:vous" not in train(taught, several=False, least=2).vocabulary


def test_training_twice_gives_the_same_weights() -> None:
    one, other = (train([example(t, x) for t, x in TAUGHT], several=False) for _ in range(2))
    assert (
        np.array_equal(dense(one.weights), dense(other.weights))
        and one.vocabulary == other.vocabulary
    )


def test_training_twice_on_all_cores_gives_the_same_weights(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In threads they take from one generator of chances, and differ from run to run."""
    chance = np.random.default_rng(0)
    rows = [
        Example(tuple(f"w:{n}" for n in chance.integers(0, 300, 12)), (str(chance.integers(6)),))
        for _ in range(1500)
    ]
    alone, others = train(rows, several=False), []
    monkeypatch.setattr(cores, "LARGE", 0)
    for _ in range(2):
        others.append(train(rows, several=False))
    assert all(np.array_equal(dense(alone.weights), dense(one.weights)) for one in others)


@pytest.mark.parametrize("name", ["intents", "topics"])
def test_what_was_saved_says_the_same(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    head: Linear = request.getfixturevalue(name)
    save_linear(tmp_path, head)
    loaded = load_linear(tmp_path)
    for text in ("qui enquete", "ecole camion", "zzz"):
        features = example(text).features
        assert loaded.scores(features) == pytest.approx(head.scores(features), abs=0.01)
    assert (loaded.labels, loaded.several) == (head.labels, head.several)


def test_no_file_needs_pickle(tmp_path: Path, intents: Linear) -> None:
    save_linear(tmp_path, intents)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["head.json", "head.npz"]
    json.loads((tmp_path / "head.json").read_text("utf-8"))
    for path in tmp_path.glob("*.npz"):
        with np.load(path, allow_pickle=False) as arrays:
            assert all(arrays[name].dtype != object for name in arrays.files)


def test_a_file_with_a_pickle_in_it_is_refused(tmp_path: Path, intents: Linear) -> None:
    save_linear(tmp_path, intents)
    evil = np.array([{"a": 1}], dtype=object)
    np.savez(tmp_path / "head.npz", weights=evil, bias=evil)
    with pytest.raises(ValueError, match="allow_pickle"):
        load_linear(tmp_path)


def test_labels_fitted_to_a_part_of_the_examples_are_those_fitted_to_all() -> None:
    """Most examples lie far from the margin of a label: leaving them out changes nothing that a
    message would show."""
    letters = "abcdef"
    taught = [
        Example((f"w:{one}", f"w:{more}", f"w:{one}{more}"), (one, *_vowel(one)))
        for one in letters
        for more in map(str, range(40))
    ]
    labels = [*letters, "vowel"]
    part, whole = (_taught_by(taught, labels, sample) for sample in (12, len(taught)))
    assert part.labels == whole.labels == tuple(labels)
    told = [
        [head.logits_of(one.features, lambda w: [w], ()) for one in taught]
        for head in (part, whole)
    ]
    assert np.abs(np.array(told[0]) - np.array(told[1])).max() < 0.6  # margins, five times too wide
    assert dense(part.weights).flags.c_contiguous  # else each message copies all of them
    assert part.ranked(["w:a"])[0][0] in ("a", "vowel")


def _vowel(letter: str) -> tuple[str, ...]:
    return ("vowel",) if letter in "ae" else ()


def _taught_by(taught: list[Example], labels: list[str], sample: int) -> Linear:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(apart, "SAMPLE", sample)
        return apart.train_apart(taught, labels, least=1)
