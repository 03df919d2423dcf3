"""Laws and dates: the right law, the right year, and no year where the document gives none."""

from __future__ import annotations

import pytest

from tests.answers.made import answer, asked, in_order, outcome, said
from vigie.answers.question import Focus, Question
from vigie.answers.reply import Missing

ANSWERS: dict[str, tuple[str, Question, list[str], list[str]]] = {
    "the law of the PITF": (
        "origin_law", asked(names="pitf"), ["équipe spéciale", "est issue de la Loi sur la protection", "(TVPA)"], ["2003", "2015", "2000"],
    ),
    "the law of the SPOG": (
        "origin_law", asked(names="spog"), ["est issu de l'amendement de 2003"], ["2015"],
    ),
    "the law of the council": (
        "origin_law", asked(names="council"), ["est issu de la Loi portant sur la Justice", "(JvTA), qui date de 2015"], ["TVPA"],
    ),
    "the law of a committee is that of its body": ("origin_law", asked(names="victim_services"), ["2003"], ["2015"]),
    "the laws of two bodies": (
        "origin_law", asked(names="pitf council"), ["textes d'origine", "(TVPA)", "(JvTA), qui date de 2015"], ["2003"],
    ),
    "the law of the one made of survivors": ("origin_law", asked("quelle loi pour les rescapés"), ["(JvTA)"], ["TVPA"]),
    "since when the council": ("origin_date", asked(names="council"), ["date ce texte de 2015"], ["2003", "depuis", "créé"]),
    "since when the SPOG": ("origin_date", asked(names="spog"), ["date ce texte de 2003"], ["2015"]),
    "since when the PITF": (
        "origin_date", asked(names="pitf"), ["ne donne pas de date", "est issue de la Loi"], ["2000", "2003", "depuis"],
    ),
    "the year of the JvTA": ("origin_date", asked(names="jvta"), ["(JvTA) date de 2015"], ["2003"]),
    "the year of the TVPA": (
        "origin_date", asked(names="tvpa"), ["ne donne pas l'année de la Loi sur la protection", "amendée en 2003"], ["2000", "2015"],
    ),
    "the date of the first report of the council": (
        "origin_date", asked(names="council_report"), ["Conseil consultatif", "premier rapport en octobre 2016"], ["2015"],
    ),
    "the date of an annual report": ("origin_date", asked(names="tip_report"), ["paraît chaque année"], ["2016"]),
    "the date of an undated report": ("origin_date", asked(names="goods_list"), ["ne dit pas à quel rythme"], ["2016"]),
    "since when the two": ("origin_date", asked(names="spog council"), ["2003", "2015"], []),
    "what happened in 2015": ("origin_date", asked("que s'est-il passé en 2015"), ["(JvTA)", "Conseil consultatif"], ["SPOG"]),
    "what the JvTA does": ("law_effect", asked(names="jvta"), ["prévoit la création du Conseil consultatif"], ["PITF"]),
    "what the TVPA does, and how it changed": (
        "law_effect", asked(names="tvpa"), ["est à l'origine de la PITF", "2003", "instaure le SPOG"], ["2015"],
    ),
    "what the amendment does": ("law_effect", asked(names="tvpa_2003"), ["instaure le SPOG"], ["Conseil"]),
    "what 2003 brought": ("law_effect", asked("en 2003"), ["instaure le SPOG"], ["2015"]),
    "what 2015 brought": ("law_effect", asked("en 2015"), ["Conseil consultatif"], ["SPOG"]),
    "what 2016 brought": ("law_effect", asked("en 2016"), ["premier rapport en octobre 2016"], ["SPOG"]),
    "all the laws": (
        "law_effect", asked("quelles lois"), ["TVPA", "origine de la PITF", "instaure le SPOG", "(JvTA)", "Conseil consultatif"], [],
    ),
    "the law, by a body": ("law_effect", asked(names="council"), ["(JvTA), qui date de 2015"], []),
}  # fmt: skip


@pytest.mark.parametrize(("intent", "question", "has", "lacks"), ANSWERS.values(), ids=ANSWERS)
def test_laws(intent: str, question: Question, has: list[str], lacks: list[str]) -> None:  # type: ignore[no-untyped-def]
    reply = answer(intent, question)
    text = said(reply)
    assert in_order(text, has), text
    assert not [piece for piece in lacks if piece in text], text
    assert reply.places and reply.focus is not None


def test_a_year_without_law_asks_which_law() -> None:
    assert outcome("law_effect", asked("en 1998")) == Missing("law", ("tvpa", "tvpa_2003", "jvta"))


def test_without_anything_named_the_body_is_asked_for() -> None:
    assert outcome("origin_law", asked("quelle est son origine")) == Missing(
        "body", ("pitf", "spog", "council")
    )
    assert outcome("origin_date", asked("depuis quand")) == Missing(
        "body", ("pitf", "spog", "council")
    )


def test_the_body_of_the_last_answer_is_meant() -> None:
    focus = Focus("describe", ("spog",))
    assert "2003" in said(answer("origin_law", asked("quelle loi l'a créé"), focus))
    assert "2003" in said(answer("origin_date", asked("depuis quand"), focus))


def test_the_law_of_the_last_answer_is_meant() -> None:
    assert "Conseil consultatif" in said(
        answer("law_effect", asked("elle fait quoi"), Focus("origin_date", ("jvta",)))
    )
