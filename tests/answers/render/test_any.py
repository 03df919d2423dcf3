"""« Modifie-t-elle une loi ? »: a claim about something of a sort, whichever it be, gets a reply."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.answers.made import view
from vigie.answers.message import render
from vigie.answers.query.line import read
from vigie.answers.query.relations import RELATIONS
from vigie.answers.query.signature import faults
from vigie.answers.render.answer import answer

OUTSIDER = "@Sénat"
NAMED = ("agency", "body", "committee", "report", "programme", "law")


def told(line: str) -> str:
    reply = answer(read(line), view())
    return render(reply).text if reply else ""


@pytest.mark.parametrize("relation", [name for name in RELATIONS if name != "count"])
def test_any_relation_may_be_claimed_of_any_subject(relation: str) -> None:
    world = view().world
    left = [one for kind in RELATIONS[relation].left if kind in NAMED for one in world.sort(kind)]
    for subject in (*left, OUTSIDER):
        for line in (f"{relation}({subject},any)", f"!{relation}({subject},any)"):
            query = read(f"verify {line}")
            if not faults(query, world):
                assert " any" not in told(f"verify {line}"), line


def test_what_stands_for_any_is_told() -> None:
    assert "modifie la Loi sur la protection des victimes" in told("verify amends(tvpa_2003,any)")


@pytest.mark.parametrize("relation", ["in", "publishes", "chairs", "runs", "creates"])
def test_of_what_is_not_named_neither_yes_nor_no(relation: str) -> None:
    assert told(f"verify {relation}({OUTSIDER},any)").startswith("Mon document ne nomme pas")


def test_things_of_any_two_kinds_have_a_name() -> None:
    """ "Hormis les départements et agences, quels organes…" had no reply at all."""
    world = view().world
    kinds = {kind for one in world.holds["kind"] for kind in world.right("kind", one)}
    assert {"department", "other", "list"} <= kinds
    for one, other in combinations(sorted(kinds), 2):
        for mark in ("=", "!="):
            assert told(f"select agency in=pitf kind{mark}{one}/{other}")


@pytest.mark.parametrize(
    "line",
    ["verify does(@Interpol,any)", "verify !does(@la NSA,any)", "verify only(does(@Interpol,any))"],
)
def test_of_anything_at_all_it_names_nobody_instead(line: str) -> None:
    """ "Pour , il nomme…" all whom the document names."""
    text = told(line)
    assert text.startswith("Mon document ne nomme pas") and "il nomme" not in text


def test_that_it_is_all_of_any_gets_no_verdict() -> None:
    """ "publie uniquement des rapports sur…" is not refuted by those that are published."""
    text = told("verify whole(publishes(dol,any))")
    assert "Conclusions sur les pires formes" in text
    assert not text.startswith(("Non", "Oui"))
