"""Folding: however it is typed, the same words; and always the way back to the text as typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigie.nlu.text import clean, fold, tokens

FOLDED = {
    "a straight apostrophe": ("l'USAID", "l usaid"),
    "a curly apostrophe": ("l’USAID", "l usaid"),
    "a modifier letter apostrophe": ("lʼUSAID", "l usaid"),
    "a left quotation mark for an apostrophe": ("l‘USAID", "l usaid"),
    "accents in one code point": ("Département d'État", "departement d etat"),
    "accents apart": (unicodedata.normalize("NFD", "Département d'État"), "departement d etat"),
    "two accents on one letter": ("e\u0301\u0323tat", "etat"),
    "accented capitals": ("ÉDUCATION À L'ÉCOLE", "education a l ecole"),
    "a cedilla": ("Reçu ça", "recu ca"),
    "an oe ligature": ("œuvre, Œuvre, cœur", "oeuvre oeuvre coeur"),
    "an ae ligature": ("ex æquo", "ex aequo"),
    "a typographic ligature": ("ﬁnance", "finance"),
    "a sharp s": ("Straße", "strasse"),
    "a dotted Turkish capital": ("İstanbul", "istanbul"),
    "wide letters": ("ＤｏＪ", "doj"),
    "letters of a fancy font": ("𝐃𝐨𝐉", "doj"),
    "doubled spaces": ("le   DoJ", "le doj"),
    "a space that does not break": ("le\u00a0DoJ\u202f?", "le doj"),
    "a tabulation and a new line": ("le\tDoJ\nenquête", "le doj enquete"),
    "hyphens": ("États-Unis, est-ce", "etats unis est ce"),
    "a long hyphen": ("Blue–Campaign", "blue campaign"),
    "an emoji in the middle": ("👮 DoJ 👩\u200d👩\u200d👧 ok", "doj ok"),
    "an emoji stuck to a word": ("DoJ🚔", "doj"),
    "letters stretched out": ("noooooon ouiiii", "noon ouii"),
    "a double letter, which stays": ("ballon", "ballon"),
    "an ampersand inside a word": ("R&D", "r&d"),
    "an ampersand between words": ("toi & moi", "toi moi"),
    "an acronym with stops": ("le D.O.J. enquête", "le doj enquete"),
    "an abbreviation, which is no acronym": ("p.ex. le DoJ", "p ex le doj"),
    "an invisible hyphen in a pasted word": ("minis\u00adtère", "ministere"),
    "an invisible space in a pasted word": ("minis\u200btère", "ministere"),
    "digits": ("le 1-888", "le 1 888"),
    "punctuation alone": ("?!… —", ""),
    "nothing": ("", ""),
    "another alphabet": ("Что делает DoJ?", "doj"),
}


@pytest.mark.parametrize(("typed", "folded"), FOLDED.values(), ids=FOLDED)
def test_it_folds(typed: str, folded: str) -> None:
    assert fold(typed) == folded


OFFSETS = {
    "a plain name": ("que fait le DoJ ?", "doj", "DoJ"),
    "after an emoji": ("👮🏽 le DoJ", "doj", "DoJ"),
    "after a ligature that becomes two letters": ("l'œuvre du DoJ", "doj", "DoJ"),
    "after a letter that becomes two": ("İİ DoJ", "doj", "DoJ"),
    "after accents apart": ("De\u0301partement d'E\u0301tat DoJ", "doj", "DoJ"),
    "a word with accents apart, whole": ("l'E\u0301tat", "etat", "E\u0301tat"),
    "a word that ends with an accent apart": ("cite\u0301 ici", "cite", "cite\u0301"),
    "a ligature, whole": ("le cœur", "coeur", "cœur"),
    "an acronym with stops": ("le D.O.J. là", "doj", "D.O.J"),
    "a word cut by an invisible hyphen": ("ce minis\u00adtère", "ministere", "minis\u00adtère"),
}


@pytest.mark.parametrize(("typed", "word", "original"), OFFSETS.values(), ids=OFFSETS)
def test_offsets_lead_back_to_the_text_as_typed(typed: str, word: str, original: str) -> None:
    (found,) = [token for token in tokens(typed) if token.text == word]
    assert typed[found.start : found.end] == original


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("la Justice", [False, True]),
        ("l'État", [False, True]),
        ("E\u0301tat", [True]),
        ("la justice", [False, False]),
        ("DoJ", [True]),
    ],
)
def test_a_capital_is_remembered(typed: str, titles: list[bool]) -> None:
    assert [token.title for token in tokens(typed)] == titles


CLEANED = {
    "half of a surrogate pair": ("a\ud83db", "a?b"),
    "the other half": ("\ude00", "?"),
    "a null": ("a\x00b", "a b"),
    "an escape": ("\x1b[31mDoJ", " [31mDoJ"),
    "a new line, which parts the questions": ("a\r\nb", "a \nb"),
    "ordinary text": ("Que fait l’USAID ? 🚔", "Que fait l’USAID ? 🚔"),
}


@pytest.mark.parametrize(("typed", "cleaned"), CLEANED.values(), ids=CLEANED)
def test_what_later_steps_refuse_is_taken_out(typed: str, cleaned: str) -> None:
    assert clean(typed) == cleaned


def any_text() -> st.SearchStrategy[str]:
    return st.text(alphabet=st.characters(), max_size=60)


@given(any_text())
def test_cleaning_keeps_every_place(typed: str) -> None:
    assert len(clean(typed)) == len(typed)
    clean(typed).encode("utf-8")


@given(any_text())
def test_words_of_any_text_lie_in_it_in_order_and_fold_to_themselves(typed: str) -> None:
    found = tokens(clean(typed))
    end = 0
    for token in found:
        assert end <= token.start < token.end <= len(typed) or token.start < end <= len(typed)
        end = max(end, token.end)
        assert token.text and token.text.isascii()
    assert fold(fold(clean(typed))) == fold(clean(typed))
