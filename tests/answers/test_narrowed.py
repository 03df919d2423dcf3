"""A claim of whom, where or what alone: the fact itself tells whether it names more."""

from __future__ import annotations

import pytest

from tests.answers.made import answer, asked, said, view
from vigie.answers.narrowed import narrowed
from vigie.answers.query.line import read


def judged(words: str, line: str) -> str:
    reply = answer(line)
    assert reply is not None
    return said(narrowed(reply, read(line), asked(words), view()))


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("l usda forme uniquement ses propres employes", "verify does(usda,own_staff)"),
        ("le doi ne forme que son personnel", "verify does(doi,training)"),
        ("les reparations sont seulement en argent", "verify does(eeoc,compensation)"),
        ("le dhs n enquete sur la traite que sur le sol americain", "verify does(dhs,investigation)"),
        ("le dhs enquete seulement aux etats unis", "verify whole(does(dhs,investigation))"),
        ("le dod forme uniquement les militaires vrai ou faux", "verify whole(does(dod,military))"),
    ],
)  # fmt: skip
def test_what_is_not_alone_is_denied(words: str, line: str) -> None:
    assert judged(words, line).startswith("Non, pas seulement. L")


def test_who_denies_it_is_right() -> None:
    text = judged(
        "le dhs n enquete pas que sur le sol americain", "verify !does(dhs,investigation)"
    )
    assert text.startswith("En effet, pas seulement. Le département de la Sécurité intérieure")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("le hhs ne forme que des communautes locales", "verify does(hhs,training)"),
        ("l usda forme uniquement ses employes ses inspecteurs et ses partenaires",
         "verify whole(does(usda,training))"),
        ("le dot forme uniquement les parties prenantes", "verify whole(does(dot,training))"),
        ("les lettres seulement aux victimes etrangeres", "verify does(hhs,certification)"),
        ("le dhs enquete seulement sur le travail force", "verify whole(does(dhs,investigation))"),
        ("le tresor travaille seulement avec les institutions financieres",
         "verify does(treasury,finance)"),
    ],
)  # fmt: skip
def test_what_nothing_stands_beside_is_not_upheld_either(words: str, line: str) -> None:
    assert judged(words, line).startswith(
        "À ce sujet, le document dit seulement que le département"
    )


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("le dot ne fait que former", "verify whole(does(dot,training))"),
        ("la sante s occupe uniquement de la ligne", "verify whole(does(hhs,hotline))"),
        ("le dot travaille seulement sur la formation", "verify whole(does(dot,training))"),
        ("seul le dhs enquete", "verify only(does(dhs,investigation))"),
        ("le dhs enquete vrai ou faux", "verify does(dhs,investigation)"),
        ("ce que le dhs fait c est enqueter", "verify does(dhs,investigation)"),
        ("le doi forme non seulement son personnel", "verify does(doi,training)"),
        (
            "le document ne precise t il pas que le doi forme son personnel",
            "verify does(doi,training)",
        ),
        ("je ne crois pas que le dhs enquete ici", "verify does(dhs,investigation)"),
        ("on ne voit pas le dhs parce que il enquete ici", "verify does(dhs,investigation)"),
    ],
)
def test_what_narrows_no_fact_is_left(words: str, line: str) -> None:
    assert judged(words, line) == said(answer(line))
