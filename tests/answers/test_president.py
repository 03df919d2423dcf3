"""What the document says of the president of the United States, who is no entity of it."""

from __future__ import annotations

import pytest

from tests.answers.made import said, told

ALL = "Le document ne décrit pas le rôle du président des États-Unis. Il en dit seulement que les"


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("describe president", ALL),
        ("get other president", ALL),
        ("verify does(president,@)", ALL),
        ("verify in(president,pitf)", ALL),
        ("verify appoints(president,council)", "Oui. Les membres du Conseil"),
        ("verify chairs(president,pitf)", "Non. Le département d'État"),
    ],
)
def test_what_is_said_of_him(line: str, begins: str) -> None:
    text = said(told(line))
    assert text.startswith(begins) and "President " not in text
