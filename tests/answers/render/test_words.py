"""What stands in a reply is French: no word of the language of queries, an article before a title,
a number with what it counts."""

from __future__ import annotations

import re

import pytest

from tests.answers.made import said, told, view
from vigie.answers.query.line import read
from vigie.answers.render.answer import answer
from vigie.answers.render.extremes import extremes
from vigie.answers.render.worded import worded

OF_ONE_WORD = {
    # A condition whose value is a word of the language: nobody reads such a word.
    "survivors": "select body is!=survivors among=pitf,spog",
    "ministerial": "select body level!=ministerial",
    "council": "count agency kind=council",
    "office": "count agency kind=office",
    "agency": "count agency kind=agency",
    "white": "count agency house!=white",
}
LONG_FORMS = {
    "what a permission lasts": ("get term witness_stay_permission", "de durée", "siège"),
    "what a law lasts": ("get term tvpa", "de durée", "siège"),
    "how long one sits": ("get term council", "siège au sein", "durée"),
    "how to get letters": ("get join certification_letters", "démarches", "entrer"),
    "how to sit": ("get join council", "comment postuler", "démarches"),
}


@pytest.mark.parametrize(("word", "line"), OF_ONE_WORD.items())
def test_no_word_of_a_query_is_read(word: str, line: str) -> None:
    reply = answer(read(line), view())
    question = worded(read(line), view()) or ""
    text = f"{said(reply)} {question}"
    assert not re.search(rf"\b{word}\b", text), text


@pytest.mark.parametrize(("line", "has", "lacks"), LONG_FORMS.values(), ids=LONG_FORMS)
def test_in_what_nobody_sits_nobody_enters(line: str, has: str, lacks: str) -> None:
    text = said(told(line)).split(".")[0]
    assert has in text and lacks not in text


def test_a_title_has_its_article() -> None:
    yearly = said(told("get frequency tip_report"))
    assert yearly.startswith(
        "Le « Rapport annuel sur la traite des personnes » paraît chaque année"
    )
    assert "publie la « Liste des biens" in said(told("verify publishes(dol,goods_list)"))
    assert "contient le premier rapport du Conseil" in said(told("get content council_report"))
    assert "à propos du « Rapport annuel" in said(told("get results tip_report"))


def test_who_does_most_has_as_many_tasks_as_are_listed() -> None:
    """ "En tête, avec neuf", said Vigie of whom it lists seven tasks."""
    query = read("max agency by=topic")
    reply = extremes(query, view())
    assert reply is not None and reply.focus is not None
    most = {len(view().agency(one).duties) for one in reply.focus.shown}
    assert len(most) == 1 and len(told(f"describe {reply.focus.shown[0]}").items) >= min(most)
    assert "sept tâches" in said(reply) and "décompte" in said(reply)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("min body by=year", "la PITF (avant 2003)"),
        ("max body by=year", "(2015)"),
        ("max agency by=programme", "trois programmes"),
        ("max agency by=body", "deux présidences"),
        ("min agency by=topic", "une tâche"),
    ],
)
def test_a_number_says_of_what(line: str, says: str) -> None:
    assert says in said(told(line))
