"""Two questions in one message are two answers, in order, with one source line."""

from __future__ import annotations

import pytest

from tests.conversations.conftest import Ask, Follow, Path, plain, rows

PATHS: dict[str, Path] = {
    "two sentences": [
        (
            "Qui préside la PITF ? Et combien de comités a le SPOG ?",
            ["(DoS) préside", "cinq comités"],
            [],
        ),
    ],
    "joined by a plus": [
        ("c koi le DoI + ki dirige le SPOG", ["(DoI)", "(DoS)"], []),
    ],
    "with the subject first": [
        ("Qui pilote la Blue Campaign et la ligne, c'est qui qui la paie", ["(DHS)", "(HHS)"], []),
    ],
    "who pays a line and its number": [
        ("Qui paie la ligne d'assistance et quel est son numéro ?", ["(HHS)", "1-888"], []),
    ],
    "joined by et": [
        (
            "Qui met l'argent dans la ligne d'assistance et qui pilote la Blue Campaign ?",
            ["(HHS)", "(DHS)"],
            [],
        ),
    ],
    "an agency and a chair": [
        ("Que fait l'EEOC et qui dirige le SPOG ?", ["(EEOC)", "(DoS)"], []),
    ],
    "on two lines": [
        ("qui forme les routiers ?\nqui publie le rapport TIP ?", ["(DoT)", "(DoS)"], []),
    ],
    "who does one thing and who does another": [
        (
            "Qui peut donner un visa et qui peut donner de l'argent aux associations ?",
            ["(DHS)", "(DoJ)"],
            [],
        ),
    ],
    "the same thing twice is said once": [
        (
            "Qui a créé le Conseil consultatif et en quelle année ?",
            ["JvTA", "2015"],
            ["De quand date", "(JvTA) date de"],
        ),
    ],
    "the chair and the level of one body": [
        ("Qui préside le SPOG et c'est quoi son niveau ?", ["(DoS)", "hauts responsables"], []),
    ],
    "a title and how often": [
        ("« TIP Report », quel titre en français, et à quel rythme ?", ["chaque année"], ["(DoL)"]),
    ],
    "in text-message spelling": [
        ("ki preside la pitf ? et ki finance la hotline ?", ["(DoS)", "(HHS)"], []),
    ],
    "the second leans on the first": [
        (
            "C'est quoi la Blue Campaign ? Et qui la mène ?",
            ["(DHS)", "Blue Campaign", "sensibiliser"],
            [],
        ),
    ],
    "three of them": [
        (
            "Qui forme les inspecteurs agricoles ? Qui travaille avec les écoles ? Qui préside le SPOG ?",
            ["(USDA)", "(ED)", "(DoS)"],
            [],
        ),
    ],
    "one of them cannot be answered": [
        ("Qui préside la PITF ? Et quel âge a le ministre ?", [], ["ans"]),
    ],
    "then a follow-up on the last": [
        ("Qui préside la PITF ? Et que fait le Trésor ?", ["(DoS)", "Trésor"], []),
        ("et l'USTR ?", ["(USTR)"], ["Trésor"]),
    ],
    "two agencies in one question": [
        ("Que font le Trésor et l'USDA ?", ["Trésor", "(USDA)"], []),
    ],
}


@pytest.mark.parametrize("path", rows(PATHS))
async def test_each_is_answered(follow: Follow, path: Path) -> None:
    await follow(path)


async def test_one_source_line_for_both(ask: Ask) -> None:
    text = plain(await ask("Qui préside la PITF ? Et que fait l'USDA ?"))
    assert text.count("Source :") == 1 and "§ 2 et 7" in text
