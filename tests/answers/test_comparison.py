"""Two things side by side, and what they share."""

from __future__ import annotations

import pytest

from tests.answers.made import answer, asked, in_order, outcome, said, tables
from vigie.answers.question import Focus
from vigie.answers.reply import Missing

PAIRS = {
    "two agencies": (
        asked(names="doj dhs"), Focus(),
        ["Voici le DoJ et le DHS côte à côte", "(DoJ) enquête", "(DHS) enquête", "Points communs du DoJ et du DHS : ", "les enquêtes"],
    ),
    "two agencies with an elision": (
        asked(names="usaid eeoc"), Focus(),
        ["Voici l'USAID et l'EEOC côte à côte", "ne cite pas de domaine commun à l'USAID et à l'EEOC"],
    ),
    "two bodies": (
        asked(names="pitf spog"), Focus(),
        ["Voici la PITF et le SPOG", "ministériel", "hauts responsables", "Point commun de la PITF et du SPOG : le département d'État (DoS)"],
    ),
    "a body without chair": (asked(names="pitf council"), Focus(), ["une quinzaine", "onze rescapés"]),
    "a body alone is compared with its neighbour": (asked(names="spog"), Focus(), ["Voici le SPOG et la PITF"]),
    "one named, one from before": (asked(names="dhs"), Focus("describe", ("doj",)), ["Voici le DoJ et le DHS"]),
    "two of the list shown": (asked("la différence ?"), Focus("which_agency", (), (), ("dos", "usaid")), ["Voici le DoS et l'USAID"]),
    "two reports": (asked(names="goods_list products_list"), Focus(), ["Liste des biens", "Liste des produits"]),
    "two laws": (asked(names="tvpa jvta"), Focus(), ["Voici la TVPA et la JvTA", "PITF", "Conseil consultatif"]),
    "three agencies": (asked(names="doj dhs eeoc"), Focus(), ["Voici le DoJ, le DHS et l'EEOC", "Points communs du DoJ, du DHS et de l'EEOC : les enquêtes et l'aide"]),
    "one that is only named": (asked(names="nsc doj"), Focus(), ["seulement cité", "(DoJ) enquête"]),
}  # fmt: skip


@pytest.mark.parametrize(("question", "focus", "has"), PAIRS.values(), ids=PAIRS)
def test_they_are_compared(question, focus: Focus, has: list[str]) -> None:  # type: ignore[no-untyped-def]
    text = said(answer("compare", question, focus))
    assert in_order(text, has), text
    assert " de le " not in text and " à le " not in text


def test_both_are_remembered_in_the_order_asked() -> None:
    reply = answer("compare", asked(names="dhs doj"))
    assert reply.focus is not None and reply.focus.shown == ("dhs", "doj")


def test_one_thing_alone_asks_for_the_other() -> None:
    assert outcome("compare", asked(names="doj")) == Missing("two", ("doj",))
    assert outcome("compare", asked("quelle différence")) == Missing("two", ())


def test_agencies_stand_side_by_side_by_what_they_share_each_duty_once() -> None:
    reply = answer("compare", asked(names="doj dhs"))
    table = reply.table
    assert table is not None
    assert table.columns == (
        "Le département de la Justice (DoJ)",
        "Le département de la Sécurité intérieure (DHS)",
    )
    heads = [row.head for row in table.rows]
    assert "Les enquêtes" in heads and heads[-2] == "Ce qu'il fait d'autre"
    for place, agency in enumerate(("doj", "dhs")):
        told = [text for row in table.rows for text in row.cells[place]]
        duties = [duty.does for duty in tables().index.agency(agency).duties]
        assert [d for d in duties if told.count(d[0].upper() + d[1:]) != 1] == []


def test_whatever_can_be_compared_has_a_table_with_a_cell_for_each() -> None:
    for names in (
        "usaid eeoc",
        "pitf spog",
        "pitf council",
        "tvpa jvta",
        "doj dhs eeoc",
        "nsc doj",
    ):
        table = answer("compare", asked(names=names)).table
        assert table is not None and len(table.columns) == len(names.split())
        assert all(len(row.cells) == len(table.columns) for row in table.rows)
        assert all(text for row in table.rows for cell in row.cells for text in cell)
