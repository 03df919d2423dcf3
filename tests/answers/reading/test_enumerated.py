"""A form of two names takes every name of the enumeration in the message."""

from __future__ import annotations

import pytest

from tests.answers.made import after
from tests.answers.reading.test_understand import best

TWO_SIT = {"verify in(?,?) & in(?,?)": 0.8}


@pytest.mark.parametrize(
    ("forms", "names", "without", "topics", "read"),
    [
        (TWO_SIT, "treasury dod ustr ed pitf", "", "",
         "verify in(treasury,pitf) & in(dod,pitf) & in(ustr,pitf) & in(ed,pitf)"),
        (TWO_SIT, "eeoc hhs ? pitf", "", "",
         "verify in(eeoc,pitf) & in(hhs,pitf) & in(@,pitf)"),
        ({"max agency among=?,? by=report": 0.8}, "doj dol dos", "", "",
         "max agency among=doj,dol,dos by=report"),
        ({"select agency does=? except=?,?": 0.8}, "", "doi dot doj usda", "training",
         "select agency does=training except=doi,dot,doj,usda"),
    ],
)  # fmt: skip
def test_no_name_of_an_enumeration_is_left_out(
    forms: dict[str, float], names: str, without: str, topics: str, read: str
) -> None:
    assert best(forms, names=names, without=without, topics=topics) == read


def test_what_is_set_aside_is_set_aside_though_the_list_finds_nothing_else() -> None:
    """It is not taken for said because it is all that is left."""
    read = best(
        {"select agency does=? except=?,?": 0.8}, topics="investigation", without="doj dhs eeoc"
    )
    assert read == "select agency does=investigation except=doj,dhs,eeoc"


def test_organisations_that_the_document_does_not_name_are_named_beside_an_agency() -> None:
    read = best(TWO_SIT, names="? treasury doj pitf")
    assert read == "verify in(@,pitf) & in(treasury,pitf) & in(doj,pitf)"


def test_a_form_with_a_place_for_each_name_takes_them_whatever_their_role_seems() -> None:
    """In a conversation too, where what was spoken of would do: "entre la Santé, la Justice…"."""
    read = best(
        {"select agency does=? among=?,?,?": 0.8},
        after("get budget certification_letters"),
        names="hhs",
        without="doj dhs",
        topics="training",
    )
    assert read == "select agency does=training among=hhs,doj,dhs"


def test_a_name_of_another_kind_is_no_part_of_it() -> None:
    forms = {"max agency among=?,? by=report": 0.8}
    assert "spog" not in best(forms, names="doj dos spog")


def test_two_that_are_compared_stay_two() -> None:
    assert best({"compare ? ?": 0.8}, names="pitf spog council") == "compare pitf spog"
