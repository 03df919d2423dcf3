"""Where a list that is empty is looked for: among whom it would have been."""

from __future__ import annotations

import pytest

from tests.answers.made import said, tables, told
from vigie.answers.view import places


def test_who_else_than_all_who_do_is_nobody_else() -> None:
    text = said(told("select agency does=prosecution except=doj,eeoc"))
    assert text.startswith("Pour les poursuites en justice, le document ne nomme que le DoJ et")
    assert "hors" not in text


@pytest.mark.parametrize(
    ("line", "ident"),
    [
        ("select report by=dol freq=annual", "goods_list"),
        ("select committee about=prosecution", "research_data"),
    ],
    ids=["the reports of somebody", "all of a sort"],
)
def test_the_source_is_where_it_would_stand(line: str, ident: str) -> None:
    cited = told(line).places
    assert set(places(tables().index.entity(ident))) <= set(cited)
    assert not set(places(tables().index.entity("dos"))) & set(cited)


@pytest.mark.parametrize(
    ("line", "paragraph"),
    [("select report by=eeoc", 15), ("select programme by=dod", 4), ("select body chair=doj", 5)],
)
def test_that_somebody_has_none_is_told_from_where_he_is_told_of(line: str, paragraph: int) -> None:
    """Of the EEOC, which publishes nothing, the report of the DoS was cited."""
    assert told(line).places == (("members", paragraph),)
