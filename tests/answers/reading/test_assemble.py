"""Queries of which nobody wrote the form, put together from the parts that are likely."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.answers.made import asked, view
from vigie.answers.query.write import write
from vigie.answers.question import Mention
from vigie.answers.reading.understand import understand

LIST = {"act:select": 0.7, "act:count": 0.3, "sort:agency": 0.9, "does": 0.8, "does!": 0.3}


def test_a_count_of_members_with_one_left_out_and_a_topic_refused() -> None:
    read = _read(
        {**LIST, "act:select": 0.1, "act:count": 0.9, "in": 0.6},
        names=["spog", "-dod"],
        scores={"awareness": 0.9, "training": 0.9},
        roles={"training": (9, 0.97), "awareness": (5, 0.02)},
    )
    assert read == "count agency does=awareness in=spog does!=training except=dod"


def test_the_kind_of_agency_comes_from_the_words() -> None:
    read = _read(
        {**LIST, "kind!": 0.6, "kind!=department": 0.6}, scores={"training": 0.9}, roles={}
    )
    assert read == "select agency does=training kind!=department"


@pytest.mark.parametrize(
    ("likely", "read"),
    [("chairs", "select agency does=training chairs=spog"),
     ("in", "select agency does=training in=spog")],
)  # fmt: skip
def test_what_a_thing_is_for_is_the_likeliest_of_what_its_kind_allows(
    likely: str, read: str
) -> None:
    assert _read({**LIST, likely: 0.6}, names=["spog"], scores={"training": 0.9}) == read


def test_claims_of_two_relations_on_one_agency() -> None:
    read = _read(
        {"act:verify": 0.9, "rel:does": 0.7, "rel:runs": 0.5, "claims:2": 0.7, "denied": 0.4},
        names=["hhs", "hotline"],
        scores={"training": 0.9},
        roles={"training": (7, 0.96)},
        forms={"describe ?": 0.01},
    )
    assert read == "verify !does(hhs,training) & runs(hhs,hotline)"


def test_what_is_denied_of_one_agency_is_asserted_of_the_other() -> None:
    read = _read(
        {"act:verify": 0.9, "rel:does": 0.9, "claims:2": 0.7, "denied": 0.7},
        names=["hhs", "-dhs"],
        scores={"hotline": 0.9},
        roles={"hotline": (3, 0.58)},
        forms={"describe ?": 0.01},
    )
    assert read == "verify does(hhs,hotline) & !does(dhs,hotline)"


def test_one_part_alone_is_left_to_the_forms() -> None:
    question = asked(
        "qui forme", forms={"describe ?": 0.01}, chances=LIST, scores={"training": 0.9}
    )
    assert not understand(question, view().world).readings


def _read(
    chances: Mapping[str, float],
    names: list[str] = [],  # noqa: B006 (never changed)
    forms: Mapping[str, float] = {"select agency does=?": 0.02},
    **more: Any,
) -> str:
    mentions = tuple(
        Mention((name.lstrip("-"),), view().kind(name.lstrip("-")), excluded=name.startswith("-"))
        for name in names
    )
    question = asked("le texte", forms=forms, mentions=mentions, chances=chances, **more)
    return write(understand(question, view().world).readings[0].query)
