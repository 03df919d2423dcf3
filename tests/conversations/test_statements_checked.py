"""Statements that people want checked: no « oui » to more than the document says, and what it does
not say is told in their words."""

from __future__ import annotations

import pytest

from tests.conversations.conftest import Ask, Follow, plain

WHOLE = [
    "A 81 ans je relis mes notes de 2019, page 12 : c'est bien le DoS qui préside la PITF ?",
    "Dans mon mémoire (chap. 4) : le HHS finance la ligne d'assistance nationale. Je laisse ?",
    "le DoJ enquête et supervise les poursuites, c'est ça ?",
    "Le Conseil consultatif réunit onze rescapés, nommés par le président.",
]
MORE = {
    "le rapport du DoS paraît chaque année, toujours un mardi": "un mardi",
    "L'USTR veille aux droits des travailleurs, surtout au Pérou ?": "surtout au Pérou",
    "Le SPOG a cinq comités, dont les réunions sont filmées": "filmées",
    "Le HHS mène des campagnes de sensibilisation dans le métro, je l'ai lu": "dans le métro",
}


@pytest.mark.parametrize("statement", WHOLE)
async def test_what_the_document_says_whole_is_upheld(ask: Ask, statement: str) -> None:
    assert plain(await ask(statement)).startswith("Oui. ")


@pytest.mark.parametrize("statement", MORE)
async def test_what_it_does_not_say_is_told_and_not_upheld(ask: Ask, statement: str) -> None:
    reply = plain(await ask(statement))
    assert "Oui" not in reply and "Le document ne dit pas «" in reply
    assert MORE[statement] in reply


async def test_the_yes_does_not_come_back_when_it_is_asked_again(follow: Follow) -> None:
    told = "publie chaque année"
    await follow(
        [
            (next(iter(MORE)), ["paraît chaque année", "un mardi"], ["Oui"]),
            ("en une phrase", [], ["Oui"]),
            ("et le DoJ, il publie un rapport chaque année ?", ["Oui", told], ["ne dit pas"]),
        ]
    )
