"""The forms, learned whole and by their parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from vigie.answers.query.form_parts import parts
from vigie.nlu.components.forms import load_forms, save_forms
from vigie.nlu.forms import Forms, learned
from vigie.nlu.linear import Example, Linear

LIST, COUNT = "select agency does=?", "count agency does=?"
LIST_EXCEPT, COUNT_EXCEPT = f"{LIST} except=?", f"{COUNT} except=?"


def features(text: str) -> tuple[str, ...]:
    return tuple(f"w:{word}" for word in text.split())


@pytest.fixture(scope="module")
def taught() -> Forms:
    """Lists, counts, and lists without somebody, by many; counts without somebody by one only."""
    written = [("qui forme", LIST), ("combien forment", COUNT), ("qui forme sauf lui", LIST_EXCEPT)]
    often = [Example(features(text), (form,)) for text, form in written * 20]
    return learned([*often, Example(features("autre chose"), (COUNT_EXCEPT,))])


def best(forms: Forms, text: str) -> str:
    words: Callable[[str], tuple[str, ...]] = features
    return forms.labels[int(forms.scores_of(text.split(), words, ()).argmax())]


def test_what_many_wrote_is_read_whole(taught: Forms) -> None:
    assert best(taught, "qui forme") == LIST
    assert best(taught, "qui forme sauf lui") == LIST_EXCEPT
    assert COUNT_EXCEPT in taught.labels and COUNT_EXCEPT not in taught.head.labels


def test_a_form_that_is_not_learned_whole_is_read_by_its_parts() -> None:
    """Of a count without somebody, where only lists are learned whole."""
    heard = {"part act count": 6.0, "part act select": -6.0, "part except": 6.0}
    margins = np.array([[1.0, *heard.values()]], np.float32)
    head = Linear((LIST, *heard), {"w:combien": 0}, margins, np.zeros(4, np.float32), True)
    forms = Forms.of(head, [LIST, COUNT, LIST_EXCEPT, COUNT_EXCEPT])
    assert best(forms, "combien") == COUNT_EXCEPT
    assert best(forms, "qui") == LIST


def test_what_is_told_of_the_forms_is_a_probability(taught: Forms) -> None:
    for text in ("qui forme", "combien sauf lui", "", "rien de tout cela"):
        scores = taught.scores_of(text.split(), features, ())
        assert scores.min() >= 0 and abs(float(scores.sum()) - 1) < 1e-4


def test_what_was_stored_says_the_same(taught: Forms, tmp_path: Path) -> None:
    save_forms(tmp_path, taught)
    again = load_forms(tmp_path)
    assert again is not None and again.labels == taught.labels
    said = [one.scores_of(["qui", "sauf"], features, ()) for one in (taught, again)]
    assert np.abs(said[0] - said[1]).max() < 2e-3


def test_where_nothing_was_taught_there_are_no_forms(tmp_path: Path) -> None:
    assert load_forms(tmp_path) is None


@pytest.mark.parametrize(
    ("form", "made_of"),
    [
        ("~same", {"~same"}),
        ("get date ?", {"act get", "want date", "1 subjects"}),
        (
            "verify in(?,?) & !chairs(?,?)",
            {"act verify", "relation in", "relation chairs", "denied", "several claims"},
        ),
        (
            "select body chair=? level!=ministerial",
            {
                "act select", "sort body", "key chair", "key level!", "level!=ministerial",
                "two conditions",
            },
        ),
        (
            "select agency does=?+? except=?,?",
            {"act select", "sort agency", "key does", "every", "except", "except several"},
        ),
        (
            "get date {law creates=?}",
            {"act get", "want date", "1 subjects", "nested", "key creates"},
        ),
    ],
)  # fmt: skip
def test_the_parts_of_a_form(form: str, made_of: set[str]) -> None:
    assert parts(form) == made_of
