"""One question back with choices; the choice works as a click, a title, a name or a number."""

from __future__ import annotations

import pytest

from tests.conversations.conftest import Ask, Follow, Path, buttons, plain, rows

WAYS = {
    "a click": "choix:2",
    "its title": "Le SPOG",
    "its title in small letters": "le spog",
    "its acronym": "SPOG",
    "its full name": "le groupe de haut niveau",
    "a number": "2",
    "a number in letters": "deux",
    "a rank": "le deuxième",
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
async def test_a_choice_is_taken(ask: Ask, way: str) -> None:
    offered = await ask("De quel niveau est-il ?")
    assert [title for title, _ in buttons(offered)][:2] == ["La PITF", "Le SPOG"], plain(offered)
    text = plain(await ask(way))
    assert "SPOG" in text and "hauts responsables" in text, text


async def test_every_choice_is_a_button_with_an_opaque_key(ask: Ask) -> None:
    offered = buttons(await ask("De quel niveau est-il ?"))
    assert [payload for _, payload in offered] == [f"choix:{n}" for n in range(1, 4)]
    assert not any(payload.startswith("/") for _, payload in offered)


PATHS: dict[str, Path] = {
    "another question instead of a place in the choices": [
        ("De quel niveau est-il ?", ["De quel groupe"], []),
        ("Qui préside la PITF ?", ["(DoS)"], []),
        ("2", [], ["hauts responsables"]),
    ],
    "a place that is not among the choices": [
        ("De quel niveau est-il ?", ["De quel groupe"], []),
        ("9", [], ["ministériel", "hauts responsables"]),
    ],
    "another name of a choice, then what follows from it": [
        ("De quel niveau est-il ?", ["De quel groupe"], []),
        ("le groupe de haut niveau", ["hauts responsables"], []),
        ("et la PITF ?", ["ministériel"], []),
    ],
    "another question instead of a choice": [
        ("c'est quoi cette loi ?", ["De quel texte de loi"], []),
        ("Qui préside la PITF ?", ["(DoS)"], ["loi"]),
        ("2", [], ["amendement"]),
    ],
    "a choice that is not there": [
        ("c'est quoi cette loi ?", ["De quel texte de loi"], []),
        ("9", [], ["TVPA", "JvTA"]),
    ],
    "a committee by its title": [
        ("ce comité-là, à quoi sert-il au juste ?", ["De quel comité"], []),
        ("Comité sur les services aux victimes", ["les services aux victimes"], ["recherche"]),
    ],
    "a choice, then what follows from it": [
        ("Et il fait quoi, ce ministère ?", ["De quel département"], []),
        ("le Pentagone", ["Défense"], []),
        ("et le DoJ ?", ["Justice"], ["Défense"]),
    ],
    "an example of the greeting, clicked": [
        ("Salut toi", ["Bonjour"], []),
        ("choix:2", ["(DoS)", "PITF"], []),
    ],
    "an example of the greeting, typed": [
        ("Salut toi", ["Bonjour"], []),
        ("Quels sont les rapports cités ?", ["six rapports"], []),
    ],
    "a key that was never offered": [
        ("choix:3", [], ["Traceback", "choix"]),
    ],
}


@pytest.mark.parametrize("path", rows(PATHS))
async def test_the_conversation_goes_on(follow: Follow, path: Path) -> None:
    await follow(path)
