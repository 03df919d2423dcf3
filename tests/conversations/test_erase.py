"""Erasing: nothing of the conversation is left, in the memory or in the answers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conversations.conftest import Ask, Follow, Path, plain, rows

PATHS: dict[str, Path] = {
    "the list is gone": [
        ("Qui enquête sur la traite ?", ["(DHS)"], []),
        ("Oublie tout ce que je t'ai dit", ["effacé"], ["Source"]),
        ("le deuxième", [], ["(DHS)"]),
    ],
    "the subject is gone": [
        ("Que fait l'EEOC ?", ["(EEOC)"], []),
        ("supprime notre conversation stp", ["effacé"], []),
        ("dis-m'en plus", ["parlez-vous"], ["(EEOC)"]),
    ],
    "the choices are gone": [
        ("De quel niveau est-il ?", ["De quel groupe"], []),
        ("efface cette discussion", ["effacé"], []),
        ("choix:1", [], ["PITF", "ministériel"]),
    ],
    "a new question works": [
        ("efface mes messages", ["effacé"], []),
        ("Que fait le Trésor ?", ["Trésor"], []),
    ],
}


@pytest.mark.parametrize("path", rows(PATHS))
async def test_nothing_is_left(follow: Follow, path: Path) -> None:
    await follow(path)


async def test_the_store_keeps_no_word_of_before(
    ask: Ask, assistant: Any, request: pytest.FixtureRequest
) -> None:
    await ask("Je m'appelle Zéphyrine, que fait le DoJ ?")
    assert "effacé" in plain(await ask("efface tout"))
    tracker = await assistant.agent.tracker_store.retrieve(f"rest:{request.node.nodeid}")
    kept = str([event.as_dict() for event in tracker.events])
    assert "Zéphyrine" not in kept
    assert "efface tout" not in kept
