"""The judge: a reply that says as much is right, one that says the contrary is not."""

from __future__ import annotations

import pytest

from evaluation.same import right
from tests.answers.made import view
from vigie.answers.query.line import read

ALIKE = [
    ("verify does(dot,training)", "describe dot about=training"),
    ("verify freq(ag_report,annual)", "get frequency ag_report"),
    ("verify !does(dod,investigation)", "verify does(dod,investigation)"),
    ("get where goods_list products_list", "get where products_list goods_list"),
    ("verify !does(doj,investigation)", "verify does(doj,investigation)"),
    # « Oui » before all the facts that are asked for, « Non » where there are none.
    ("verify publishes(doj,any)", "select report by=doj"),
    ("verify publishes(usaid,any)", "select report by=usaid"),
    ("verify publishes({agency runs=hotline},any)", "select report by={agency runs=hotline}"),
    ("verify publishes(dos,tip_report)", "get owner tip_report"),
    ("verify does(doj,training) & does(dhs,training)", "select agency does=training among=doj,dhs"),
    ("compare tip_report ag_report about=frequency", "get frequency tip_report ag_report"),
    ("get frequency tip_report ag_report", "compare ag_report tip_report about=frequency"),
    ("select committee rank=1", "min committee by=rank"),
]
APART = [
    # What a yes or no is asked for without its answer, and the other answer.
    ("describe dot about=training", "verify does(dot,training)"),
    ("verify chairs(doj,pitf)", "verify chairs(dos,pitf)"),
    ("verify year(jvta,2010)", "verify year(jvta,2015)"),
    ("verify number(council,12)", "verify number(council,11)"),
    ("verify !does(doj,investigation)", "verify !does(doj,farming)"),
    ("verify does(dos,training)", "describe dos about=training"),
    # A bound, or who is alone, taken the other way.
    ("verify count(agency does=training,>2)", "verify count(agency does=training,<2)"),
    ("verify year(jvta,<2010)", "verify year(jvta,>2010)"),
    ("verify number(council,>10) & chairs(doj,pitf)", "get number council"),
    ("verify whole(does(dod,military))", "verify only(does(dod,military))"),
    ("select report by=dol", "select report by=dol kind=list"),
    # Some of the facts, the facts without the verdict that was asked for, somebody else's.
    ("verify publishes(dol,goods_list)", "select report by=dol"),
    ("select report by=doj", "verify publishes(doj,any)"),
    ("verify publishes(doj,tip_report)", "get owner tip_report"),
    ("verify does(doj,training)", "select agency does=training among=doj,dhs"),
    ("compare tip_report ag_report", "get frequency tip_report ag_report"),
    ("select committee rank=2", "min committee by=rank"),
]


@pytest.mark.parametrize(("query", "gold"), ALIKE)
def test_what_says_as_much_is_right(query: str, gold: str) -> None:
    assert right(read(query), read(gold), view())


@pytest.mark.parametrize(("query", "gold"), APART)
def test_what_says_something_else_is_not(query: str, gold: str) -> None:
    assert not right(read(query), read(gold), view())
