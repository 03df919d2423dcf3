"""Every answer says where it comes from and of when it is, and stands by it."""

from __future__ import annotations

import pytest

from tests.conversations.conftest import Follow, Path, rows

DATED = "entre octobre 2016 et la fin de 2017"

PATHS: dict[str, Path] = {
    "each answer": [
        ("Que fait le DoL ?", ["Source : « Organes composant la PITF », § 8", DATED], []),
        ("Qui préside le SPOG ?", ["Source : « Organes composant la PITF », § 2"], []),
        (
            "Que dit-on de l'effort pangouvernemental ?",
            ["Source : « Organismes publics des États-Unis", "», § 1"],
            [],
        ),
    ],
    "where it comes from": [
        ("Que fait l'USDA ?", ["(USDA)"], []),
        ("Tu sors ça d'où ?", ["un seul document", "paragraphe 7"], []),
    ],
    "of when it is": [
        ("Que fait l'USDA ?", ["(USDA)"], []),
        ("C'est de quand, tes infos ?", [DATED, "octobre 2016"], ["datent entre"]),
    ],
    "whether it is still true, where something changed": [
        ("Que fait l'USAID ?", ["Depuis la rédaction", "2025"], []),
        ("C'est toujours d'actualité ?", [DATED, "Depuis la rédaction", "2025"], []),
    ],
    "whether it is still true, where nothing is known to have changed": [
        ("Que fait le DoT ?", ["(DoT)"], ["2025"]),
        ("C'est toujours d'actualité ?", [DATED, "vérifiez"], ["2025"]),
    ],
    "whether it is sure": [
        ("La lettre de certification, elle sort de quel ministère ?", ["(HHS)"], []),
        ("Tu en es certain ?", ["Oui", "paragraphe 9"], []),
    ],
    "where it comes from, before any answer": [
        ("Sur quoi tu te bases ?", ["un seul document"], ["paragraphe"]),
    ],
    "whether it is sure, before any answer": [
        ("Tu es sûr de toi ?", ["document"], ["Oui"]),
    ],
}


@pytest.mark.parametrize("path", rows(PATHS))
async def test_it_says_so(follow: Follow, path: Path) -> None:
    await follow(path)
