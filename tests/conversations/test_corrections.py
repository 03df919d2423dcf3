"""No, I meant another one."""

from __future__ import annotations

import pytest

from tests.conversations.conftest import Follow, Path, rows

PATHS: dict[str, Path] = {
    "another agency": [
        ("Que fait le DoI ?", ["(DoI)"], []),
        ("Non, je parlais du DoD", ["(DoD)"], ["(DoI)"]),
    ],
    "another agency, with the wrong one repeated": [
        ("Que fait le DoT ?", ["(DoT)"], []),
        ("pas le DoT, le DoJ !", ["(DoJ)"], ["(DoT)"]),
    ],
    "another body, same question": [
        ("Combien de membres compte la PITF ?", ["une quinzaine"], []),
        ("pardon, je voulais dire le Conseil consultatif", ["onze"], ["quinzaine"]),
    ],
    "another report": [
        ("Qui publie la liste des biens ?", ["biens"], []),
        ("je parlais du rapport du procureur", ["(DoJ)"], ["(DoL)"]),
    ],
    "the one of another field": [
        ("c'est quoi le rôle du département de l'Éducation ?", ["(ED)"], []),
        ("pardon je voulais dire celui des transports", ["(DoT)"], ["(ED)"]),
    ],
    "a plain no": [
        ("Que fait le DoI ?", ["(DoI)"], []),
        ("non", [], ["(DoI)"]),
        ("le Trésor", ["Trésor"], ["(DoI)"]),
    ],
}


@pytest.mark.parametrize("path", rows(PATHS))
async def test_it_is_corrected(follow: Follow, path: Path) -> None:
    await follow(path)
