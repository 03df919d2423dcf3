"""French grammar of names: article, contraction, elision, agreement; and French typography."""

from __future__ import annotations

import pytest

from tests.answers.made import tables, view
from vigie.answers.grammar import Noun, capital, listing, number, numbered, sentence, unique
from vigie.knowledge.model.entry import Name

# entity: le, du, au, bref, bdu, bau, il, e
FORMS = {
    "doj": (
        "le département de la Justice (DoJ)",
        "du département de la Justice (DoJ)",
        "au département de la Justice (DoJ)",
        "le DoJ", "du DoJ", "au DoJ", "il", "",
    ),
    "treasury": (
        "le département du Trésor",
        "du département du Trésor",
        "au département du Trésor",
        "le département du Trésor", "du département du Trésor", "au département du Trésor", "il", "",
    ),
    "usaid": (
        "l'Agence des États-Unis pour le Développement international (USAID)",
        "de l'Agence des États-Unis pour le Développement international (USAID)",
        "à l'Agence des États-Unis pour le Développement international (USAID)",
        "l'USAID", "de l'USAID", "à l'USAID", "elle", "e",
    ),
    "eeoc": (
        "la Commission pour l'égalité des perspectives d'emploi (EEOC)",
        "de la Commission pour l'égalité des perspectives d'emploi (EEOC)",
        "à la Commission pour l'égalité des perspectives d'emploi (EEOC)",
        "l'EEOC", "de l'EEOC", "à l'EEOC", "elle", "e",
    ),
    "usda": (
        "le département de l'Agriculture (USDA)",
        "du département de l'Agriculture (USDA)",
        "au département de l'Agriculture (USDA)",
        "l'USDA", "de l'USDA", "à l'USDA", "il", "",
    ),
    "omb": (
        "l'Office of Management and Budget (OMB)",
        "de l'Office of Management and Budget (OMB)",
        "à l'Office of Management and Budget (OMB)",
        "l'OMB", "de l'OMB", "à l'OMB", "il", "",
    ),
    "blue_campaign": (
        "la Blue Campaign", "de la Blue Campaign", "à la Blue Campaign",
        "la Blue Campaign", "de la Blue Campaign", "à la Blue Campaign", "elle", "e",
    ),
    "certification_letters": (
        "les lettres de certification et de demande d'admissibilité",
        "des lettres de certification et de demande d'admissibilité",
        "aux lettres de certification et de demande d'admissibilité",
        "les lettres de certification",
        "des lettres de certification",
        "aux lettres de certification", "elles", "es",
    ),
    "immigration_benefits": (
        "les avantages liés au statut d'immigré régularisé",
        "des avantages liés au statut d'immigré régularisé",
        "aux avantages liés au statut d'immigré régularisé",
        "les avantages liés au statut d'immigré",
        "des avantages liés au statut d'immigré",
        "aux avantages liés au statut d'immigré", "ils", "s",
    ),
}  # fmt: skip
SPECS = ("le", "du", "au", "bref", "bdu", "bau", "il", "e")


@pytest.mark.parametrize(("entity", "forms"), FORMS.items(), ids=FORMS)
def test_a_name_takes_its_article(entity: str, forms: tuple[str, ...]) -> None:
    noun = view().noun(entity)
    assert tuple(format(noun, spec) for spec in SPECS) == forms


def test_a_capital_in_the_form_gives_a_capital() -> None:
    assert f"{view().noun('usaid'):Bref}" == "L'USAID"
    assert f"{view().noun('certification_letters'):Le}".startswith("Les lettres")
    assert f"{view().noun('dos'):Du}".startswith("Du département")


def test_without_form_the_name_stands_alone() -> None:
    noun = view().noun("doj")
    assert f"{noun}" == "département de la Justice (DoJ)"
    assert f"{noun:sigle}" == "DoJ"
    assert f"{view().noun('treasury'):sigle}" == "département du Trésor"


@pytest.mark.parametrize(
    ("acronym", "gender", "short"),
    [
        ("PITF", "f", "la PITF"),
        ("SPOG", "m", "le SPOG"),
        ("ODNI", "f", "l'ODNI"),
        ("HHS", "m", "le HHS"),
    ],
)
def test_the_article_of_an_acronym_follows_its_first_letter_and_gender(
    acronym: str, gender: str, short: str
) -> None:
    name = Name(fr="nom", article="la" if gender == "f" else "le", gender=gender, acronym=acronym)  # type: ignore[arg-type]
    assert f"{Noun(name):bref}" == short


def test_an_acronym_that_is_the_whole_name_is_not_said_twice() -> None:
    name = Name(fr="PITF", article="la", gender="f", acronym="PITF")
    assert f"{Noun(name):le}" == "la PITF"


def test_no_form_of_any_name_has_two_articles_or_a_missing_elision() -> None:
    wrong = []
    for entity in tables().knowledge.entities:
        noun = Noun(entity.name)
        for spec in SPECS[:6]:
            text = format(noun, spec)
            first, _, rest = text.partition(" ")
            elided = {"le", "la", "de", "à"} & {first} and rest[:1].lower() in "aeiouéèê"
            if elided or text.startswith(("de le ", "de les ", "à le ", "à les ", "l' ", "le l'")):
                wrong.append((entity.id, spec, text))
    assert wrong == []


@pytest.mark.parametrize(
    ("parts", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (["a", "b", "c"], "a, b et c")],
)
def test_a_list_reads_as_a_sentence(parts: list[str], text: str) -> None:
    assert listing(parts) == text


def test_a_list_can_end_with_another_word() -> None:
    assert listing(["a", "b"], "ou") == "a ou b"


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "aucun"), (1, "un"), (5, "cinq"), (14, "quatorze"), (17, "dix-sept"), (18, "dix-huit"),
     (20, "vingt"), (21, "21"), (-1, "-1")],
)  # fmt: skip
def test_a_number_is_in_letters_up_to_twenty(count: int, text: str) -> None:
    assert number(count) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [("élue", "Élue."), ("Oui.", "Oui."), ("les voici :", "Les voici :"), (" ça va ? ", "Ça va ?"),
     ("merci !", "Merci !")],
)  # fmt: skip
def test_a_sentence_begins_and_ends(text: str, written: str) -> None:
    assert sentence(text) == written


def test_a_capital_spares_the_rest() -> None:
    assert (capital("le DoJ"), capital("œuvre"), capital("")) == ("Le DoJ", "Œuvre", "")


def test_ids_are_kept_once_in_their_order() -> None:
    assert unique(["b", "a", "b"]) == ("b", "a")


@pytest.mark.parametrize(
    ("numbers", "text"),
    [([5], "5"), ([5, 6], "5 et 6"), ([7, 2, 3, 4, 4], "2 à 4 et 7"), ([1, 3, 5], "1, 3 et 5")],
)
def test_numbers_in_a_row_are_told_by_their_ends(numbers: list[int], text: str) -> None:
    assert numbered(numbers) == text
