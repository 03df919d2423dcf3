"""What is said of the members of a body is not asked of the body."""

from __future__ import annotations

import pytest

from tests.answers.made import after, view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Mention, Question
from vigie.answers.reading.finer.everyone import of_everyone


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        (
            "les membres de la PITF enquêtent-ils ?",
            "verify does(pitf,investigation)",
            "verify does({agency in=pitf},investigation)",
        ),
        (
            "aucun des ministères de la PITF ne forme ?",
            "verify !does(pitf,training)",
            "verify !does({agency in=pitf kind=department},training)",
        ),
        (
            "tous les membres de la PITF sont des ministères ?",
            "verify level(pitf,ministerial)",
            "verify kind({agency in=pitf},department)",
        ),
        (
            "la PITF est de niveau ministériel, avec ses membres ?",
            "verify level(pitf,ministerial)",
            "verify level(pitf,ministerial)",
        ),
        (
            "la PITF enquête-t-elle avec ses membres ?",
            "verify does(pitf,investigation)",
            "verify does(pitf,investigation)",
        ),
        (
            "les ministères, la PITF les coordonne ?",
            "verify does(pitf,coordination)",
            "verify does(pitf,coordination)",
        ),
        (
            "les membres de la PITF, c'est le DoS qui les préside ?",
            "verify chairs(dos,pitf)",
            "verify chairs(dos,pitf)",
        ),
    ],
)
def test_members_are_asked_of_where_they_are_named(text: str, line: str, expected: str) -> None:
    start = text.index("PITF")
    question = Question(text, mentions=(Mention(("pitf",), "body", start, start + 4),))
    assert write(of_everyone(read(line), question, view().world, Focus())) == expected


def test_a_body_without_agencies_is_asked_of_itself() -> None:
    text = "les membres du Conseil conseillent ?"
    question = Question(text, mentions=(Mention(("council",), "body", 15, 22),))
    query = read("verify does(council,survivors_voice)")
    assert of_everyone(query, question, view().world, Focus()) == query


TRAINING = "verify does(doj,training)"


@pytest.mark.parametrize(
    ("before", "words", "line", "expected"),
    [
        (
            "select agency does=investigation",
            "ils forment tous",
            TRAINING,
            "verify does({agency among=doj,dhs,eeoc},training)",
        ),
        (
            "select report by=dol",
            "ils sont tous annuels",
            "verify freq(goods_list,annual) & freq(products_list,annual)",
            "verify freq({report among=child_labour_findings,goods_list,products_list},annual)",
        ),
        (
            "get composition pitf",
            "tous ses membres ont un role decrit",
            "verify described(usaid,yes)",
            "verify described({agency in=pitf},yes)",
        ),
        ("select agency does=investigation", "ils forment tous leurs employes", TRAINING, TRAINING),
        ("select agency chairs=pitf", "ils forment tous", TRAINING, TRAINING),
        (
            "describe doj",
            "tous les departements forment",
            "select agency does=training kind=department",
            "verify does({agency kind=department},training)",
        ),
        (
            "describe doj",
            "quels sont tous les departements qui forment",
            "select agency does=training kind=department",
            "select agency does=training kind=department",
        ),
    ],
)
def test_all_of_them_are_meant(before: str, words: str, line: str, expected: str) -> None:
    question = Question(words, words=words)
    found = of_everyone(read(line), question, view().world, after(before))
    assert write(found) == expected
