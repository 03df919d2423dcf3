"""The others: the rest of the list, never what was just said."""

from __future__ import annotations

import pytest

from tests.conversations.conftest import Follow, Path, rows

PATHS: dict[str, Path] = {
    "after one agency among several": [
        ("Le DHS enquête-t-il ?", ["Oui.", "(DHS)"], []),
        ("Qui d'autre ?", ["(DoJ)", "(EEOC)"], ["(DHS)"]),
    ],
    "when all were said": [
        ("Quels organismes mènent des enquêtes ?", ["(DoJ)", "(DHS)", "(EEOC)"], []),
        ("Et les autres ?", ["Personne d'autre", "Ce sont seulement", "(DHS)"], []),
    ],
    "when there is only one": [
        ("Qui travaille avec les banques ?", ["Trésor"], []),
        ("Personne d'autre ?", ["Personne d'autre"], ["(DoJ)"]),
    ],
    "besides the one just told, by a pronoun": [
        ("Qui forme les routiers ?", ["(DoT)"], []),
        ("Et à part lui ?", ["Personne d'autre"], ["outils pédagogiques"]),
    ],
    "besides one that is named": [
        ("Quels organismes mènent des enquêtes ?", ["(DoJ)", "(DHS)", "(EEOC)"], []),
        ("À part le DHS ?", ["(DoJ)", "(EEOC)"], ["(DHS)"]),
    ],
    "the other committees": [
        ("Quel comité s'occupe des subventions ?", ["l'octroi de subventions"], []),
        ("Et les autres comités ?", ["recherche", "victimes", "logistique"], []),
    ],
    "the other reports of an agency": [
        ("Qui publie la liste des biens ?", ["(DoL)"], []),
        ("Il en publie d'autres ?", ["Conclusions", "Liste des produits"], []),
    ],
    "the other members": [
        ("L'USDA fait partie de la PITF ?", ["Oui.", "(USDA)"], []),
        ("Quels sont les autres membres ?", ["(DoS)", "(DPC)"], []),
    ],
}


@pytest.mark.parametrize("path", rows(PATHS))
async def test_it_tells_the_rest(follow: Follow, path: Path) -> None:
    await follow(path)
