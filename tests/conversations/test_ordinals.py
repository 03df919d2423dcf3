"""The first, the last: of the list as it was shown."""

from __future__ import annotations

import pytest

from tests.conversations.conftest import Follow, Path, rows

PATHS: dict[str, Path] = {
    "in a list of agencies": [
        ("Qui mène des enquêtes sur la traite ?", ["(DoJ)", "(DHS)", "(EEOC)"], []),
        ("Le deuxième", ["(DHS)"], ["(DoJ)"]),
        ("et le dernier ?", ["(EEOC)"], ["(DHS)"]),
        ("le 1er", ["(DoJ)"], ["(EEOC)"]),
    ],
    "in a list of committees": [
        ("Cite les comités du SPOG", ["recherche", "logistique"], []),
        ("c'est quoi le quatrième", ["services aux victimes"], ["sensibilisation"]),
        ("l'avant-dernier", ["services aux victimes"], ["approvisionnement"]),
    ],
    "in a list of reports": [
        (
            "Quels rapports sortent du ministère du Travail ?",
            ["Conclusions", "biens", "produits"],
            [],
        ),
        ("parle-moi du troisième", ["Liste des produits"], ["Liste des biens"]),
    ],
    "in the list of members": [
        ("Donne la liste des membres de la PITF", ["dix-huit", "(DoS)", "(DPC)"], []),
        ("le troisième", ["(DoD)"], ["Trésor"]),
        ("le dernier", ["(DPC)", "seulement cité"], []),
    ],
    "two at once": [
        ("Qui paie des programmes à l'étranger ?", ["(DoS)", "(USAID)"], []),
        ("les deux premiers", ["(DoS)", "(USAID)"], []),
    ],
    "past the end of the list": [
        ("Qui mène des enquêtes sur la traite ?", ["(EEOC)"], []),
        ("le huitième", ["3 éléments"], ["Source"]),
        ("bon, le troisième alors", ["(EEOC)"], ["(DoJ)"]),
    ],
    "by number": [
        ("Quels membres ne sont pas décrits ?", ["(ODNI)", "(DPC)"], []),
        ("2", ["(OMB)"], ["(NSC)"]),
    ],
    "in text-message spelling": [
        ("ki mene d enkete la dessus", ["(DoJ)", "(DHS)", "(EEOC)"], []),
        ("le 2eme stp", ["(DHS)"], ["(EEOC)"]),
    ],
}


@pytest.mark.parametrize("path", rows(PATHS))
async def test_it_picks(follow: Follow, path: Path) -> None:
    await follow(path)


async def test_with_no_list_before_it_asks_of_what(follow: Follow) -> None:
    await follow([("le troisième", ["parlez-vous"], ["Source"])])
