"""Small signs in the wording: how many, each year, which place in a list."""

from __future__ import annotations

import pytest

from vigie.answers import counting, wording
from vigie.nlu.shorthand import spell_out
from vigie.nlu.text import fold


def words(text: str) -> str:
    return " ".join(spell_out(fold(text).split()))


CUES = [
    # cue, a wording that bears it, one that does not
    ("count", "combien d'agences", "quelles agences"),
    ("count", "cb de rapports", "le conte"),
    ("annual", "le rapport annuel", "le rapport"),
    ("annual", "chaque année", "une fois"),
    ("how_often", "à quel rythme", "à quelle date"),
    ("how_often", "tous les combien", "tous les rapports"),
    ("only_one", "n'en publie qu'un", "en publie plusieurs"),
    ("most", "le plus de rapports", "le rapport"),
    ("undescribed", "les quatre derniers", "les comités"),
    ("undescribed", "sans description", "leur description"),
    ("white_house", "rattaché à la Maison-Blanche", "une maison blanchie"),
    ("all", "tous les rapports", "un rapport"),
    ("all", "la liste complète", "le complément"),
    ("english", "en anglais", "l'Anglaise d'à côté ?"[:8]),
    ("french", "en français", "en Franche-Comté"),
    ("acronym", "que veut dire ce sigle", "que veut dire ce mot"),
    ("first", "le premier rapport", "le dernier rapport"),
    ("publication", "qui publie", "qui finance"),
    ("this", "et ça ?", "et le DoJ ?"),
    ("which_ones", "lesquels ?", "lesquels publient un rapport ?"),
    ("which_ones", "c'est quoi leurs noms", "leurs missions"),
    ("among", "parmi ces agences", "par mois"),
    ("pronoun", "que fait-elle", "que fait cette"[:8]),
    ("negated", "il n'enquête pas", "il enquête"),
    ("negated", "ce n'est pas le DoS, n'est-ce pas", "il préside, n'est-ce pas"),
    ("beside_it", "et à part lui ?", "et à part le DoT ?"),
    ("different", "deux ministères différents", "indifférent"),
    ("same", "le même", "la mémoire"),
    ("polar", "le DoJ enquête-t-il", "qui enquête"),
    ("polar", "c'est vrai que le DoJ enquête", "la vérité"),
    ("polar_surely", "est-ce que le DoJ enquête", "qu'est-ce que le DoJ"),
    ("wh", "qui enquête", "le DoJ enquête"),
]


@pytest.mark.parametrize(("cue", "bears", "lacks"), CUES)
def test_a_cue_is_seen_where_it_is_and_only_there(cue: str, bears: str, lacks: str) -> None:
    assert wording.has(words(bears), cue)
    assert not wording.has(words(lacks), cue)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("la loi de 2003", (2003,)),
        ("entre 2003 et 2015", (2003, 2015)),
        ("le 1-888-373-7888", ()),
        ("20030 dollars", ()),
        ("rien", ()),
    ],
)
def test_years(text: str, found: tuple[int, ...]) -> None:
    assert counting.years(words(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("onze rescapés", (11,)),
        ("11 rescapés", (11,)),
        ("une quinzaine d'organismes", (15,)),
        ("dix-sept, non, dix-huit", (17, 18)),
        ("trois rapports et cinq comités", (3, 5)),
        ("un rapport", ()),
        ("une agence", ()),
        ("en 2003", ()),
        ("sans nombre", ()),
    ],
)
def test_numbers(text: str, found: tuple[int, ...]) -> None:
    assert counting.numbers(words(text)) == found


@pytest.mark.parametrize(
    ("text", "places"),
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
        ("deux agences", ()),
        ("123", ()),
        ("le DoJ", ()),
        ("", ()),
    ],
)
def test_places_in_a_list(text: str, places: tuple[int, ...]) -> None:
    assert counting.ordinals(words(text)) == places
