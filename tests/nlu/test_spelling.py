"""Spelling: a slip is mended toward a known word, a real word is never bent into another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigie.nlu.spelling import Speller

WORDS = "agriculture justice travail transports usaid victimes certification subventions doj etat eeoc".split()


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(WORDS)


MENDED = {
    "a known word": ("justice", "justice"),
    "a letter too many": ("justtice", "justice"),
    "a letter missing": ("justce", "justice"),
    "a letter for another": ("justize", "justice"),
    "two letters swapped": ("jsutice", "justice"),
    "written by ear": ("justisse", "justice"),
    "two slips in a long word": ("certtifcation", "certification"),
    "a slip on the first letter of a long word": ("subvantion", "subventions"),
    "shorthand for a known word": ("travay", "travail"),
    "two slips in a short word": ("jxstixe", None),
    "another first letter in a short word": ("fustice", None),
    "a short acronym": ("dol", None),
    "a short acronym with one letter more": ("dojs", None),
    "a word far from all": ("bonjour", None),
    "nothing": ("", None),
}


@pytest.mark.parametrize(("typed", "known"), MENDED.values(), ids=MENDED)
def test_it_is_mended(speller: Speller, typed: str, known: str | None) -> None:
    assert speller.mend(typed) == known


def test_the_nearest_of_two_words_is_chosen() -> None:
    assert Speller(["parents", "patents"]).mend("parants") == "parents"


def test_it_does_not_matter_in_which_order_the_words_come() -> None:
    typed = ["justtice", "transprt", "victme", "agricultur"]
    one, other = Speller(WORDS), Speller(reversed(WORDS))
    assert [one.mend(word) for word in typed] == [other.mend(word) for word in typed]


def test_it_knows_its_words(speller: Speller) -> None:
    assert "usaid" in speller and "usai" not in speller


def test_without_words_nothing_is_mended() -> None:
    assert Speller(()).mend("justice") is None


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=25))
def test_what_comes_back_is_always_a_known_word(speller: Speller, typed: str) -> None:
    assert speller.mend(typed) in {None, *WORDS}
