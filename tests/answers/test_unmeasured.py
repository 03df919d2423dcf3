"""Who has the most of what the document does not count."""

from __future__ import annotations

import pytest

from tests.answers.made import asked, said, talk

APART = "Le document ne les compare pas ainsi"


@pytest.mark.parametrize(
    ("text", "query", "apart"),
    [
        ("qui a le plus gros budget", "max agency by=topic", True),
        ("qui est le plus important", "max agency by=topic", True),
        ("lequel des groupes se réunit le plus souvent", "max body by=member", True),
        ("qui fait le plus de choses", "max agency by=topic", False),
        ("quel groupe compte le plus de monde", "max body by=member", False),
    ],
)
def test_what_is_not_counted_is_said_before_what_is(text: str, query: str, apart: bool) -> None:
    told = said(talk(asked(text, forms=query))[0])
    assert (APART in told) is apart and "C'est mon décompte" in told
