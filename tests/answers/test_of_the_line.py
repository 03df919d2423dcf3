"""Of the hotline the document says little, and it says more of itself: free, secret, in Creole."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, said, talk, told, view
from vigie.answers.as_asked import as_asked
from vigie.answers.query.line import read
from vigie.answers.question import Question


@pytest.mark.parametrize(
    ("words", "line", "has", "lacks"),
    [
        ("et ca coute combien l appel", "get budget hotline", "gratuit", "ne donne pas"),
        ("c est secret", "get other hotline", "anonyme", "ne donne pas"),
        ("la police va savoir", "get other hotline", "décision de signaler", "ne donne pas"),
        ("ils parlent kreyol", "get other hotline", "200 autres langues", "ne donne pas"),
        ("peut on y parler francais", "get other hotline", "en français", "ne donne pas"),
        ("qui la finance et c est gratuit", "get owner hotline", "gratuit", "ne donne pas"),
        ("c est vraiment gratuit", "verify is(hotline,gratuite)", "appel est gratuit", "juger"),
        (
            "parle moi de la ligne en francais",
            "describe hotline",
            "assistance liée",
            "ne donne pas",
        ),
        ("elle coute combien au hhs", "get budget hotline", "ne donne pas", "gratuit"),
        ("qui la finance", "get owner hotline", "HHS", "Hors du document, la ligne"),
        ("quel est son budget", "get budget hotline", "ne donne pas", "gratuit"),
        ("c est gratuit", "get budget certification_letters", "ne donne pas", "Hors du document"),
    ],
)
def test_what_it_says_of_itself_is_told(words: str, line: str, has: str, lacks: str) -> None:
    reply = as_asked(told(line), read(line), Question(words, words=words), view())
    assert has in said(reply) and lacks not in said(reply)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("qui appeler en cas de danger immediat", "En cas de danger immédiat : 911. Ligne"),
        ("le numero des urgences", "En cas de danger immédiat : 911. Ligne"),
        ("quel numero appeler", "Ligne nationale d'assistance"),
    ],
)
def test_who_asks_for_an_emergency_hears_that_number_first(words: str, first: str) -> None:
    line = "get contact hotline"
    reply = as_asked(told(line), read(line), Question(words, words=words), view())
    assert said(reply).startswith(first) and said(reply).count("911") == 1


ELSEWHERE = "rien n'est dit des appels d'un autre pays"


@pytest.mark.parametrize(
    "words",
    [
        "ça marche depuis le Maroc ?",
        "peut-on appeler de Belgique ?",
        "je peux appeler ce numéro-là du Québec ?",
        "est-ce que je peux appeler de l'étranger ?",
    ],
)
def test_who_calls_from_another_country_hears_what_is_known_of_it(words: str) -> None:
    assert ELSEWHERE in said(talk(asked(words, forms="get other hotline"))[0])


@pytest.mark.parametrize(
    "words",
    [
        "la ligne existe depuis le début ?",
        "on peut appeler depuis mon portable ?",
        "peut-on appeler de chez moi ?",
        "la ligne reçoit des victimes d'Haïti ?",
        "je peux appeler si je viens d'Haïti ?",
        "peut-on appeler la nuit ?",
    ],
)
def test_nobody_else_does(words: str) -> None:
    assert ELSEWHERE not in said(talk(asked(words, forms="get other hotline"))[0])


def test_another_thing_that_is_asked_of_it_is_told_alone() -> None:
    """ "C'est gratuit ?", after what language it speaks, got « Voici ce que dit le document »."""
    asks = asked("C'est gratuit ?", "hotline", forms="get other hotline")
    text = said(talk(asks, after("get other hotline"))[0])
    assert text.startswith("Hors du document, la ligne le dit elle-même : l'appel est gratuit")
    asks = asked("qui a dessiné son logo ?", "hotline", forms="get other hotline")
    text = said(talk(asks, after("get other hotline"))[0])
    assert text.startswith("Le document ne donne pas cette information à propos de la ligne")
