"""What may be kept of a question that was not answered: no name, no number, no sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.known_words import _KEPT_OUT, AUTHORS, SHORTEST, written
from vigie.answers.misses import KINDS, MOST, Miss, known_words, miss
from vigie.answers.question import Mention, Question
from vigie.knowledge.load import load
from vigie.knowledge.text import fold

ROOT = Path(__file__).parents[2]
LISTED = Path(__file__).with_name("names_of_people.txt").read_text("utf-8").splitlines()
PEOPLE = sorted({name for line in LISTED if not line.startswith("#") for name in line.split()})
NUMBERS = "zero un deux trois douze vingt soixante cent mille million premier second lundi mai"


def named(text: str, **names: str) -> Question:
    """A question in which each of `names` is found, as the kind that it is given as."""
    mentions = [
        Mention(("x",), kind, text.index(name), text.index(name) + len(name))
        for kind, name in names.items()
    ]
    return Question(text, mentions=tuple(mentions))


def test_no_name_of_a_person_and_no_number_is_a_known_word() -> None:
    assert len(PEOPLE) > 400
    assert sorted(known_words() & set(PEOPLE)) == []
    assert sorted(known_words() & set(NUMBERS.split())) == []
    assert [word for word in known_words() if not re.fullmatch(r"[a-z]{4,}", word)] == []


def test_each_known_word_is_of_many_authors_or_of_the_topics() -> None:
    authors: dict[str, set[str]] = {}
    for who, text in written(ROOT):
        for word in re.findall(r"[^\W\d_]+", text):
            if word.islower():
                authors.setdefault(fold(word), set()).add(who)
    topics = load(ROOT / "knowledge").topics
    ways = {word for t in topics for way in (t.label, *t.ways) for word in fold(way).split()}
    few = [w for w in known_words() - ways if len(authors.get(w, ())) < AUTHORS]
    assert few == []
    assert not known_words() & _KEPT_OUT and min(map(len, known_words())) >= SHORTEST


def test_words_lose_their_order_and_names_their_name() -> None:
    asked = named("Quel est le salaire du procureur au DoJ ?", agency="DoJ")
    assert miss(asked) == Miss(("procureur", "salaire"), ("agency",))


def test_the_words_of_a_name_are_not_kept() -> None:
    asked = named("le budget du secrétariat du travail", agency="secrétariat du travail")
    assert miss(asked) == Miss(("budget",), ("agency",))


KEPT: dict[str, tuple[str, tuple[str, ...]]] = {
    "a name of a person": ("Fatou Diallo a quel budget ?", ("budget",)),
    "a name in small letters": ("le budget de fatou diallo", ("budget",)),
    "numbers, in figures and letters": (
        "budget de 12 500 ou douze mille dollars",
        ("budget", "dollars"),
    ),
    "an address": ("3 rue des Lilas 75011 Paris, quel budget", ("budget",)),
    "a mail and a telephone": ("budget ? jean.dupont@exemple.org 06 12 34 56 78", ("budget",)),
    "a known word as a name": ("le budget de Mme Page et de M. Bureau", ("budget",)),
    "a misspelt word": ("le bujet", ()),
    "words glued to figures": ("budget2024 et le budget", ("budget",)),
    "letters from elsewhere": ("budget \u0431\u044e\u0434\u0436\u0435\u0442 预算", ("budget",)),
    "an underscore": ("budget_fatou", ("budget",)),
}


@pytest.mark.parametrize(("text", "words"), KEPT.values(), ids=KEPT)
def test_what_is_left_of(text: str, words: tuple[str, ...]) -> None:
    found = miss(Question(text))
    assert (found.words if found else ()) == words


def test_a_story_is_not_kept_at_all() -> None:
    words = sorted(known_words())[: MOST + 1]
    assert miss(Question(" ".join(words[:MOST]))) is not None
    assert miss(Question(" ".join(words))) is None


anything = st.one_of(
    st.text(max_size=12),
    st.sampled_from(PEOPLE).map(str.title),
    st.sampled_from(PEOPLE),
    st.sampled_from(sorted(known_words())),
    st.integers().map(str),
)


@given(st.lists(anything, max_size=12), st.text(max_size=10))
def test_whatever_is_written_only_known_words_come_out(words: list[str], kind: str) -> None:
    text = " ".join(words)
    found = miss(Question(text, mentions=(Mention(("x",), kind, 0, 3), Mention(("y",), "law"))))
    if found is None:
        return
    assert set(found.words) <= known_words() and set(found.kinds) <= KINDS
    assert list(found.words) == sorted(set(found.words)) and 0 < len(found.words) <= MOST
    assert not set(found.words) & set(PEOPLE)
