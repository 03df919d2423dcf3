"""Numbers, and places in a list, as people write them."""

from __future__ import annotations

import pytest

from vigie.answers.reading.numbers import numbers, places
from vigie.nlu.shorthand import spell_out
from vigie.nlu.text import fold


def words(text: str) -> str:
    return " ".join(spell_out(fold(text).split()))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("le premier", (1,)),
        ("la deuxième", (2,)),
        ("le second", (2,)),
        ("le 3e", (3,)),
        ("le dernier", (-1,)),
        ("l'avant-dernier", (-2,)),
        ("les deux premiers", (1, 2)),
        ("les trois derniers", (-3, -2, -1)),
        ("le premier et le troisième", (1, 3)),
        ("le premier et le dernier", (1, -1)),
        ("2", (2,)),
        ("le 2", (2,)),
        ("numéro 4", (4,)),
        ("option 3 svp", (3,)),
        ("deux", (2,)),
        ("12", (12,)),
        ("le deuxième, il fait quoi ?", (2,)),
        ("le dezyem", (2,)),
        ("le 3 c'est quoi", (3,)),
        ("la 2 fait quoi", (2,)),
        ("deux agences", ()),
        ("le 3 mars", ()),
        ("123", ()),
        ("le DoJ", ()),
        ("", ()),
    ],
)
def test_places_in_a_list(text: str, found: tuple[int, ...]) -> None:
    assert places(words(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("la loi de 2003 et onze membres", ("2003", "11")),
        ("une quinzaine, soit 15", ("15",)),
        ("en 2015 ou en 2016", ("2015", "2016")),
        ("un rapport", ()),
    ],
)
def test_years_and_numbers(text: str, found: tuple[str, ...]) -> None:
    assert numbers(words(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("en deux mille quinze", ("2015",)),
        ("deux-mille-trois", ("2003",)),
        ("l'an deux mille", ("2000",)),
        ("deux mille dix-sept", ("2017",)),
        ("mille cas, quinze rescapés", ("1000", "15")),
    ],
)
def test_years_in_letters(text: str, found: tuple[str, ...]) -> None:
    assert numbers(words(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dix-huit membres et le Conseil onze", ("18", "11")),
        ("vingt-deux", ("22",)),
        ("deux mille dix-huit", ("2018",)),
        ("dix et huit", ("10", "8")),
        ("deux comités, cinq lois", ("2", "5")),
    ],
)
def test_tens_and_what_follows_them_are_one_number(text: str, found: tuple[str, ...]) -> None:
    assert numbers(words(text)) == found
