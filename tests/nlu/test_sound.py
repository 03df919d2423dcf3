"""Sounds: what people hear alike has one code; what they would confuse with another name has not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigie.knowledge.sound import sound
from vigie.nlu.shorthand import SHORTHAND, spell_out
from vigie.nlu.text import fold

ALIKE = [
    ("question", "kestion"),
    ("quoi", "koi"),
    ("rapport", "raport"),
    ("rapports", "rapport"),
    ("finance", "finanse"),
    ("justice", "justise"),
    ("agence", "ajence"),
    ("éducation", "edukasion"),
    ("comité", "komite"),
    ("école", "ekol"),
    ("transports", "transpor"),
    ("photo", "foto"),
    ("ministère", "minister"),
    ("enquête", "enkete"),
    ("travail", "travaille"),
    ("défense", "défance"),
    ("agriculture", "agricultur"),
    ("formé", "formée"),
    ("former", "formé"),
    ("financer", "financé"),
    ("seize", "seise"),
]

APART = [
    ("doj", "dol"),
    ("doj", "dos"),
    ("doi", "doj"),
    ("pitf", "spog"),
    ("usda", "usaid"),
    ("dhs", "hhs"),
    ("biens", "produits"),
    ("travail", "trafic"),
    ("agent", "argent"),
    ("forme", "ferme"),
    ("loi", "roi"),
    ("santé", "sécurité"),
    ("défense", "dépense"),
    ("intérieur", "extérieur"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_they_sound_alike(one: str, other: str) -> None:
    assert sound(fold(one)) == sound(fold(other))


@pytest.mark.parametrize(("one", "other"), APART)
def test_they_sound_apart(one: str, other: str) -> None:
    assert sound(fold(one)) != sound(fold(other))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=30))
def test_a_word_always_has_a_code_and_always_the_same(word: str) -> None:
    assert sound(word) and sound(word) == sound(word)


SPELLED = {
    "text-message words": ("slt cki ki enkete svp", "salut c est qui qui enquete s il vous plait"),
    "one word that stands for several": ("keske le doj", "qu est ce que le doj"),
    "Haitian Creole": ("kisa lwa konsey", "quoi loi conseil"),
    "plain French stays": ("que fait le doj", "que fait le doj"),
}


@pytest.mark.parametrize(("typed", "spelled"), SPELLED.values(), ids=SPELLED)
def test_shorthand_is_written_out(typed: str, spelled: str) -> None:
    assert " ".join(spell_out(typed.split())) == spelled


def test_what_shorthand_stands_for_is_folded_already() -> None:
    assert {long for long in SHORTHAND.values() if fold(long) != long} == set()


def test_every_shorthand_can_be_met_in_a_folded_text() -> None:
    assert {short for short in SHORTHAND if fold(short) != short} == set()
