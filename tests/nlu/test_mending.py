"""Misspelt words are mended before anything is read; words, names and what is English are not."""

from __future__ import annotations

import pytest

from vigie.nlu.mending import HARDLY, OFTEN, Mending, learned

WRITTEN = (
    ["quelles subventions données à l'étranger, et combien", "qui enquête", "quoi"] * OFTEN
    + ["l'etranger"] * OFTEN  # oftener without its accent, and spelt with it all the same
    + ["c koman"] * (HARDLY + 1)
    + ["subventoins"] * HARDLY
)
FRENCH = ("combine", "enquêtait", "subvention", "étranger", "cantine")


@pytest.fixture(scope="module")
def mending() -> Mending:
    return Mending(learned(WRITTEN, ["frontex"], FRENCH))


MENDED = {
    "letters exchanged": ("qoui", "quoi"),
    "letters exchanged in a very short word": ("et qiu", "et qui"),
    "a letter more": ("qui enquêtte", "qui enquête"),
    "a letter less": ("les subvetions", "les subventions"),
    "one that some wrote": ("des subventoins", "des subventions"),
    "with its accents": ("a l'etragner", "a l'étranger"),
    "at the beginning of a sentence": ("Bonjour. Qoui donc", "Bonjour. Quoi donc"),
    "at the beginning of a message": ("Cobmien donnent-ils", "Combien donnent-ils"),
}


@pytest.mark.parametrize(("typed", "text"), MENDED.values(), ids=MENDED)
def test_a_misspelt_word_is_mended(mending: Mending, typed: str, text: str) -> None:
    assert mending.mended(typed).text == text


KEPT = {
    "a French word beside one that is written often": "il enquêtait à la cantine",
    "the name of the knowledge": "et frontex",
    "what has a capital": "et Qoui, il fait quoi",
    "what many write so": "c koman",
    "shorthand": "koi",
    "what is near nothing": "le tralala du xylophone",
    "a short word with another letter": "quai",
    "two letters": "iq",
    "somebody's acronym": "l'qiu",
    "English": "who are the agencies that investgiate combein trafficking",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_is_no_misspelt_word_is_kept(mending: Mending, text: str) -> None:
    assert mending.mended(text).text == text


def test_a_place_is_found_again_in_what_was_typed(mending: Mending) -> None:
    typed = "qouii donc, a l'etragner et frontex ?"
    mended = mending.mended(typed)
    place = mended.text.index("frontex")
    assert typed[mended.typed(place) : mended.typed(place + len("frontex"))] == "frontex"
    before = mended.text.index("donc")
    assert typed[mended.typed(before) : mended.typed(before + 4)] == "donc"


def test_a_long_message_is_read_as_it_is(mending: Mending) -> None:
    text = "qoui " * 500
    assert mending.mended(text).text == text
