"""Courtesy: short, French, honest about being a robot."""

from __future__ import annotations

import pytest

from tests.conversations.conftest import Ask, buttons, plain

TALK: dict[str, tuple[str, list[str]]] = {
    "a greeting": ("Bonsoir à vous", ["Bonjour"]),
    "a greeting of young people": ("wesh bien ou quoi", ["Bonjour", "bien"]),
    "a Creole greeting": ("bonjou zanmi", ["Bonjour"]),
    "thanks": ("un grand merci à toi", ["Avec plaisir"]),
    "goodbye": ("allez, à la revoyure", ["Au revoir"]),
    "how are you": ("tu te portes bien aujourd'hui ?", ["bien"]),
    "what it can do": ("Qu'est-ce que je peux te demander ?", ["Vigie", "document"]),
    "whether it is a robot": ("Je parle à une vraie personne là ?", ["robot"]),
    "whether it listens in": ("Y a-t-il un humain derrière l'écran ?", ["robot"]),
    "a fault that is reported": (
        "je voudrais signaler une faute dans ta réponse",
        ["adressez-vous"],
    ),
    "a compliment": ("franchement t'es super utile", ["Merci"]),
}


@pytest.mark.parametrize(("said", "one_of"), TALK.values(), ids=TALK)
async def test_it_answers_kindly_and_in_short(ask: Ask, said: str, one_of: list[str]) -> None:
    text = plain(await ask(said))
    assert any(piece in text for piece in one_of), text
    assert len(text) < 400 and "Source :" not in text


async def test_a_greeting_with_a_question_is_answered(ask: Ask) -> None:
    assert "(DoS)" in plain(await ask("Bonjour, qui préside le SPOG s'il vous plaît ?"))


async def test_thanks_with_a_question_is_answered(ask: Ask) -> None:
    assert "(DHS)" in plain(await ask("Merci ! Et que fait le DHS ?"))


async def test_a_greeting_offers_three_examples_that_work(ask: Ask) -> None:
    offered = buttons(await ask("hello"))
    assert len(offered) == 3
    for title, _ in offered:
        assert "Source :" in plain(await ask(title))
